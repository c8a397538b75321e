using Microsoft.CodeAnalysis;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>One file of a compilation.</summary>
internal sealed class SourceTree(SemanticModel model, CancellationToken cancellation)
{
    public SemanticModel Model => model;

    public CancellationToken Cancellation => cancellation;

    public StringComparison NameComparison => Model.Compilation.IsCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>A copy of the whole, so to be asked for once.</summary>
    public string ReadText() => Model.SyntaxTree.GetText(Cancellation).ToString();

    /// <summary>Another file of the same compilation.</summary>
    public SourceTree Of(SyntaxTree tree)
    {
        if (tree == Model.SyntaxTree) return this;

        // RS1030: Do not invoke Compilation.GetSemanticModel() within a diagnostic analyzer. It costs a second model of that file, and is only asked
        // for where a native load names a field that is declared elsewhere.
#pragma warning disable RS1030
        return new SourceTree(Model.Compilation.GetSemanticModel(tree), Cancellation);
#pragma warning restore RS1030
    }

    /// <returns>Null where no code stands: in comments, documentation, directives and what is left out by them.</returns>
    public SyntaxToken? TokenAt(int position)
    {
        var token = Model.SyntaxTree.GetRoot(Cancellation).FindToken(position);
        return token.Span.Contains(position) && token.Parent is not null ? token : null;
    }

    public IOperation? Operation(SyntaxNode node) => Model.GetOperation(node, Cancellation);

    /// <summary>The nearest operation at the node or around it; names and texts inside an expression have none of their own.</summary>
    public IOperation? OperationAround(SyntaxNode node)
    {
        const int Levels = 4;
        var level = 0;
        for (SyntaxNode? around = node; around is not null && level < Levels; around = around.Parent, level++)
            if (Operation(around) is { } operation) return operation;
        return null;
    }
}

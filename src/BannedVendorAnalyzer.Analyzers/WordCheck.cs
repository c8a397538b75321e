using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>Asks the compiler about the words of a file that may matter.</summary>
internal static class WordCheck
{
    public static void Run(SourceTree tree, SourceJudge judge, ImportCheck imports, Action<Diagnostic> report)
    {
        var endpoints = new HashSet<TextSpan>();
        var text = tree.ReadText();
        foreach (var word in SourceWords.Find(text, tree.NameComparison))
        {
            tree.Cancellation.ThrowIfCancellationRequested();
            switch (word.Kind)
            {
                case SourceWordKind.Extern: CheckLocalFunction(word, tree, imports, report); break;
                case SourceWordKind.Loader: LoadCheck.Run(word, tree, judge, report); break;
                default: EndpointCheck.Run(text.Substring(word.Start, word.Length), word.Start, tree, judge, endpoints, report); break;
            }
        }
    }

    /// <summary>The compiler tells analyzers of every method but those inside others.</summary>
    private static void CheckLocalFunction(SourceWord word, SourceTree tree, ImportCheck imports, Action<Diagnostic> report)
    {
        if (tree.TokenAt(word.Start) is not { Parent: { } declaration }) return;
        if (tree.Model.GetDeclaredSymbol(declaration, tree.Cancellation) is not IMethodSymbol { MethodKind: MethodKind.LocalFunction } function) return;
        if (!NativeImport.IsStub(function)) imports.Run(function, report);
    }
}

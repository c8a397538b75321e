using System.Collections.Immutable;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RuleSet = BannedVendorAnalyzer.Rules.RuleSet;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>Finds native imports, loads of native libraries and services of listed vendors in C# and Visual Basic, also in generated code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class SourceAnalyzer : DiagnosticAnalyzer
{
    /// <summary>They are part of our own assembly and the same for every compilation; an editor compiles with every key.</summary>
    private readonly Lazy<RuleSet?> _rules = new(() => RuleSetReader.Read(EmbeddedRules.Files()).Rules);

    public override ImmutableArray<Microsoft.CodeAnalysis.DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext start)
    {
        if (_rules.Value is not { } rules || BuildProperties.Context(rules, start.Options.AnalyzerConfigOptionsProvider.GlobalOptions) is not { } context) return;

        var judge = new SourceJudge(rules, context);
        start.RegisterSymbolAction(
            symbol =>
            {
                var method = (IMethodSymbol)symbol.Symbol;
                if (NativeImport.MayBe(method)) Guarded(() => ImportCheck.Run(method, judge, symbol.ReportDiagnostic), symbol.ReportDiagnostic);
            },
            SymbolKind.Method);
        start.RegisterSemanticModelAction(
            tree => Guarded(() => WordCheck.Run(new SourceTree(tree.SemanticModel, tree.CancellationToken), judge, tree.ReportDiagnostic), tree.ReportDiagnostic));
    }

    /// <summary>The compiler makes a warning of an exception here and goes on, so a defect would let everything pass.</summary>
    private static void Guarded(Action check, Action<Diagnostic> report)
    {
        try
        {
            check();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            report(Descriptors.Create(DiagnosticCatalog.InternalError, Location.None, $"{InternalErrorText.Of(exception)}. {DiagnosticCatalog.InternalError.More}"));
        }
    }
}

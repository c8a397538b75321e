using System.Collections.Immutable;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RuleSet = BannedVendorAnalyzer.Rules.RuleSet;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>Finds native imports, loads of native libraries and services of listed vendors in C# and Visual Basic, also in generated code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class SourceAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The same for every compilation: an editor compiles with every key.</summary>
    private readonly Lazy<RuleSet?> _rules;

    /// <summary>By the rules that are part of our own assembly.</summary>
    public SourceAnalyzer() => _rules = new Lazy<RuleSet?>(() => RuleSetReader.Read(EmbeddedRules.Files()).Rules);

    public SourceAnalyzer(RuleSet rules) => _rules = new Lazy<RuleSet?>(() => rules);

    public override ImmutableArray<Microsoft.CodeAnalysis.DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext start)
    {
        var options = start.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        if (_rules.Value is not { } rules || BuildProperties.IsOff(options)) return;

        var policy = SourcePolicy.Read(start.Options, rules, start.CancellationToken);
        if (policy.Problems.Count > 0) start.RegisterAdditionalFileAction(file => Report(policy, file));
        if (!policy.MayJudge || BuildProperties.Context(rules, options, policy.Policy) is not { } context) return;

        var judged = policy.Policy is null ? rules : PolicyRules.Extend(rules, policy.Policy, context.Audiences);
        var judge = new SourceJudge(judged, context, BuildProperties.Project(options), place => policy.Locate(place, start.CancellationToken));
        var imports = new ImportCheck(judge);
        start.RegisterSymbolAction(symbol => Check(symbol, judge, imports), SymbolKind.Method, SymbolKind.NamedType);
        start.RegisterSemanticModelAction(
            tree => Guarded(() => WordCheck.Run(new SourceTree(tree.SemanticModel, tree.CancellationToken), judge, imports, tree.ReportDiagnostic), tree.ReportDiagnostic));
        start.RegisterCompilationEndAction(end => Guarded(() => imports.End(end.ReportDiagnostic), end.ReportDiagnostic));
    }

    /// <summary>The build says them too and compiles nothing then, so this is for editors.</summary>
    private static void Report(SourcePolicy policy, AdditionalFileAnalysisContext context)
    {
        foreach (var problem in policy.Problems.Where(problem => problem.File == context.AdditionalFile.Path))
            context.ReportDiagnostic(Descriptors.Create(DiagnosticCatalog.InvalidRules, Severity.Error, policy.Locate(problem, context.CancellationToken), $"{problem.Message}. {DiagnosticCatalog.InvalidRules.More}"));
    }

    /// <summary>Nearly every method and type is neither.</summary>
    private static void Check(SymbolAnalysisContext context, SourceJudge judge, ImportCheck imports)
    {
        if (context.Symbol is IMethodSymbol method && NativeImport.MayBe(method)) Guarded(() => imports.Run(method, context.ReportDiagnostic), context.ReportDiagnostic);
        else if (context.Symbol is INamedTypeSymbol { IsComImport: true } type) Guarded(() => ComCheck.Run(type, judge, context.ReportDiagnostic), context.ReportDiagnostic);
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
            report(Descriptors.Create(DiagnosticCatalog.InternalError, Severity.Error, Location.None, $"{InternalErrorText.Of(exception)}. {DiagnosticCatalog.InternalError.More}"));
        }
    }
}

using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>Judges what native modules are loaded, and what COM classes are created, by name.</summary>
internal static class LoadCheck
{
    public static void Run(SourceWord word, SourceTree tree, SourceJudge judge, Action<Diagnostic> report)
    {
        if (tree.TokenAt(word.Start) is not { Parent: { } name } token) return;
        if (tree.Model.GetSymbolInfo(name, tree.Cancellation).Symbol is not IMethodSymbol method || Loader.Of(method) is not { } loader) return;

        var load = $"'{method.ContainingType?.Name}.{method.Name}' in {SourceNames.Of(tree.Model.GetEnclosingSymbol(word.Start, tree.Cancellation))}";
        var operation = tree.OperationAround(name);
        if (operation is INameOfOperation) return;
        if (operation is not IInvocationOperation call)
        {
            if (loader.By != LoadedBy.ComClass) SourceJudge.ReportUnknown($"{load} is handed on", "so its calls are not followed", token.GetLocation(), report);
            return;
        }

        if (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == loader.Argument) is { } argument) Check(argument, loader, load, tree, judge, report);
    }

    private static void Check(IArgumentOperation argument, Loader loader, string load, SourceTree tree, SourceJudge judge, Action<Diagnostic> report)
    {
        var location = argument.Value.Syntax.GetLocation();
        if (loader.By == LoadedBy.Callback)
        {
            // What a callback in the source loads is found where it does.
            if (!IsInSource(argument.Value)) SourceJudge.ReportUnknown($"{load} resolves names of native modules", "by a callback that is not written there", location, report);
            return;
        }

        var texts = new ConstantText(tree).Of(argument.Value);
        if (loader.By == LoadedBy.ComClass)
        {
            judge.Report(texts.Select(text => new EvidenceItem(EvidenceKind.ComClass, text, SourceNames.File(location))), DiagnosticCatalog.SourceUse, load, "the COM class", location, report);
            return;
        }

        var known = texts.Where(IsNameKnown).Select(text => new EvidenceItem(EvidenceKind.NativeImport, ConstantText.Shown(text), SourceNames.File(location)));
        if (!judge.Report(known, DiagnosticCatalog.SourceLoad, $"the load by {load}", "the load", location, report) && !texts.All(IsNameKnown))
            SourceJudge.ReportUnknown($"{load} loads a native module", "the name of which is known only when it runs", location, report);
    }

    /// <summary>The folder may be known only when it runs; the last part of the path is what is compared.</summary>
    private static bool IsNameKnown(string path) => path.IndexOf(ConstantText.Hole, path.LastIndexOfAny(['/', '\\']) + 1) < 0;

    private static bool IsInSource(IOperation callback) => callback switch
    {
        IDelegateCreationOperation creation => IsInSource(creation.Target),
        IConversionOperation conversion => IsInSource(conversion.Operand),
        IAnonymousFunctionOperation => true,
        IMethodReferenceOperation reference => reference.Method.DeclaringSyntaxReferences.Length > 0,
        _ => false,
    };
}

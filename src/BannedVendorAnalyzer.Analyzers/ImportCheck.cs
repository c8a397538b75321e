using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using Microsoft.CodeAnalysis;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>Judges declared imports, each once, where the developer wrote it.</summary>
internal static class ImportCheck
{
    public static void Run(IMethodSymbol method, SourceJudge judge, Action<Diagnostic> report)
    {
        // The other part of a partial method is told of as well, and is the one that a developer writes.
        if (method.PartialDefinitionPart is not null || NativeImport.Of(method) is not { } import) return;

        var location = method.Locations[0];
        var use = $"method {SourceNames.Of(method)}{(import.EntryPoint == method.Name ? "" : $" with entry point '{import.EntryPoint}'")}";
        judge.Report([new EvidenceItem(EvidenceKind.NativeImport, import.Module, SourceNames.File(location))], DiagnosticCatalog.SourceImport, use, "the import", location, report);

        // Calls are found by the names that loaders have.
        if (Loader.IsEntryPoint(import.EntryPoint) && !Loader.IsName(method.Name, StringComparison.Ordinal))
            SourceJudge.ReportUnknown($"method {SourceNames.Of(method)} is '{import.EntryPoint}' under another name", "so its calls are not followed", location, report);
    }
}

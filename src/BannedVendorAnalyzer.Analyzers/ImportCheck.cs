using System.Collections.Concurrent;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using Microsoft.CodeAnalysis;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>Judges the declared imports of one compilation, each once, where the developer wrote it.</summary>
internal sealed class ImportCheck(SourceJudge judge)
{
    /// <summary>Functions of modules that the rules do not know by name, which may be known by how their functions are called.</summary>
    private readonly ConcurrentBag<(string Prefix, string EntryPoint, string Method, Location Location)> _functions = [];

    public void Run(IMethodSymbol method, Action<Diagnostic> report)
    {
        // The other part of a partial method is told of as well, and is the one that a developer writes.
        if (method.PartialDefinitionPart is not null || NativeImport.Of(method) is not { } import) return;

        var location = method.Locations[0];
        var module = new EvidenceItem(EvidenceKind.NativeImport, import.Module, SourceNames.File(location));
        if (judge.Index.Find(module).Count == 0)
        {
            foreach (var prefix in judge.Index.ExportPrefixes)
                if (import.EntryPoint.StartsWith(prefix, StringComparison.Ordinal)) _functions.Add((prefix, import.EntryPoint, SourceNames.Of(method), location));
        }
        else
        {
            var entryPoint = import.EntryPoint == method.Name ? "" : $" with entry point '{import.EntryPoint}'";
            judge.Report([module], DiagnosticCatalog.SourceImport, $"method {SourceNames.Of(method)}{entryPoint}", "the import", location, report);
        }

        // Calls are found by the names that loaders have.
        if (Loader.IsEntryPoint(import.EntryPoint) && !Loader.IsName(method.Name, StringComparison.Ordinal))
            SourceJudge.ReportUnknown($"method {SourceNames.Of(method)} is '{import.EntryPoint}' under another name", "so its calls are not followed", location, report);
    }

    /// <summary>A library that was given another name is told by how many of its functions are imported: once all imports are known, at the first.</summary>
    public void End(Action<Diagnostic> report)
    {
        var counted = _functions.GroupBy(function => function.Prefix, StringComparer.Ordinal).Select(functions =>
        {
            var (_, _, method, location) = functions.OrderBy(function => function.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(function => function.Location.SourceSpan.Start).First();
            var count = functions.Select(function => function.EntryPoint).Distinct(StringComparer.Ordinal).Count();
            return (Method: method, Location: location, Evidence: new EvidenceItem(EvidenceKind.NativeEntryPoint, functions.Key, SourceNames.File(location), count));
        });

        // One prefix may begin another: that is still one library.
        foreach (var place in counted.OrderBy(functions => functions.Evidence.Value, StringComparer.Ordinal).GroupBy(functions => (functions.Method, functions.Location)))
            judge.Report(place.Select(functions => functions.Evidence), DiagnosticCatalog.SourceImport, $"method {place.Key.Method} and others like it", "the imports", place.Key.Location, report);
    }
}

using System.Collections.Concurrent;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Rules;
using Microsoft.Build.Framework;

namespace BannedVendorAnalyzer.MSBuild;

/// <summary>
/// What the projects of one build share on one node: the rules, and each package read once. It ends with the build, because the next
/// one may find other package folders. Safe for several tasks at once (<c>-mt</c>).
/// </summary>
internal sealed class NodeMemory
{
    private readonly Lazy<(RuleSet? Rules, IReadOnlyList<FileProblem> Problems)> _rules = new(() => RuleSetReader.Read(EmbeddedRules.Files()));
    private readonly ConcurrentDictionary<string, PackageInspection> _inspections = new(StringComparer.OrdinalIgnoreCase);

    public (RuleSet? Rules, IReadOnlyList<FileProblem> Problems) Rules => _rules.Value;

    /// <summary>The memory of this build; a new one that nobody shares where the engine keeps none.</summary>
    public static NodeMemory Of(IBuildEngine engine)
    {
        if (engine is not IBuildEngine4 registry) return new NodeMemory();

        // The type is part of the key: the same assembly may be loaded from two places, and the types are then not the same.
        var key = typeof(NodeMemory);
        if (registry.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is NodeMemory known) return known;
        var memory = new NodeMemory();
        registry.RegisterTaskObject(key, memory, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        return registry.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) as NodeMemory ?? memory;
    }

    /// <summary>Keeps only what meets an indicator of the rules; the rest can decide nothing.</summary>
    public PackageInspection Inspect(AssetsLibrary library, IReadOnlyList<string> folders) =>
        _inspections.GetOrAdd($"{string.Join("|", folders)}|{library.Path}|{library.Key}", _ => PackageInspector.Inspect(library, folders).Relevant(Rules.Rules!.Index));
}

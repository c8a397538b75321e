using System.Collections.Concurrent;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Rules;
using Microsoft.Build.Framework;

namespace BannedVendorAnalyzer.MSBuild;

/// <summary>
/// What the projects of one build share on one node: the rules, the policies, and each package read once. It ends with the build, because the next
/// one may find other package folders. Safe for several tasks at once (<c>-mt</c>).
/// </summary>
internal sealed class NodeMemory
{
    private readonly Lazy<(RuleSet? Rules, IReadOnlyList<FileProblem> Problems)> _rules = new(() => RuleSetReader.Read(EmbeddedRules.Files()));
    private readonly Lazy<PolicyBook> _policies;

    private readonly ConcurrentDictionary<object, bool> _seen = new();

    private NodeMemory() => _policies = new Lazy<PolicyBook>(() => new PolicyBook(Rules.Rules!, Today));

    /// <summary>Asked once a build: projects on both sides of midnight are judged alike.</summary>
    public IsoDate Today { get; } = new(DateTime.UtcNow.Date);

    public (RuleSet? Rules, IReadOnlyList<FileProblem> Problems) Rules => _rules.Value;

    /// <summary>Only to be asked for where there are rules.</summary>
    public PolicyBook Policies => _policies.Value;

    /// <summary>Whether nobody has asked for this in this build before, so that what several projects share is told once.</summary>
    public bool IsFirst(object thing) => _seen.TryAdd(thing, true);

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
}

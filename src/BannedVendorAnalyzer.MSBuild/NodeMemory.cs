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
    private readonly HashSet<object> _seen = [];
    private (RuleSet? Rules, IReadOnlyList<FileProblem> Problems)? _rules;
    private PolicyBook? _policies;

    private NodeMemory()
    {
    }

    /// <summary>Asked once a build: projects on both sides of midnight are judged alike.</summary>
    public IsoDate Today { get; } = Day;

    /// <summary>The day (UTC), for a project of which nothing has to be judged: it needs no memory.</summary>
    public static IsoDate Day => new(DateTime.UtcNow.Date);

    // Lazy of a pair would have to be compiled in each build process.
    public (RuleSet? Rules, IReadOnlyList<FileProblem> Problems) Rules
    {
        get
        {
            lock (_seen) return _rules ??= RuleSetReader.Read(EmbeddedRules.Files());
        }
    }

    /// <summary>Only to be asked for where there are rules.</summary>
    public PolicyBook Policies
    {
        get
        {
            lock (_seen) return _policies ??= new PolicyBook(Rules.Rules!, Today);
        }
    }

    /// <summary>Whether nobody has asked for this in this build before, so that what several projects share is told once.</summary>
    public bool IsFirst(object thing)
    {
        lock (_seen) return _seen.Add(thing);
    }

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

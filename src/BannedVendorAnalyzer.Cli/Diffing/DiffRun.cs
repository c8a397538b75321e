using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Cli.Targets;

namespace BannedVendorAnalyzer.Cli.Diffing;

/// <summary>Checks the commit that a change is compared with, and leaves out what is there, too.</summary>
internal static class DiffRun
{
    /// <param name="paths">What is checked, as written.</param>
    /// <param name="check">The same check of what was found in the tree.</param>
    /// <returns>What the change adds, or why that cannot be told; neither where this program is being ended.</returns>
    public static (CheckReport? Report, string? Refusal) Of(CheckReport now, BaseCommit commit, IReadOnlyList<string> paths, ToolHost host, Func<BaseTree, FoundTargets, ToolHost, CheckReport> check)
    {
        // What takes everything away, or has nothing to begin with, needs no other state to be compared with.
        if (now.Findings.Count == 0 && !now.Projects.Any(project => project.Result.Notices.Count > 0)) return (now with { Diff = new DiffSummary(commit, 0, []) }, null);

        host.Error.WriteLine($"Checking '{commit.Name}' ({commit.Commit[..12]}) in a folder of its own, to leave out what it has, too …");
        var (tree, refusal) = BaseTree.CheckOut(commit, host);
        if (tree is null) return (null, refusal);
        using (tree)
        {
            var there = host with { WorkingFolder = tree.InTree(host.WorkingFolder) };
            var named = (paths.Count == 0 ? ["."] : paths).Select(path => tree.InTree(Path.GetFullPath(path, host.WorkingFolder))).Where(Path.Exists).ToList();
            var before = check(tree, named.Count == 0 ? new FoundTargets() : TargetFinder.Find(named, there.WorkingFolder), there);
            return tree.IsInterrupted ? (null, null) : (Additions.Of(now, before, tree), null);
        }
    }
}

using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>A package or project of a lock file.</summary>
/// <param name="Version">Null for projects.</param>
/// <param name="Dependencies">Ids.</param>
internal sealed record LockedNode(string Id, string? Version, bool IsDirect, bool IsProject, string? ContentHash, IReadOnlyList<string> Dependencies, SourceLocation Place)
{
    public string Step => Version is null ? Id : $"{Id}/{Version}";
}

/// <summary>Finds the shortest way by which a lock file brings in each of its packages.</summary>
internal static class LockedGraph
{
    /// <param name="targets">Nodes by framework, and by <c>framework/runtime</c> for what a runtime adds.</param>
    public static IReadOnlyList<PackageEntry> Packages(IReadOnlyDictionary<string, List<LockedNode>> targets) =>
        [.. targets.SelectMany(target => Packages(target.Key, target.Value, targets)).OrderBy(entry => entry.Place.Line).ThenBy(entry => entry.Place.Column)];

    private static IEnumerable<PackageEntry> Packages(string name, List<LockedNode> own, IReadOnlyDictionary<string, List<LockedNode>> targets)
    {
        var framework = name.Split('/')[0];
        var nodes = new Dictionary<string, LockedNode>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in framework != name && targets.TryGetValue(framework, out var common) ? common.Concat(own) : own) nodes[node.Id] = node;
        var ways = Ways(nodes);
        return own.Where(node => !node.IsProject).Select(node => new PackageEntry(node.Id, node.Version, node.Place)
        {
            Framework = framework,
            ContentHash = node.ContentHash,
            IsDirect = node.IsDirect,
            Through = ways.TryGetValue(node.Id, out var way) ? way : [],
        });
    }

    /// <summary>From what the project references itself, nearest first; a lock file does not say which projects it does.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Ways(Dictionary<string, LockedNode> nodes)
    {
        var brought = new HashSet<string>(nodes.Values.Where(node => node.IsProject).SelectMany(node => node.Dependencies), StringComparer.OrdinalIgnoreCase);
        var roots = nodes.Values.Where(node => node.IsDirect || (node.IsProject && !brought.Contains(node.Id)));
        var ways = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        var open = new Queue<LockedNode>();
        foreach (var root in roots)
        {
            ways[root.Id] = [];
            open.Enqueue(root);
        }

        while (open.Count > 0)
        {
            var node = open.Dequeue();
            foreach (var next in node.Dependencies.Where(id => !ways.ContainsKey(id) && nodes.ContainsKey(id)))
            {
                ways[next] = [.. ways[node.Id], node.Step];
                open.Enqueue(nodes[next]);
            }
        }

        return ways;
    }
}

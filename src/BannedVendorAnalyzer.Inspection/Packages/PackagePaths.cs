namespace BannedVendorAnalyzer.Inspection.Packages;

/// <summary>Every way in which a package came into one framework of a project.</summary>
/// <param name="Paths">From the project's own reference to the package, shortest first, then ordinal.</param>
/// <param name="AreAll">False where there are more than were asked for.</param>
public sealed record PackagePaths(IReadOnlyList<IReadOnlyList<AssetsNode>> Paths, bool AreAll)
{
    /// <summary>Paths through a graph can be more than its nodes by any factor; nobody reads what comes after so many steps.</summary>
    private const int MostSteps = 20_000;

    /// <param name="packageKey"><c>Id/Version</c>.</param>
    public static PackagePaths Of(AssetsFramework framework, string packageKey, int most)
    {
        var paths = new Dictionary<string, IReadOnlyList<AssetsNode>>(StringComparer.Ordinal);
        var areAll = true;
        foreach (var target in framework.Targets)
        {
            var node = target.Nodes.Values.FirstOrDefault(node => string.Equals(node.Key, packageKey, StringComparison.OrdinalIgnoreCase));
            if (node is not null) areAll &= Add(paths, target, new HashSet<string>(framework.Roots, StringComparer.OrdinalIgnoreCase), node, most);
        }

        var ordered = paths.OrderBy(pair => pair.Value.Count).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value).ToList();
        return new PackagePaths([.. ordered.Take(most)], areAll && ordered.Count <= most);
    }

    /// <summary>Backwards from the package, so that no step is made that does not lead to it.</summary>
    /// <returns>Whether every path was found.</returns>
    private static bool Add(Dictionary<string, IReadOnlyList<AssetsNode>> paths, AssetsTarget target, HashSet<string> roots, AssetsNode package, int most)
    {
        var parents = target.Nodes.Values
            .SelectMany(node => node.Dependencies.Select(id => (Id: id, Node: node)))
            .ToLookup(edge => edge.Id, edge => edge.Node, StringComparer.OrdinalIgnoreCase);
        var open = new Queue<List<AssetsNode>>([[package]]);
        var found = 0;
        for (var steps = 0; open.Count > 0; steps++)
        {
            if (steps == MostSteps || found > most) return false;
            var path = open.Dequeue();
            if (roots.Contains(path[0].Id))
            {
                paths[string.Join("\n", path.Select(node => node.Key))] = path;
                found++;
            }

            foreach (var parent in parents[path[0].Id].Where(node => !path.Contains(node)).Distinct().OrderBy(node => node.Key, StringComparer.Ordinal)) open.Enqueue([parent, .. path]);
        }

        return true;
    }
}

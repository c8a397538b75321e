namespace BannedVendorAnalyzer.Inspection.Packages;

/// <summary>How packages came in: breadth first from the project's own references, ties by ordinal order of the steps.</summary>
public static class PackageGraph
{
    /// <param name="isClosed">Nodes through which no path may lead.</param>
    /// <returns>The nodes from the project's own reference to the package, over all runtimes of the framework; null where there is no such path.</returns>
    public static List<AssetsNode>? ShortestPath(AssetsFramework framework, string packageKey, Func<AssetsNode, bool> isClosed) =>
        ShortestPaths(framework, isClosed, node => string.Equals(node.Key, packageKey, StringComparison.OrdinalIgnoreCase)).Values.FirstOrDefault();

    /// <summary>The shortest path to every package, by <c>Id/Version</c>.</summary>
    public static IReadOnlyDictionary<string, List<AssetsNode>> ShortestPaths(AssetsFramework framework) => ShortestPaths(framework, _ => false, node => !node.IsProject);

    /// <summary>Keys of everything that the package depends on, however far.</summary>
    public static IEnumerable<string> Below(AssetsTarget target, string packageKey) =>
        target.Nodes.Values.FirstOrDefault(node => string.Equals(node.Key, packageKey, StringComparison.OrdinalIgnoreCase)) is { } package ? Reach(target, package.Dependencies, _ => false).Keys : [];

    private static Dictionary<string, List<AssetsNode>> ShortestPaths(AssetsFramework framework, Func<AssetsNode, bool> isClosed, Func<AssetsNode, bool> isWanted)
    {
        var shortest = new Dictionary<string, List<AssetsNode>>(StringComparer.OrdinalIgnoreCase);
        foreach (var target in framework.Targets)
        {
            var cameFrom = Reach(target, framework.Roots, isClosed);
            foreach (var node in target.Nodes.Values.Where(node => isWanted(node) && cameFrom.ContainsKey(node.Key)))
            {
                var path = Back(node, cameFrom);
                if (!shortest.TryGetValue(node.Key, out var known) || path.Count < known.Count || (path.Count == known.Count && Compare(path, known) < 0)) shortest[node.Key] = path;
            }
        }

        return shortest;
    }

    /// <summary>Every node that can be reached, with the one before it.</summary>
    private static Dictionary<string, AssetsNode?> Reach(AssetsTarget target, IEnumerable<string> roots, Func<AssetsNode, bool> isClosed)
    {
        var cameFrom = new Dictionary<string, AssetsNode?>(StringComparer.Ordinal);
        var open = new Queue<AssetsNode>();
        Enqueue(roots, null);
        while (open.Count > 0)
        {
            var node = open.Dequeue();
            Enqueue(node.Dependencies, node);
        }

        return cameFrom;

        // Within a level the queue is in ordinal order of the paths, so the first to arrive is the one to show.
        void Enqueue(IEnumerable<string> names, AssetsNode? from)
        {
            var nodes = names.Select(name => target.Nodes.TryGetValue(name, out var node) ? node : null).OfType<AssetsNode>();
            foreach (var node in nodes.OrderBy(node => node.Key, StringComparer.Ordinal))
            {
                if (cameFrom.ContainsKey(node.Key) || isClosed(node)) continue;
                cameFrom.Add(node.Key, from);
                open.Enqueue(node);
            }
        }
    }

    private static List<AssetsNode> Back(AssetsNode node, Dictionary<string, AssetsNode?> cameFrom)
    {
        var path = new List<AssetsNode>();
        for (AssetsNode? step = node; step is not null; step = cameFrom[step.Key]) path.Add(step);
        path.Reverse();
        return path;
    }

    private static int Compare(List<AssetsNode> left, List<AssetsNode> right)
    {
        for (var i = 0; i < left.Count; i++)
        {
            var order = string.CompareOrdinal(left[i].Key, right[i].Key);
            if (order != 0) return order;
        }

        return 0;
    }
}

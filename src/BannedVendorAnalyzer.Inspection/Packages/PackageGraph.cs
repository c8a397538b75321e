namespace BannedVendorAnalyzer.Inspection.Packages;

/// <summary>How packages came in: breadth first from the project's own references, ties by ordinal order of the steps.</summary>
public static class PackageGraph
{
    /// <param name="isClosed">Nodes through which no path may lead.</param>
    /// <returns>The nodes from the project's own reference to the package, over all runtimes of the framework; null where there is no such path.</returns>
    public static IReadOnlyList<AssetsNode>? ShortestPath(AssetsFramework framework, string packageKey, Func<AssetsNode, bool> isClosed)
    {
        List<AssetsNode>? shortest = null;
        foreach (var target in framework.Targets)
        {
            var path = ShortestPath(target, framework.Roots, packageKey, isClosed);
            if (path is not null && (shortest is null || path.Count < shortest.Count || (path.Count == shortest.Count && Compare(path, shortest) < 0))) shortest = path;
        }

        return shortest;
    }

    private static List<AssetsNode>? ShortestPath(AssetsTarget target, IEnumerable<string> roots, string packageKey, Func<AssetsNode, bool> isClosed)
    {
        var cameFrom = new Dictionary<string, AssetsNode?>(StringComparer.Ordinal);
        var open = new Queue<AssetsNode>();
        Enqueue(roots, null);
        while (open.Count > 0)
        {
            var node = open.Dequeue();
            if (string.Equals(node.Key, packageKey, StringComparison.OrdinalIgnoreCase)) return Back(node, cameFrom);
            Enqueue(node.Dependencies, node);
        }

        return null;

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

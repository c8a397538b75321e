using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection.Packages;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>How packages came into one project, and whether a finding about them belongs here.</summary>
internal sealed class InclusionPaths(AssetsFile assets, ReportedElsewhere elsewhere)
{
    /// <summary>Worked out once a framework: a package folder that is gone gives a problem for each of its packages.</summary>
    private readonly Dictionary<string, IReadOnlyDictionary<string, List<AssetsNode>>> _paths = new(StringComparer.Ordinal);

    /// <param name="trustsProjects">Whether referenced projects are taken to report what comes through them.</param>
    /// <param name="path">From the project's own reference to the package; null where the graph holds it without one.</param>
    /// <returns>False when every path leads through projects that report it themselves.</returns>
    public bool TryFind(AssetsFramework framework, PackageComponent package, bool trustsProjects, out List<AssetsNode>? path)
    {
        var key = package.Key;
        var nodes = framework.Targets.SelectMany(target => target.Nodes.Values);
        if (trustsProjects && nodes.Any(node => node.IsProject && elsewhere.Reports(assets, node, library => library.Key == key)))
        {
            // Some project reports this very version; another that resolved a lower one for itself reports that, and does not bring this one.
            path = PackageGraph.ShortestPath(framework, key, node => elsewhere.Reports(assets, node, library => string.Equals(library.Id, package.Id, StringComparison.OrdinalIgnoreCase)));
            return path is not null;
        }

        if (!_paths.TryGetValue(framework.Name, out var paths)) _paths.Add(framework.Name, paths = PackageGraph.ShortestPaths(framework));
        path = paths.TryGetValue(key, out var found) ? found : null;
        return true;
    }
}

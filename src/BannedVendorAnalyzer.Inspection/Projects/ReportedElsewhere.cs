using BannedVendorAnalyzer.Inspection.Packages;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>
/// Says whether a referenced project reports a package itself, so that a finding stands once, where it can be mended. Reads the other
/// project's assets file only when there is something to report, and trusts only what that file lists.
/// </summary>
/// <param name="isReporter">Whether findings of the first project that come through the second are reported by the second.</param>
public sealed class ReportedElsewhere(Func<AssetsFile, AssetsFile, bool> isReporter)
{
    /// <summary>Id of our package: a project whose assets file lists it, or one of whose files imports it as an SDK, runs the gate itself.</summary>
    public const string GateId = "BannedVendorAnalyzer";

    private readonly Dictionary<string, AssetsFile?> _assets = new(StringComparer.Ordinal);

    public static bool IsGated(AssetsFile assets) => assets.Libraries.Values.Any(library => string.Equals(library.Id, GateId, StringComparison.OrdinalIgnoreCase)) || SdkImport.StandsFor(assets.ProjectPath, GateId);

    /// <param name="node">A node in the graph of <paramref name="assets"/>.</param>
    /// <param name="isPackage">Tells the package.</param>
    public bool Reports(AssetsFile assets, AssetsNode node, Func<AssetsLibrary, bool> isPackage) =>
        node.IsProject
        && assets.ReferencedProject(assets.Libraries[node.Key]) is { } project
        && Assets(project, assets) is { } other
        && other.Libraries.Values.Any(isPackage)
        && isReporter(assets, other);

    private AssetsFile? Assets(string project, AssetsFile referencing)
    {
        if (_assets.TryGetValue(project, out var assets)) return assets;

        // A file that speaks of another project says nothing of this one.
        assets = AssetsLocation.Candidates(project, referencing.ProjectPath, referencing.Path)
            .Where(File.Exists)
            .Select(file => AssetsFileReader.Read(file).Assets)
            .FirstOrDefault(found => found is not null && PathComparison.AreSame(found.ProjectPath, project));
        _assets.Add(project, assets);
        return assets;
    }
}

using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Packages;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>Where the references of one project stand; files are only looked at once there is something to report.</summary>
internal sealed class ReferenceSites(ProjectInput input)
{
    private IReadOnlyList<string>? _files;

    /// <param name="root">The project's own reference on the path; null where the package stands in the graph without one.</param>
    /// <param name="packageId">The package that is reported.</param>
    public SourceLocation Find(AssetsNode? root, AssetsFramework framework, string packageId, AssetsFile assets)
    {
        _files ??= ReferenceFiles.Of(input.ProjectPath);
        if (root is null) return new SourceLocation(input.ProjectPath);
        if (framework.Pinned.Contains(packageId, StringComparer.OrdinalIgnoreCase) && First(file => ReferenceLocator.FindPackageVersion(file, packageId)) is { } pin) return pin;
        if (root.IsProject) return First(file => ReferenceLocator.FindProject(file, assets.Libraries[root.Key].Path ?? root.Id, framework.Name)) ?? new SourceLocation(input.ProjectPath);

        // The file that the build names comes first; a global reference is named by the SDK's own file, which is not the user's to change.
        var defining = input.DefiningFiles.TryGetValue(root.Id, out var file) && File.Exists(file) ? file : null;
        return (defining is null ? null : ReferenceLocator.FindPackage(defining, root.Id, framework.Name))
            ?? First(other => ReferenceLocator.FindPackage(other, root.Id, framework.Name))
            ?? new SourceLocation(defining ?? input.ProjectPath);
    }

    private SourceLocation? First(Func<string, SourceLocation?> find) => _files!.Select(find).FirstOrDefault(found => found is not null);
}

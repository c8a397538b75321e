using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Inspection.Restoring;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>Where the references of one project stand; files are only looked at once there is something to report.</summary>
internal sealed class ReferenceSites(ProjectInput input)
{
    private IReadOnlyList<string>? _files;
    private IReadOnlyList<string>? _sources;

    /// <summary>A central file under another name is known only as one in which the build found references.</summary>
    private IReadOnlyList<string> Files => _files ??= [.. ReferenceFiles.Of(input.ProjectPath).Union(input.DefiningFiles.Values.Where(File.Exists))];

    private IReadOnlyList<string> Sources => _sources ??= input.EntryPointFile is null ? [] : FileDirectives.Files(input.EntryPointFile);

    /// <summary>What a user edits for a project: a file-based app has no project file on disk.</summary>
    private SourceLocation Own => new(input.EntryPointFile ?? input.ProjectPath);

    /// <param name="root">The project's own reference on the path; null where the package stands in the graph without one.</param>
    /// <param name="packageId">The package that is reported.</param>
    public SourceLocation Find(AssetsNode? root, AssetsFramework framework, string packageId, AssetsFile assets)
    {
        if (root is null) return Own;
        if (framework.Pinned.Contains(packageId, StringComparer.OrdinalIgnoreCase) && First(Files, file => ReferenceLocator.FindPackageVersion(file, packageId)) is { } pin) return pin;
        return root.IsProject ? Project(assets.ReferencedProject(assets.Libraries[root.Key]) ?? root.Id, framework) : Package(root.Id, framework.Name);
    }

    /// <summary>Of a reference of the project's own, of which nothing was resolved yet.</summary>
    public SourceLocation Find(StatedReference reference) => reference.IsDownload ? FindDownload(reference.Id, input.Framework) : Package(reference.Id, input.Framework);

    /// <param name="packageId">A package that is downloaded, or the pack of a framework or runtime, which no element names.</param>
    public SourceLocation FindDownload(string packageId, string? framework) => First(Files, file => ReferenceLocator.FindDownload(file, packageId, framework)) ?? Own;

    private SourceLocation Project(string path, AssetsFramework framework) =>
        First(Sources, file => FileDirectives.FindProject(file, path))
            ?? First(Files, file => ReferenceLocator.FindProject(file, path, framework.Name))
            ?? Own;

    private SourceLocation Package(string id, string? framework)
    {
        // The file that the build names comes first.
        var defining = input.DefiningFiles.TryGetValue(id, out var file) && File.Exists(file) ? file : null;
        return (defining is null ? null : ReferenceLocator.FindPackage(defining, id, framework))
            ?? First(Sources, source => FileDirectives.FindPackage(source, id))
            ?? First(Files, other => ReferenceLocator.FindPackage(other, id, framework))
            ?? (defining is null ? Own : new SourceLocation(defining));
    }

    private static SourceLocation? First(IEnumerable<string> files, Func<string, SourceLocation?> find) => files.Select(find).FirstOrDefault(found => found is not null);
}

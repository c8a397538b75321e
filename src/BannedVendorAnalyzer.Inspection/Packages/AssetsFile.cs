namespace BannedVendorAnalyzer.Inspection.Packages;

/// <summary>What NuGet resolved for a project: <c>project.assets.json</c>, version 3 or 4.</summary>
/// <param name="ProjectPath">The project it was written for, as NuGet wrote it.</param>
/// <param name="PackageFolders">Global packages folder first, then fallback folders.</param>
/// <param name="Libraries">By <c>Id/Version</c>, as written.</param>
public sealed record AssetsFile(
    string Path,
    string ProjectPath,
    string ProjectName,
    IReadOnlyList<string> PackageFolders,
    IReadOnlyList<AssetsFramework> Frameworks,
    IReadOnlyDictionary<string, AssetsLibrary> Libraries)
{
    public AssetsFramework? Framework(string name) => Frameworks.FirstOrDefault(framework => string.Equals(framework.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Full path of a referenced project; null for packages.</summary>
    public string? ReferencedProject(AssetsLibrary library) =>
        library.IsProject && library.Path is { Length: > 0 } path
            ? System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(ProjectPath)!, path.Replace('\\', '/')))
            : null;
}

/// <summary>The graph of one target framework.</summary>
/// <param name="Name">As the project writes it, e.g. <c>net10.0</c>.</param>
/// <param name="Roots">Names of the packages and projects that the project references itself.</param>
/// <param name="Pinned">Ids whose version central package management pins although they are only transitive.</param>
/// <param name="Targets">One without a runtime and one for each runtime identifier.</param>
public sealed record AssetsFramework(string Name, IReadOnlyList<string> Roots, IReadOnlyList<string> Pinned, IReadOnlyList<AssetsTarget> Targets)
{
    /// <summary>What is unpacked into the package folder beside the graph (NuGet: downloadDependencies): <c>PackageDownload</c>, packs of frameworks and runtimes.</summary>
    public IReadOnlyList<AssetsDownload> Downloads { get; init; } = [];
}

/// <param name="Version">As NuGet writes it: a range of one version, e.g. <c>[1.0.0, 1.0.0]</c>.</param>
public sealed record AssetsDownload(string Id, string Version);

/// <param name="Name">E.g. <c>net10.0</c> or <c>net10.0/linux-x64</c>.</param>
/// <param name="Nodes">By id; a target holds one version of an id.</param>
public sealed record AssetsTarget(string Name, IReadOnlyDictionary<string, AssetsNode> Nodes);

/// <param name="Key"><c>Id/Version</c>.</param>
/// <param name="Dependencies">Ids.</param>
public sealed record AssetsNode(string Key, string Id, bool IsProject, IReadOnlyList<string> Dependencies)
{
    /// <summary>Whether the build of the project imports its targets; not so where the reference leaves them out (<c>ExcludeAssets</c>).</summary>
    public bool ImportsTargets { get; init; }

    /// <summary>As paths name it: a project has no version.</summary>
    public string Step => IsProject ? Id : Key;
}

/// <param name="Path">Below a package folder for packages; to the project file, from the project, for projects.</param>
/// <param name="Files">What the package folder holds, with <c>/</c>.</param>
/// <param name="Sha512">Base64 hash of the package's content (NuGet: contentHash); null for projects.</param>
public sealed record AssetsLibrary(string Id, string Version, bool IsProject, string? Path, IReadOnlyList<string> Files, string? Sha512 = null)
{
    public string Key => $"{Id}/{Version}";
}

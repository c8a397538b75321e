using BannedVendorAnalyzer.Inspection.Loose;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>What a host knows of a project to check.</summary>
/// <param name="ProjectPath">Full path.</param>
/// <param name="AssetsPath">Full path of <c>project.assets.json</c>.</param>
/// <param name="Framework">The framework whose graph is judged, as the project writes it; null for all.</param>
/// <param name="DefiningFiles">Package id → file in which the build found its reference; empty where no build ran.</param>
/// <param name="Resolved">Packages whose files the build hands to the compiler or copies.</param>
/// <param name="ReferencesPassed">
/// Whether the projects it references did not stop the build that comes here. What they report as an error did then not stop them, because
/// their gate is off, judges for somebody else or does not run in this build, so it is reported here.
/// </param>
/// <param name="EntryPointFile">Full path of the source file of a file-based app, whose project file exists in memory alone; null for other projects.</param>
/// <param name="AssetsContent">The assets file where it has been read already; it is then not read again.</param>
public sealed record ProjectInput(
    string ProjectPath,
    string AssetsPath,
    string? Framework,
    IReadOnlyDictionary<string, string> DefiningFiles,
    IReadOnlyList<ResolvedItem> Resolved,
    bool ReferencesPassed = false,
    string? EntryPointFile = null,
    byte[]? AssetsContent = null)
{
    /// <summary>What it takes in without a package; only what can matter (<see cref="LooseInspector.CanMatter"/>).</summary>
    public IReadOnlyList<LooseItem> Loose { get; init; } = [];

    /// <summary>Full path of the file by which people know the project.</summary>
    public string OwnFile => EntryPointFile ?? ProjectPath;
}

/// <summary>A file that the build takes from a package.</summary>
public sealed record ResolvedItem(string Id, string Version, string File)
{
    /// <summary><c>Id/Version</c>, as assets files name it.</summary>
    public string Key => $"{Id}/{Version}";
}

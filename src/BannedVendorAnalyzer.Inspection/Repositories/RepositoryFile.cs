namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>The kinds of files that bring in packages beside the references of projects.</summary>
public enum RepositoryFileKind { ToolManifest, GlobalJson, NugetConfig, PackagesConfig, LockFile, Nuspec, FileBasedApp, Project }

/// <summary>A file that can bring in packages for a folder and all below it.</summary>
/// <param name="Path">Full path.</param>
public sealed record RepositoryFile(RepositoryFileKind Kind, string Path)
{
    private const string ToolManifestFolder = ".config";

    /// <summary>What is nearest to it: a tool manifest may lie one folder deeper.</summary>
    public string Folder { get; } = FolderOf(Path);

    /// <summary>As findings show it.</summary>
    public string Name => Projects.PathComparison.Below(Folder, Path);

    /// <summary>The file by its name; null where it is of none of the kinds.</summary>
    /// <param name="path">Full path.</param>
    public static RepositoryFile? Of(string path) => KindOf(System.IO.Path.GetFileName(path).ToLowerInvariant()) is { } kind ? new RepositoryFile(kind, path) : null;

    private static RepositoryFileKind? KindOf(string name) => name switch
    {
        "dotnet-tools.json" => RepositoryFileKind.ToolManifest,
        "global.json" => RepositoryFileKind.GlobalJson,
        "nuget.config" => RepositoryFileKind.NugetConfig,
        _ when IsNamed(name, ".config") => RepositoryFileKind.PackagesConfig,
        _ when IsNamed(name, ".lock.json") => RepositoryFileKind.LockFile,
        _ when name.EndsWith(".nuspec", StringComparison.Ordinal) => RepositoryFileKind.Nuspec,
        _ when name.EndsWith(".cs", StringComparison.Ordinal) => RepositoryFileKind.FileBasedApp,
        _ => null,
    };

    /// <summary>NuGet takes the name of the project into that of the file where a folder has several.</summary>
    private static bool IsNamed(string name, string ending) => name.StartsWith("packages.", StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal);

    private static string FolderOf(string path)
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        return System.IO.Path.GetFileName(folder) == ToolManifestFolder ? System.IO.Path.GetDirectoryName(folder) ?? folder : folder;
    }
}

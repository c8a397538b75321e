namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>Reads one file into what it brings in, by its kind.</summary>
public static class RepositoryReader
{
    private const int MostBytes = 32 * 1024 * 1024;

    public static FileEntries Read(RepositoryFile file)
    {
        var (bytes, problem) = BoundedFile.Read(file.Path, "file", MostBytes);
        return bytes is null ? FileEntries.Failed(problem!) : Parse(file, bytes);
    }

    /// <param name="bytes">What the file holds; a file-based app is read line by line, as far as its directives go.</param>
    public static FileEntries Parse(RepositoryFile file, byte[] bytes)
    {
        return file.Kind switch
        {
            RepositoryFileKind.ToolManifest => ToolManifestReader.Read(file.Path, bytes),
            RepositoryFileKind.GlobalJson => GlobalJsonReader.Read(file.Path, bytes),
            RepositoryFileKind.Project => ProjectSdkReader.Read(file.Path, bytes, VersionedSdks(file.Folder).Contains),
            RepositoryFileKind.NugetConfig => NugetConfigReader.Read(file.Path, bytes),
            RepositoryFileKind.PackagesConfig => PackagesConfigReader.Read(file.Path, bytes),
            RepositoryFileKind.LockFile => LockFileReader.Read(file.Path, bytes),
            RepositoryFileKind.FileBasedApp => FileBasedAppReader.Read(file.Path, VersionedSdks(file.Folder).Contains),
            RepositoryFileKind.Nuspec => NuspecEntriesReader.Read(file.Path, bytes),
            _ => throw new ArgumentOutOfRangeException(nameof(file)),
        };
    }

    /// <summary>The SDKs of the nearest global.json, which MSBuild takes wherever it lies.</summary>
    private static HashSet<string> VersionedSdks(string folder)
    {
        var sdks = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var here = folder; here is not null; here = Path.GetDirectoryName(here))
        {
            var path = Path.Combine(here, "global.json");
            if (!File.Exists(path)) continue;
            sdks.UnionWith(Read(new RepositoryFile(RepositoryFileKind.GlobalJson, path)).Packages.Select(sdk => sdk.Id));
            break;
        }

        return sdks;
    }
}

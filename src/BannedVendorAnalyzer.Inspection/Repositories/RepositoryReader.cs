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
            RepositoryFileKind.Project => ProjectSdkReader.Read(file.Path, bytes),
            RepositoryFileKind.NugetConfig => NugetConfigReader.Read(file.Path, bytes),
            RepositoryFileKind.PackagesConfig => PackagesConfigReader.Read(file.Path, bytes),
            RepositoryFileKind.LockFile => LockFileReader.Read(file.Path, bytes),
            RepositoryFileKind.FileBasedApp => FileBasedAppReader.Read(file.Path),
            RepositoryFileKind.Nuspec => NuspecEntriesReader.Read(file.Path, bytes),
            _ => throw new ArgumentOutOfRangeException(nameof(file)),
        };
    }
}

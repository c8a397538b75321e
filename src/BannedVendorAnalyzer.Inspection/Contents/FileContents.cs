using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Binaries;
using IOPath = System.IO.Path;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>One file by itself.</summary>
public sealed class FileContents : IPackageContents
{
    private FileContents(string file)
    {
        Path = IOPath.GetDirectoryName(file)!;
        Entries = [new ContentEntry(IOPath.GetFileName(file), new FileInfo(file).Length)];
    }

    /// <summary>The folder that holds it.</summary>
    public string Path { get; }

    public IReadOnlyList<ContentEntry> Entries { get; }

    public IReadOnlyList<FileProblem> Problems => [];

    /// <param name="file">Full path of a file that exists.</param>
    public static FileContents Of(string file) => new(file);

    public FileProblem? Read(ContentEntry entry, Action<IByteSource> look) => FolderContents.ReadFile(IOPath.Combine(Path, entry.Path), look);
}

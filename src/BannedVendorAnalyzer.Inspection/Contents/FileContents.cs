using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Assemblies;
using BannedVendorAnalyzer.Inspection.Binaries;
using IOPath = System.IO.Path;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>One file on disk as contents of their own.</summary>
public sealed class FileContents : IPackageContents
{
    internal FileContents(string folder, ContentEntry entry)
    {
        Path = folder;
        Entries = [entry];
    }

    /// <summary>Path of the folder that it is looked at from.</summary>
    public string Path { get; }

    public IReadOnlyList<ContentEntry> Entries { get; }

    public IReadOnlyList<FileProblem> Problems => [];

    /// <param name="file">Full path of a file that exists.</param>
    public static FileContents Of(string file) => new(IOPath.GetDirectoryName(file)!, new ContentEntry(IOPath.GetFileName(file), LinkTargets.LengthOf(new FileInfo(file))));

    public FileProblem? Read(ContentEntry entry, Action<IByteSource> look) => Read(IOPath.Combine(Path, entry.Path), look);

    /// <summary>Whether a file begins like something that is looked into; one that cannot be read may.</summary>
    public static bool MayBeLookedInto(string path)
    {
        if (IsEmpty(path)) return false;
        var head = new byte[BinaryFormats.HeadLength];
        var count = 0;
        var problem = Read(path, source => count = source.Read(0, head, 0, head.Length));
        return problem is not null || BinaryFormats.Detect(head, count) != BinaryFormat.None || Packings.IsZip(head, count) || Packings.IsGzip(head, count) || ResourceSet.IsSet(head, count);
    }

    /// <summary>Also what is no file at all, a pipe or a device, which would keep a reader waiting.</summary>
    internal static bool IsEmpty(string path) => LinkTargets.LengthOf(new FileInfo(path)) == 0;

    internal static FileProblem? Read(string path, Action<IByteSource> look)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1);
            look(new StreamByteSource(stream));
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return FileProblem.Of(path, $"the file cannot be read ({exception.Message})");
        }
    }
}

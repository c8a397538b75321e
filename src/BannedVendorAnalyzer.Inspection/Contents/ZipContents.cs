using System.Text;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Binaries;
using BannedVendorAnalyzer.Inspection.Contents.Zip;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>A zip archive, mostly a <c>.nupkg</c> (PKWARE APPNOTE, zip64 and data descriptors included).</summary>
public sealed class ZipContents : IPackageContents
{
    private const int LocalHeaderBytes = 30;
    private const uint LocalSignature = 0x04034B50;

    private readonly IByteSource _archive;
    private readonly Dictionary<string, PackedEntry> _places = new(StringComparer.Ordinal);

    private ZipContents(string path, IByteSource archive)
    {
        Path = path;
        _archive = archive;
        var problems = new ProblemList(path);
        try
        {
            Add(ZipDirectory.Read(archive, problems), problems);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add($"the archive cannot be read ({exception.Message})");
        }

        List<ContentEntry> read = [.. _places.Select(place => new ContentEntry(place.Key, place.Value.Unpacked))];
        read.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        Entries = read;
        Problems = problems.ToList();
    }

    public string Path { get; }

    public IReadOnlyList<ContentEntry> Entries { get; }

    public IReadOnlyList<FileProblem> Problems { get; }

    /// <param name="path">Only named in problems.</param>
    /// <param name="archive">Is read as long as the contents are.</param>
    public static ZipContents Of(string path, IByteSource archive) => new(path, archive);

    public FileProblem? Read(ContentEntry entry, Action<IByteSource> look)
    {
        var place = _places[entry.Path];
        try
        {
            if (Start(place) is not { } start) return FileProblem.Of(Path, $"the header of '{entry.Path}' says something else than the archive's directory");
            return place.Unpack(new PartSource(_archive, start, place.Packed), look) ? null : FileProblem.Of(Path, $"'{entry.Path}' cannot be unpacked");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return FileProblem.Of(Path, $"'{entry.Path}' cannot be read ({exception.Message})");
        }
    }

    private void Add(List<PackedEntry> entries, ProblemList problems)
    {
        var folded = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            if (EntryPaths.TryRead(entry.Name, out var path) is { } problem) problems.Add($"'{entry.Name}' {problem}");
            else if (!folded.Add(path)) problems.Add($"'{path}' is there more than once, or differs from another file only in case");
            else if (!entry.IsDeflated && entry.Packed != entry.Unpacked) problems.Add($"'{path}' is not packed and has two lengths");
            else _places.Add(path, entry);
        }
    }

    /// <summary>Where the data begins; null when the header before it is not the entry's (4.3.7): another reader would see another file.</summary>
    private long? Start(PackedEntry entry)
    {
        if (ZipBlock.Read(_archive, entry.Start, LocalHeaderBytes) is not { } header || header.U32(0) != LocalSignature) return null;
        var name = new byte[header.U16(26)];
        if (_archive.Read(entry.Start + LocalHeaderBytes, name, 0, name.Length) < name.Length || Encoding.UTF8.GetString(name) != entry.Name) return null;
        var start = entry.Start + LocalHeaderBytes + name.Length + header.U16(28);
        return start + entry.Packed <= _archive.Length ? start : null;
    }
}

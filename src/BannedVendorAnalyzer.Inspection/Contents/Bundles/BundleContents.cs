using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Inspection.Contents.Bundles;

/// <summary>A single-file application of .NET: assemblies, and native libraries and content where they are included, behind its host.</summary>
internal sealed class BundleContents : IPackageContents
{
    private readonly IByteSource _application;
    private readonly Dictionary<ContentEntry, PackedEntry> _places = [];

    private BundleContents(string path, IByteSource application, List<PackedEntry> files, ProblemList problems)
    {
        Path = path;
        _application = application;
        foreach (var file in files)
        {
            var entry = new ContentEntry(file.Name, file.Unpacked);
            if (_places.ContainsKey(entry)) problems.Add($"'{file.Name}' is there more than once");
            else _places.Add(entry, file);
        }

        Entries = [.. _places.Keys.OrderBy(entry => entry.Path, StringComparer.Ordinal)];
        Problems = problems.ToList();
    }

    public string Path { get; }

    public IReadOnlyList<ContentEntry> Entries { get; }

    public IReadOnlyList<FileProblem> Problems { get; }

    /// <summary>Bytes that lie in the application as they are: nothing is unpacked for them.</summary>
    public long PlainBytes => _places.Values.Where(file => !file.IsDeflated).Sum(file => file.Packed);

    /// <param name="path">Only named in problems.</param>
    /// <param name="application">Is read as long as the contents are.</param>
    /// <param name="imageLength">How far its host reaches.</param>
    /// <returns>Null for what is none.</returns>
    public static BundleContents? Find(string path, IByteSource application, long imageLength)
    {
        BundleContents? unreadable = null;
        foreach (var offset in BundleMarker.Find(application, imageLength))
        {
            var problems = new ProblemList(path);
            if (BundleManifest.Read(application, offset, problems) is { } files) return new BundleContents(path, application, files, problems);
            unreadable ??= new BundleContents(path, application, [], problems);
        }

        return unreadable;
    }

    public FileProblem? Read(ContentEntry entry, Action<IByteSource> look)
    {
        var file = _places[entry];
        try
        {
            return file.Unpack(new PartSource(_application, file.Start, file.Packed), look) ? null : FileProblem.Of(Path, $"'{entry.Path}' cannot be unpacked");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return FileProblem.Of(Path, $"'{entry.Path}' cannot be read ({exception.Message})");
        }
    }
}

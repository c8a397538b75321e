using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Inspection.Contents.Bundles;

/// <summary>The list of files in a single-file application (dotnet/designs, accepted/2020/single-file/bundler.md), of all versions that .NET has written.</summary>
internal sealed class BundleManifest
{
    // .NET Core 3, .NET 5, and .NET 6 and later.
    private const uint First = 1;
    private const uint WithSettings = 2;
    private const uint WithPacking = 6;

    /// <summary>Places and lengths of two settings files, and flags.</summary>
    private const int SettingsBytes = 40;

    private const int MostNameBytes = 4096;

    private readonly ImageBytes _bytes;
    private long _at;

    private BundleManifest(IByteSource source, long at)
    {
        _bytes = new ImageBytes(new ByteWindow(source), 0, source.Length);
        _at = at;
    }

    /// <returns>Null, with a problem, where there is no such list.</returns>
    public static List<PackedEntry>? Read(IByteSource source, long at, ProblemList problems) => new BundleManifest(source, at).Read(source.Length, problems);

    private List<PackedEntry>? Read(long length, ProblemList problems)
    {
        var start = _at;
        var version = (uint)Number(4);
        Number(4);
        var count = (int)Number(4);
        if (version is not (First or WithSettings or WithPacking) || count <= 0 || Text() is null)
        {
            problems.Add($"a single-file application should have its list of files at 0x{start:X}, where none is that is known here");
            return null;
        }

        if (count > ContentBounds.MostEntries)
        {
            problems.Add($"the single-file application says that it has {count} files; more than {ContentBounds.MostEntries} are not read");
            return [];
        }

        if (version >= WithSettings) _at += SettingsBytes;
        var entries = new List<PackedEntry>();
        for (var i = 0; i < count; i++)
        {
            if (ReadEntry(version) is not { } entry)
            {
                problems.Add($"file {i + 1} of {count} in the single-file application's list is damaged; those behind it were not read");
                break;
            }

            entries.Add(entry);
        }

        return PackedEntries.Bounded(entries, 0, length, "single-file application", problems);
    }

    private PackedEntry? ReadEntry(uint version)
    {
        var (start, unpacked, packed) = (Number(8), Number(8), version >= WithPacking ? Number(8) : 0);
        const int typeBytes = 1;
        _at += typeBytes;

        // 0 stands for what is not packed.
        return Text() is { } name ? new PackedEntry(name.Replace('\\', '/'), packed != 0, packed == 0 ? unpacked : packed, unpacked, start) : null;
    }

    private long Number(int size)
    {
        _at += size;
        return _bytes.Word(_at - size, size == 8);
    }

    /// <summary>As System.IO.BinaryWriter writes it: the length in groups of seven bits, the lowest first.</summary>
    private string? Text()
    {
        var length = 0;
        for (var shift = 0; shift <= 14; shift += 7)
        {
            var part = _bytes.U8(_at++);
            length |= (part & 0x7F) << shift;
            if (part < 0x80) return Text(length);
        }

        return null;
    }

    private string? Text(int length)
    {
        if (length is 0 or > MostNameBytes || !_bytes.Contains(_at, length)) return null;
        _at += length;
        return _bytes.Text(_at - length, length);
    }
}

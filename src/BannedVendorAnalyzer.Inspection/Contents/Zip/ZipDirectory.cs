using System.Text;
using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Inspection.Contents.Zip;

/// <summary>
/// Reads the central directory (PKWARE APPNOTE 4.3.12). System.IO.Compression reads it too, but makes an object of every entry before
/// anybody can count them, and does not see entries that share their data.
/// </summary>
internal static class ZipDirectory
{
    private const uint Signature = 0x02014B50;
    private const int HeaderBytes = 46;
    private const int LocalHeaderBytes = 30;
    private const int MostBytes = 64 * 1024 * 1024;
    private const int Zip64Extra = 1;
    private const int UnixSystem = 3;
    private const int UnixTypes = 0xF000;
    private const int UnixLink = 0xA000;
    private const int Encrypted = 1;
    private const int Stored = 0;
    private const int Deflated = 8;

    /// <summary>Whether an archive ends where the source does and begins at or behind an offset: everybody finds it by its end.</summary>
    public static bool IsBehind(long offset, IByteSource source) =>
        ZipEnd.Find(source) is { Count: > 0 } end && end.Start > offset && ZipBlock.Read(source, end.Start, HeaderBytes) is { } first && first.U32(0) == Signature;

    public static List<PackedEntry> Read(IByteSource archive, ProblemList problems)
    {
        if (ZipEnd.Find(archive) is not { } end)
        {
            problems.Add("the archive has no directory at its end; it is damaged or no zip archive");
            return [];
        }

        if (end.Count > ContentBounds.MostEntries || end.Bytes > MostBytes)
        {
            problems.Add($"the archive says that it has {end.Count} entries; more than {ContentBounds.MostEntries} are not read");
            return [];
        }

        var bytes = new byte[end.Bytes];
        if (archive.Read(end.Start, bytes, 0, bytes.Length) < bytes.Length)
        {
            problems.Add("the archive's directory lies outside of it");
            return [];
        }

        return PackedEntries.Bounded(Read(bytes, end, problems), LocalHeaderBytes, archive.Length, "archive", problems);
    }

    private static List<PackedEntry> Read(byte[] bytes, ZipEnd end, ProblemList problems)
    {
        var entries = new List<PackedEntry>();
        var at = 0;
        for (var index = 0L; index < end.Count; index++)
        {
            var block = new ZipBlock(bytes, at);
            if (bytes.Length - at < HeaderBytes || block.U32(0) != Signature || HeaderBytes + block.U16(28) + block.U16(30) + block.U16(32) > bytes.Length - at)
            {
                problems.Add($"entry {index + 1} of {end.Count} in the archive's directory is damaged; those behind it were not read");
                return entries;
            }

            var name = Encoding.UTF8.GetString(bytes, at + HeaderBytes, block.U16(28));
            if (Problem(block) is { } problem) problems.Add($"'{name}' {problem}");
            else if (!IsFolder(name, block)) entries.Add(Entry(block, bytes, at, name, end.Shift));
            at += HeaderBytes + block.U16(28) + block.U16(30) + block.U16(32);
        }

        if (at < bytes.Length) problems.Add("the archive's directory has more entries than it says");
        return entries;
    }

    private static bool IsFolder(string name, ZipBlock block) => name.EndsWith("/", StringComparison.Ordinal) && block.U32(24) == 0;

    private static string? Problem(ZipBlock block)
    {
        if ((block.U16(8) & Encrypted) != 0) return "is encrypted";
        if (block.U16(10) is not (Stored or Deflated)) return $"is packed by method {block.U16(10)}, which is not read";
        return block.U16(4) >> 8 == UnixSystem && (block.U16(40) & UnixTypes) == UnixLink ? "is a symbolic link" : null;
    }

    private static PackedEntry Entry(ZipBlock block, byte[] bytes, int at, string name, long shift)
    {
        var (packed, unpacked, header) = ((long)block.U32(20), (long)block.U32(24), (long)block.U32(42));
        var extra = at + HeaderBytes + block.U16(28);
        var end = extra + block.U16(30);
        while (end - extra >= 4)
        {
            var field = new ZipBlock(bytes, extra);
            var next = extra + 4 + field.U16(2);
            if (next > end) break;

            // Only the fields that are full in the header stand here, in this order (4.5.3).
            var value = extra + 4;
            if (field.U16(0) == Zip64Extra)
            {
                unpacked = Long(unpacked, bytes, ref value, next);
                packed = Long(packed, bytes, ref value, next);
                header = Long(header, bytes, ref value, next);
            }

            extra = next;
        }

        return new PackedEntry(name, block.U16(10) == Deflated, packed, unpacked, header + shift);
    }

    private static long Long(long value, byte[] bytes, ref int at, int end)
    {
        if (value != uint.MaxValue || end - at < 8) return value;
        at += 8;
        return new ZipBlock(bytes, at - 8).I64(0);
    }
}

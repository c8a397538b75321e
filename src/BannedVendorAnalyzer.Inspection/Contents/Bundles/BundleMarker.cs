using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Inspection.Contents.Bundles;

/// <summary>
/// The 32 bytes in the host of .NET applications behind which it knows its files: SHA-256 of ".net core bundle\n". In front of them stands the offset of their
/// list, 0 as long as there are none (dotnet/designs, accepted/2020/single-file).
/// </summary>
internal static class BundleMarker
{
    private const int OffsetBytes = 8;
    private const int BlockBytes = 64 * 1024;

    /// <summary>The host of self-contained applications has 12 MB.</summary>
    private const long MostSearched = 64L * 1024 * 1024;

    /// <summary>Programs that make such applications hold the bytes themselves.</summary>
    private const int MostMarkers = 16;

    private static readonly byte[] Bytes =
    [
        0x8B, 0x12, 0x02, 0xB9, 0x6A, 0x61, 0x20, 0x38, 0x72, 0x7B, 0x93, 0x02, 0x14, 0xD7, 0xA0, 0x32,
        0x13, 0xF5, 0xB9, 0xE6, 0xEF, 0xAE, 0x33, 0x18, 0xEE, 0x3B, 0x2D, 0xCE, 0x24, 0xB3, 0x6A, 0xAE,
    ];

    /// <summary>Offsets of lists, as they stand there.</summary>
    /// <param name="length">Of the image; the files stand behind it.</param>
    public static IReadOnlyList<long> Find(IByteSource source, long length)
    {
        var found = new List<long>();
        var block = new byte[BlockBytes];
        var end = Math.Min(length, MostSearched);
        for (var start = 0L; start < end;)
        {
            var count = source.Read(start, block, 0, (int)Math.Min(block.Length, end - start));
            Find(block, count, found);

            // A marker with its offset can lie on the border of two blocks.
            var step = count - OffsetBytes - Bytes.Length + 1;
            if (step <= 0 || found.Count >= MostMarkers || start + count >= end) return found;
            start += step;
        }

        return found;
    }

    private static void Find(byte[] block, int count, List<long> found)
    {
        var last = count - Bytes.Length;
        for (var at = OffsetBytes; at <= last && (at = Array.IndexOf(block, Bytes[0], at, last - at + 1)) >= 0; at++)
            if (IsMarker(block, at) && Offset(block, at - OffsetBytes) is not 0 and var offset && found.Count < MostMarkers) found.Add(offset);
    }

    private static bool IsMarker(byte[] block, int at)
    {
        for (var i = 0; i < Bytes.Length; i++)
            if (block[at + i] != Bytes[i]) return false;
        return true;
    }

    /// <summary>All systems that .NET runs such applications on are little-endian, but for s390x.</summary>
    private static long Offset(byte[] block, int at)
    {
        var offset = 0UL;
        for (var i = OffsetBytes - 1; i >= 0; i--) offset = offset << 8 | block[at + i];
        return (long)offset;
    }
}

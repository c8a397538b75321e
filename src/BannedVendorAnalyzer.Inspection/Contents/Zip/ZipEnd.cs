using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Inspection.Contents.Zip;

/// <summary>The end of the central directory (PKWARE APPNOTE 4.3.14 to 4.3.16), also of zip64.</summary>
/// <param name="Start">Where the directory really lies: data in front of the archive shifts all its offsets.</param>
/// <param name="Shift">How far.</param>
internal sealed record ZipEnd(long Count, long Start, long Bytes, long Shift)
{
    private const uint Signature = 0x06054B50;
    private const uint LocatorSignature = 0x07064B50;
    private const uint Zip64Signature = 0x06064B50;
    private const int EndBytes = 22;
    private const int LocatorBytes = 20;
    private const int Zip64Bytes = 56;
    private const int MostCommentBytes = 65_535;

    /// <summary>Null where there is none that ends with the archive.</summary>
    public static ZipEnd? Find(IByteSource archive)
    {
        var tail = new byte[(int)Math.Min(archive.Length, EndBytes + MostCommentBytes)];
        var offset = archive.Length - tail.Length;
        if (archive.Read(offset, tail, 0, tail.Length) < tail.Length) return null;
        for (var at = tail.Length - EndBytes; at >= 0; at--)
        {
            var end = new ZipBlock(tail, at);
            if (end.U32(0) == Signature && at + EndBytes + end.U16(20) == tail.Length) return Read(archive, offset + at, end);
        }

        return null;
    }

    private static ZipEnd? Read(IByteSource archive, long offset, ZipBlock end)
    {
        var (count, bytes, start) = ((long)end.U16(10), (long)end.U32(12), (long)end.U32(16));
        var after = offset;
        if (ZipBlock.Read(archive, offset - LocatorBytes, LocatorBytes) is { } locator && locator.U32(0) == LocatorSignature)
        {
            // With data in front the stated offset is too small, and the record still ends where its locator begins.
            after = offset - LocatorBytes - Zip64Bytes;
            if (Zip64(archive, locator.I64(8)) is { } stated) (after, end) = (locator.I64(8), stated);
            else if (Zip64(archive, after) is { } found) end = found;
            else return null;
            (count, bytes, start) = (end.I64(32), end.I64(40), end.I64(48));
        }

        var real = after - bytes;
        return count < 0 || bytes < 0 || start < 0 || real < start ? null : new ZipEnd(count, real, bytes, real - start);
    }

    private static ZipBlock? Zip64(IByteSource archive, long offset) =>
        ZipBlock.Read(archive, offset, Zip64Bytes) is { } block && block.U32(0) == Zip64Signature ? block : null;
}

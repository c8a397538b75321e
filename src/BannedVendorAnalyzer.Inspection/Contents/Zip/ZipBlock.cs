using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Inspection.Contents.Zip;

/// <summary>Little-endian fields of a block of the archive. Reading past its end is what <see cref="ZipDirectory"/> must not do.</summary>
internal readonly struct ZipBlock(byte[] bytes, int start)
{
    public int U16(int at) => bytes[start + at] | bytes[start + at + 1] << 8;

    public uint U32(int at) => (uint)(U16(at) | U16(at + 2) << 16);

    /// <summary>Negative for what no file can hold.</summary>
    public long I64(int at) => (long)(U32(at) | (ulong)U32(at + 4) << 32);

    public static ZipBlock? Read(IByteSource source, long offset, int length)
    {
        if (offset < 0) return null;
        var bytes = new byte[length];
        return source.Read(offset, bytes, 0, length) == length ? new ZipBlock(bytes, 0) : null;
    }
}

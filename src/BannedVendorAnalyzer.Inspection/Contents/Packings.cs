using System.IO.Compression;
using BannedVendorAnalyzer.Inspection.Assemblies;
using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>Tells by their first bytes how contents are packed, and unpacks them.</summary>
internal static class Packings
{
    private const int DeflateProbeBytes = BinaryFormats.HeadLength;

    // RFC 1950: the header of zlib has two bytes, a multiple of 31 with method 8.
    private const int ZlibHeaderBytes = 2;

    public static bool IsZip(byte[] head, int count) => count >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;

    /// <summary>RFC 1952 2.3.1.</summary>
    public static bool IsGzip(byte[] head, int count) => count >= 3 && head[0] == 0x1F && head[1] == 0x8B && head[2] == 8;

    public static InflatingSource Gunzip(IByteSource packed) => new(new GZipStream(new SourceStream(packed), CompressionMode.Decompress), ContentBounds.MostPackedBytes);

    /// <summary>
    /// DEFLATE without any header, as packers of assemblies write it, or behind that of zlib. Nothing marks it, so it is one when it unpacks to what
    /// begins like a binary.
    /// </summary>
    /// <returns>Null when it is none.</returns>
    public static InflatingSource? Inflate(IByteSource packed, byte[] head)
    {
        var isZlib = (head[0] & 0x0F) == 8 && (head[0] << 8 | head[1]) % 31 == 0;
        return (DeflateHeader.MayBegin(head, 0) ? Inflate(packed, 0) : null) ?? (isZlib && DeflateHeader.MayBegin(head, ZlibHeaderBytes) ? Inflate(packed, ZlibHeaderBytes) : null);
    }

    private static InflatingSource? Inflate(IByteSource packed, int skipped)
    {
        var data = new PartSource(packed, skipped, packed.Length - skipped);
        var unpacking = new InflatingSource(new DeflateStream(new SourceStream(data), CompressionMode.Decompress), ContentBounds.MostPackedBytes);
        var head = new byte[DeflateProbeBytes];
        if (BinaryFormats.Detect(head, unpacking.Read(0, head, 0, head.Length)) != BinaryFormat.None) return unpacking;
        unpacking.Dispose();
        return null;
    }
}

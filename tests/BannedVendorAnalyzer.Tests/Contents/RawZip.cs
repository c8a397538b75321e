using System.IO.Compression;
using System.Text;

namespace BannedVendorAnalyzer.Tests.Contents;

/// <summary>Writes zip archives byte by byte (PKWARE APPNOTE 4.3), so that tests can write what no library would.</summary>
public sealed class RawZip
{
    private readonly List<byte> _archive = [];
    private readonly List<byte> _directory = [];
    private int _count;

    /// <summary>What the directory says; null says the truth.</summary>
    public long? StatedCount { get; init; }

    public long? StatedBytes { get; init; }

    public bool IsZip64 { get; init; }

    public byte[] Before { init => _archive.AddRange(value); }

    /// <param name="length">What the directory says that it unpacks to.</param>
    /// <param name="at">Offset of another entry's header to point to.</param>
    public RawZip Add(string name, byte[] data, bool deflate = true, uint? length = null, uint? packedLength = null, string? localName = null, ushort flags = 0, uint attributes = 0, uint? at = null, ushort? method = null)
    {
        var packed = deflate ? Deflate(data) : data;
        var isDescribedBehind = (flags & 8) != 0;
        var header = at ?? (uint)_archive.Count;
        var utf8 = Encoding.UTF8.GetBytes(name);
        var local = Encoding.UTF8.GetBytes(localName ?? name);
        var how = method ?? (ushort)(deflate ? 8 : 0);
        if (at is null)
        {
            Write(_archive, 0x04034B50u, (ushort)20, flags, how, 0u, 0u, isDescribedBehind ? 0u : (uint)packed.Length, isDescribedBehind ? 0u : (uint)data.Length, (ushort)local.Length, (ushort)0);
            _archive.AddRange(local);
            _archive.AddRange(packed);
            if (isDescribedBehind) Write(_archive, 0x08074B50u, 0u, (uint)packed.Length, (uint)data.Length);
        }

        var extra = IsZip64 ? Extra((ulong)data.Length, (ulong)packed.Length, header) : [];
        Write(_directory, 0x02014B50u, (ushort)(3 << 8), (ushort)20, flags, how, 0u, 0u, IsZip64 ? uint.MaxValue : packedLength ?? (uint)packed.Length, IsZip64 ? uint.MaxValue : length ?? (uint)data.Length, (ushort)utf8.Length, (ushort)extra.Length, (ushort)0, (ushort)0, (ushort)0, attributes, IsZip64 ? uint.MaxValue : header);
        _directory.AddRange(utf8);
        _directory.AddRange(extra);
        _count++;
        return this;
    }

    /// <param name="shift">Bytes of <see cref="Before"/> that the offsets do not count.</param>
    public byte[] Build(int shift = 0)
    {
        var start = _archive.Count - shift;
        _archive.AddRange(_directory);
        var (count, bytes) = (StatedCount ?? _count, StatedBytes ?? _directory.Count);
        if (IsZip64)
        {
            var end = _archive.Count;
            Write(_archive, 0x06064B50u, 44UL, (ushort)45, (ushort)45, 0u, 0u, (ulong)count, (ulong)count, (ulong)bytes, (ulong)start);
            Write(_archive, 0x07064B50u, 0u, (ulong)(end - shift), 1u);
        }

        Write(_archive, 0x06054B50u, (ushort)0, (ushort)0, IsZip64 ? ushort.MaxValue : (ushort)count, IsZip64 ? ushort.MaxValue : (ushort)count, IsZip64 ? uint.MaxValue : (uint)bytes, IsZip64 ? uint.MaxValue : (uint)start, (ushort)0);
        return [.. _archive];
    }

    public static byte[] Deflate(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var stream = new DeflateStream(packed, CompressionLevel.Optimal)) stream.Write(data);
        return packed.ToArray();
    }

    private static byte[] Extra(ulong unpacked, ulong packed, uint header)
    {
        List<byte> extra = [];
        Write(extra, (ushort)1, (ushort)24, unpacked, packed, (ulong)header);
        return [.. extra];
    }

    private static void Write(List<byte> bytes, params object[] fields)
    {
        foreach (var field in fields)
        {
            bytes.AddRange(field switch
            {
                ushort value => BitConverter.GetBytes(value),
                uint value => BitConverter.GetBytes(value),
                ulong value => BitConverter.GetBytes(value),
                _ => throw new ArgumentOutOfRangeException(nameof(fields)),
            });
        }
    }
}

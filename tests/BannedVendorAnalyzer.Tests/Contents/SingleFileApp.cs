using System.Security.Cryptography;
using System.Text;
using BannedVendorAnalyzer.Tests.Binaries;

namespace BannedVendorAnalyzer.Tests.Contents;

/// <summary>Writes single-file applications (dotnet/designs, accepted/2020/single-file/bundler.md) in the order in which the SDK does: host, files, list.</summary>
public sealed class SingleFileApp
{
    private readonly List<(string Name, byte[] Data, bool Pack)> _files = [];

    /// <summary>6 since .NET 6; 2 and 1 pack nothing.</summary>
    public int Version { get; init; } = 6;

    /// <summary>What the list says; null says the truth.</summary>
    public int? StatedCount { get; init; }

    public long? StatedStart { get; init; }

    public long? StatedLength { get; init; }

    /// <summary>Where the host says that the list is; null says the truth.</summary>
    public long? StatedList { get; init; }

    public bool IsForMac { get; init; }

    /// <summary>Where the mark stands in the host.</summary>
    public int MarkAt { get; init; } = 0x1008;

    private static byte[] Mark => SHA256.HashData(Encoding.ASCII.GetBytes(".net core bundle\n"));

    /// <summary>A host with the mark and without files, as every application has it that is not in a single file.</summary>
    public byte[] Host => HostOf(0);

    public SingleFileApp Add(string name, byte[] data, bool pack = false)
    {
        _files.Add((name, data, pack));
        return this;
    }

    public byte[] Build()
    {
        var list = new ByteWriter().U32(Version).U32(0).U32(StatedCount ?? _files.Count).U8(12).Ascii("abcdefghijkl");
        if (Version >= 2) list.PadTo(list.Length + 40);
        var files = new List<byte>();
        var start = Host.Length;
        foreach (var (name, data, pack) in _files)
        {
            var packed = pack ? RawZip.Deflate(data) : data;
            var text = Encoding.UTF8.GetBytes(name);
            list.U64(StatedStart ?? start + files.Count).U64(StatedLength ?? data.Length);
            if (Version >= 6) list.U64(pack ? packed.Length : 0);
            list.U8(1).U8((text.Length & 0x7F) | 0x80).U8(text.Length >> 7).Bytes(text);
            files.AddRange(packed);
        }

        return [.. HostOf(StatedList ?? start + files.Count), .. files, .. list.ToArray()];
    }

    private byte[] HostOf(long list)
    {
        byte[] host = IsForMac ? MacHost() : [.. new ElfBuilder { Exports = ["main"], HasSections = false, LoadedLength = 0x20000 }.Build()];
        BitConverter.TryWriteBytes(host.AsSpan(MarkAt - 8), list);
        Mark.CopyTo(host, MarkAt);
        return host;
    }

    /// <summary>The SDK lets the last segment reach over the files, so that a signature covers them.</summary>
    private static byte[] MacHost()
    {
        const int command = 72, length = 0x20000, everything = 0x10000000;
        var file = new ByteWriter().U32(0xFEEDFACF).U32(0x0100000C).U32(0).U32(2).U32(2).U32(2 * command).U32(0).PadTo(32);
        file.U32(0x19).U32(command).Ascii("__TEXT").PadTo(32 + 40).U64(0).U64(length).PadTo(32 + command);
        file.U32(0x19).U32(command).Ascii("__LINKEDIT").PadTo(32 + command + 40).U64(length).U64(everything);
        return file.PadTo(length).ToArray();
    }
}

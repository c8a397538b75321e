using System.IO.Compression;
using BannedVendorAnalyzer.Inspection.Assemblies;
using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>One file inside another, as the list of files there describes it.</summary>
/// <param name="Name">As it stands there.</param>
/// <param name="Start">Where it begins: its data, or the header in front of that.</param>
internal sealed record PackedEntry(string Name, bool IsDeflated, long Packed, long Unpacked, long Start)
{
    /// <param name="data">What is packed, without a header.</param>
    /// <returns>False when it is not what the list says, as far as it was read.</returns>
    public bool Unpack(PartSource data, Action<IByteSource> look)
    {
        if (!IsDeflated)
        {
            look(data);
            return true;
        }

        using var unpacking = new InflatingSource(new DeflateStream(new SourceStream(data), CompressionMode.Decompress), Unpacked);
        look(unpacking);
        return !unpacking.IsDamaged;
    }
}

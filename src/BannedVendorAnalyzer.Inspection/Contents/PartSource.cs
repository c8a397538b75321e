using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>A part of another source.</summary>
internal sealed class PartSource(IByteSource whole, long start, long length) : IByteSource
{
    public long Length => length;

    public int Read(long offset, byte[] buffer, int index, int count) =>
        offset < 0 || offset >= length ? 0 : whole.Read(start + offset, buffer, index, (int)Math.Min(count, length - offset));
}

namespace BannedVendorAnalyzer.Inspection.Binaries;

/// <summary>Bytes that are in memory; they are not copied.</summary>
public sealed class ByteArraySource(byte[] bytes) : IByteSource
{
    public long Length => bytes.Length;

    public int Read(long offset, byte[] buffer, int index, int count)
    {
        if (offset < 0 || offset >= bytes.Length)
            return 0;

        var read = (int)Math.Min(count, bytes.Length - offset);
        Buffer.BlockCopy(bytes, (int)offset, buffer, index, read);
        return read;
    }
}

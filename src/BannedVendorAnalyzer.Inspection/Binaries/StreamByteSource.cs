namespace BannedVendorAnalyzer.Inspection.Binaries;

/// <summary>A stream that can seek, mostly a file; who opened it closes it.</summary>
public sealed class StreamByteSource(Stream stream) : IByteSource
{
    public long Length { get; } = stream.Length;

    public int Read(long offset, byte[] buffer, int index, int count)
    {
        if (offset < 0 || offset >= Length)
            return 0;

        stream.Position = offset;
        var read = 0;
        // A stream may return less than was asked for before its end.
        while (read < count && stream.Read(buffer, index + read, count - read) is > 0 and var more)
            read += more;

        return read;
    }
}

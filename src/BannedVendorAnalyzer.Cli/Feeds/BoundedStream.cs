namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>Passes on what is written, up to a number of bytes; more is an <see cref="IOException"/>.</summary>
internal sealed class BoundedStream(Stream inner, long most) : Stream
{
    private long _written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _written;

    public override long Position { get => _written; set => throw new NotSupportedException(); }

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count)
    {
        _written += count;
        if (_written > most) throw new IOException($"more than {most} bytes");
        inner.Write(buffer, offset, count);
    }
}

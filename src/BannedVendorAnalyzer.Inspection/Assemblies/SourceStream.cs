using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Inspection.Assemblies;

/// <summary>A byte source as a stream. Headers are read in small pieces, so it reads ahead.</summary>
internal sealed class SourceStream(IByteSource source) : Stream
{
    private readonly byte[] _ahead = new byte[4096];
    private long _aheadStart;
    private int _aheadLength;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => source.Length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (count <= 0) return 0;
        var read = count >= _ahead.Length ? source.Read(Position, buffer, offset, count) : ReadAhead(buffer, offset, count);
        Position += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
        // Nothing is written.
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int ReadAhead(byte[] buffer, int offset, int count)
    {
        if (Position < _aheadStart || Position + count > _aheadStart + _aheadLength)
        {
            _aheadStart = Position;
            _aheadLength = source.Read(Position, _ahead, 0, _ahead.Length);
        }

        var read = (int)Math.Min(count, _aheadStart + _aheadLength - Position);
        if (read <= 0) return 0;
        Buffer.BlockCopy(_ahead, (int)(Position - _aheadStart), buffer, offset, read);
        return read;
    }
}

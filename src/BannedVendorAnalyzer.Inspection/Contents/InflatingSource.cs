using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>Packed bytes that are unpacked as far as somebody reads: of most files the first few tell that nobody needs the rest.</summary>
/// <param name="unpacking">Gives the unpacked bytes from the first on.</param>
/// <param name="length">How many are expected; more are never unpacked.</param>
internal sealed class InflatingSource(Stream unpacking, long length) : IByteSource, IDisposable
{
    private const int FirstBytes = 4096;

    private byte[] _bytes = [];
    private int _count;
    private bool _hasEnded;

    public long Length => length;

    /// <summary>Whether the bytes ended too early or are damaged, as far as they were read.</summary>
    public bool IsDamaged { get; private set; }

    public int Read(long offset, byte[] buffer, int index, int count)
    {
        if (offset < 0 || offset >= length) return 0;
        Unpack((int)Math.Min(length, offset + count));
        var read = (int)Math.Max(0, Math.Min(count, _count - offset));
        Buffer.BlockCopy(_bytes, (int)Math.Min(offset, _count), buffer, index, read);
        return read;
    }

    /// <summary>Everything, for packings that do not tell their length: up to the length that was expected at most.</summary>
    public byte[] ReadAll()
    {
        Unpack((int)length);
        Array.Resize(ref _bytes, _count);
        return _bytes;
    }

    public void Dispose() => unpacking.Dispose();

    private void Unpack(int wanted)
    {
        if (_hasEnded || wanted <= _count) return;

        // Doubling keeps the copying linear; what a header claims is not believed before the bytes are there.
        while (_count < wanted && !_hasEnded)
        {
            if (_count == _bytes.Length) Array.Resize(ref _bytes, (int)Math.Min(length, Math.Max(FirstBytes, _bytes.Length * 2L)));
            var read = ReadMore();
            _count += read;
            if (read == 0) (_hasEnded, IsDamaged) = (true, true);
        }
    }

    private int ReadMore()
    {
        try
        {
            return unpacking.Read(_bytes, _count, _bytes.Length - _count);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            // Mono says the second.
            return 0;
        }
    }
}

namespace BannedVendorAnalyzer.Inspection.Binaries;

/// <summary>Collects the names of exports as bytes, each once, within bounds.</summary>
internal sealed class ExportCollector
{
    /// <summary>
    /// Longer names are cut there. C++ compilers for Windows end them at 4,096; elsewhere templates make longer ones, of which the beginning is enough.
    /// </summary>
    public const int MostNameLength = 4096;

    // The largest libraries seen, those of LLVM, have 46,000 names in 3 MB.
    private const int MostNames = 250_000;
    private const int MostBytes = 8 << 20;

    // With names that repeat, as those of versions do; a table could name one long text a million times.
    private const long MostTaken = 32 << 20;

    // A table half full needs a few. Names made to have one hash would need one for each name; they are kept without being compared.
    private const int MostProbes = 64;

    private byte[] _text = new byte[256];
    private int[] _starts = new int[16];

    // Open addressing: index of a name + 1, 0 for a free place. Its length is a power of two and at least twice the number of names.
    private int[] _table = new int[32];
    private int _count;
    private long _taken;

    public bool IsFull { get; private set; }

    /// <summary>False when there is no such text in the file. Whether there is room for it is told by <see cref="IsFull"/>.</summary>
    public bool TryAdd(ImageBytes bytes, long offset)
    {
        var length = bytes.TextLength(offset, MostNameLength);
        if (length < 0 && bytes.Contains(offset, MostNameLength))
            length = MostNameLength;

        if (length > 0 && TryReserve(length))
        {
            bytes.CopyTo(offset, _text, _starts[_count], length);
            Keep(length);
        }

        return length >= 0;
    }

    public void Add(byte[] bytes, int length)
    {
        if (length > 0 && TryReserve(length))
        {
            Buffer.BlockCopy(bytes, 0, _text, _starts[_count], length);
            Keep(length);
        }
    }

    public ExportNames ToNames() => new(_text, _starts, _count, !IsFull);

    private bool TryReserve(int length)
    {
        var end = _starts[_count] + length;
        _taken += length;
        IsFull |= _count == MostNames || end > MostBytes || _taken > MostTaken;
        if (IsFull)
            return false;

        if (end > _text.Length)
            Array.Resize(ref _text, Math.Max(end, Math.Min(2 * _text.Length, MostBytes)));

        return true;
    }

    private void Keep(int length)
    {
        var start = _starts[_count];
        var place = Find(start, start + length);
        if (place >= 0 && _table[place] != 0)
            return;

        _count++;
        if (place >= 0)
            _table[place] = _count;

        if (_count == _starts.Length)
            Array.Resize(ref _starts, 2 * _count);

        _starts[_count] = start + length;
        if (2 * _count >= _table.Length)
            Grow();
    }

    private void Grow()
    {
        _table = new int[4 * _table.Length];
        for (var i = 0; i < _count; i++)
        {
            if (Find(_starts[i], _starts[i + 1]) is >= 0 and var place)
                _table[place] = i + 1;
        }
    }

    /// <summary>The place of a name, or the free one for it; -1 when too many others have its hash.</summary>
    private int Find(int start, int end)
    {
        var place = (int)(Hash(start, end) & (uint)(_table.Length - 1));
        for (var i = 0; i < MostProbes; i++)
        {
            if (_table[place] == 0 || IsName(_table[place] - 1, start, end))
                return place;

            place = (place + 1) & (_table.Length - 1);
        }

        return -1;
    }

    // FNV-1a over words of 4 bytes, and its upper half folded in, because the lower bits choose the place.
    private uint Hash(int start, int end)
    {
        var hash = 2166136261u;
        for (; end - start >= 4; start += 4)
            hash = (hash ^ BitConverter.ToUInt32(_text, start)) * 16777619u;

        for (; start < end; start++)
            hash = (hash ^ _text[start]) * 16777619u;

        return hash ^ (hash >> 15);
    }

    private bool IsName(int index, int start, int end)
    {
        var other = _starts[index];
        if (_starts[index + 1] - other != end - start)
            return false;

        for (; end - start >= 8; start += 8, other += 8)
        {
            if (BitConverter.ToInt64(_text, other) != BitConverter.ToInt64(_text, start))
                return false;
        }

        for (; start < end; start++, other++)
        {
            if (_text[other] != _text[start])
                return false;
        }

        return true;
    }
}

namespace BannedVendorAnalyzer.Inspection.Binaries;

/// <summary>Collects the names of exports as bytes, each once, within bounds.</summary>
internal sealed class ExportCollector
{
    /// <summary>
    /// Longer names are cut there. C++ compilers for Windows end them at 4,096; elsewhere templates make longer ones, of which the beginning is enough.
    /// </summary>
    public const int MostNameLength = 4096;

    // The largest libraries seen have some 100,000 names in some 10 MB.
    private const int MostNames = 500_000;
    private const int MostBytes = 16 << 20;

    // With names that repeat, as those of versions do; a table could name one long text a million times.
    private const long MostTaken = 64 << 20;

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
        if (_table[place] != 0)
            return;

        _table[place] = ++_count;
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
            _table[Find(_starts[i], _starts[i + 1])] = i + 1;
    }

    private int Find(int start, int end)
    {
        // FNV-1a, and its upper half folded in, because the lower bits choose the place.
        var hash = 2166136261u;
        for (var i = start; i < end; i++)
            hash = (hash ^ _text[i]) * 16777619u;

        var place = (int)((hash ^ (hash >> 15)) & (uint)(_table.Length - 1));
        while (_table[place] != 0 && !IsName(_table[place] - 1, start, end))
            place = (place + 1) & (_table.Length - 1);

        return place;
    }

    private bool IsName(int index, int start, int end)
    {
        var other = _starts[index];
        if (_starts[index + 1] - other != end - start)
            return false;

        for (var i = 0; i < end - start; i++)
        {
            if (_text[other + i] != _text[start + i])
                return false;
        }

        return true;
    }
}

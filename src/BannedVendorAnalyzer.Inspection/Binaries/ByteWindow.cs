namespace BannedVendorAnalyzer.Inspection.Binaries;

/// <summary>Keeps the pages of a source that were touched, so that tables are read without holding the file.</summary>
internal sealed class ByteWindow(IByteSource source)
{
    /// <summary>A table is mostly smaller than a page, so that it costs one read.</summary>
    public const int PageSize = 1 << PageBits;

    private const int PageBits = 14;

    // 16 MB at most: the string table of a library with 100,000 exports fits, which its symbols meet in no order.
    private const int Slots = 1 << 10;

    // Some seconds of a slow disk. What needs more jumps to and fro, as no linker lays a file out.
    private const long MostFetched = 512L << 20;

    private readonly byte[]?[] _pages = new byte[]?[Slots];
    private readonly long[] _numbers = new long[Slots];
    private long _fetched;

    public long Length { get; } = source.Length;

    /// <summary>What kept bytes from being read; null if nothing did. Those bytes read as zero.</summary>
    public string? Problem { get; private set; }

    /// <summary>The page in which an offset lies; its last bytes are zero where the source ends.</summary>
    public byte[] PageOf(long offset)
    {
        var number = offset >> PageBits;
        var slot = (int)(number & (Slots - 1));
        return _pages[slot] is { } page && _numbers[slot] == number ? page : Fetch(number, slot);
    }

    private byte[] Fetch(long number, int slot)
    {
        var page = _pages[slot] ??= new byte[PageSize];
        _numbers[slot] = number;
        var start = number << PageBits;
        var wanted = (int)Math.Min(PageSize, Length - start);
        var read = _fetched < MostFetched ? source.Read(start, page, 0, wanted) : 0;
        _fetched += wanted;
        if (read < wanted)
            Problem ??= _fetched > MostFetched ? $"its tables need more than {MostFetched >> 20} MB to be read" : "the file became shorter while it was read";

        Array.Clear(page, read, PageSize - read);
        return page;
    }
}

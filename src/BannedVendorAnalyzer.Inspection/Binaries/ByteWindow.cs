namespace BannedVendorAnalyzer.Inspection.Binaries;

/// <summary>Keeps the pages of a source that were touched, so that tables are read without holding the file.</summary>
internal sealed class ByteWindow(IByteSource source)
{
    /// <summary>A table is mostly smaller than a page, so that it costs one read.</summary>
    public const int PageSize = 1 << PageBits;

    private const int PageBits = 14;

    // 8 MB at most: the names of the largest libraries seen have 3 MB, and their symbols meet them in no order.
    private const int MostSlots = 1 << 9;

    // Some seconds of a slow disk. What needs more jumps to and fro, as no linker lays a file out.
    private const long MostFetched = 512L << 20;

    private readonly byte[]?[] _pages = new byte[]?[SlotsFor(source.Length)];
    private readonly long[] _numbers = new long[SlotsFor(source.Length)];
    private long _fetched;

    public long Length { get; } = source.Length;

    /// <summary>What kept bytes from being read; null if nothing did. Those bytes read as zero.</summary>
    public string? Problem { get; private set; }

    /// <summary>The page in which an offset lies; its last bytes are zero where the source ends.</summary>
    public byte[] PageOf(long offset)
    {
        var number = offset >> PageBits;
        var slot = (int)(number & (_pages.Length - 1));
        return _pages[slot] is { } page && _numbers[slot] == number ? page : Fetch(number, slot);
    }

    // A power of two, so that a page finds its slot by a mask.
    private static int SlotsFor(long length)
    {
        var slots = 1;
        while (slots < MostSlots && (long)slots << PageBits < length)
            slots *= 2;

        return slots;
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

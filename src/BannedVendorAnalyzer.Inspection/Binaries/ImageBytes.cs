using System.Text;

namespace BannedVendorAnalyzer.Inspection.Binaries;

/// <summary>A part of a file in one byte order. Outside of it numbers read as zero, which ends most tables.</summary>
internal sealed class ImageBytes(ByteWindow window, long start, long length, bool bigEndian = false)
{
    public long Length => length;

    public bool Contains(long offset, long count) => offset >= 0 && count >= 0 && count <= length && offset <= length - count;

    /// <summary>A part that <see cref="Contains"/> holds.</summary>
    public ImageBytes Slice(long offset, long count, bool inBigEndian) => new(window, start + offset, count, inBigEndian);

    public ImageBytes InOrder(bool inBigEndian) => new(window, start, length, inBigEndian);

    public byte U8(long offset) => Contains(offset, 1) ? At(start + offset) : (byte)0;

    public ushort U16(long offset) => (ushort)Number(offset, 2);

    public uint U32(long offset) => (uint)Number(offset, 4);

    /// <summary>From 2^63 on negative, which no place or size in a file is.</summary>
    public long I64(long offset) => Number(offset, 8);

    /// <summary>A number of 4 bytes, or of 8 where the format is of 64 bits.</summary>
    public long Word(long offset, bool wide) => wide ? I64(offset) : U32(offset);

    /// <summary>Bytes before the NUL; -1 when there is none within <paramref name="most"/> bytes, or none at all.</summary>
    public int TextLength(long offset, int most)
    {
        var limit = Math.Min(most, length - offset);
        if (offset < 0)
            return -1;

        for (var searched = 0; searched < limit;)
        {
            var index = IndexInPage(start + offset + searched);
            var count = (int)Math.Min(ByteWindow.PageSize - index, limit - searched);
            var found = Array.IndexOf(window.PageOf(start + offset + searched), (byte)0, index, count);
            if (found >= 0)
                return searched + found - index;

            searched += count;
        }

        return -1;
    }

    /// <summary>Text of a part that <see cref="Contains"/> holds.</summary>
    public string Text(long offset, int count) => Encoding.UTF8.GetString(Block(offset, count));

    /// <summary>A copy of a part that <see cref="Contains"/> holds.</summary>
    public byte[] Block(long offset, int count)
    {
        var block = new byte[count];
        CopyTo(offset, block, 0, count);
        return block;
    }

    public void CopyTo(long offset, byte[] buffer, int index, int count)
    {
        for (var copied = 0; copied < count;)
        {
            var at = start + offset + copied;
            var more = Math.Min(ByteWindow.PageSize - IndexInPage(at), count - copied);
            Buffer.BlockCopy(window.PageOf(at), IndexInPage(at), buffer, index + copied, more);
            copied += more;
        }
    }

    private static int IndexInPage(long offset) => (int)(offset & (ByteWindow.PageSize - 1));

    private byte At(long offset) => window.PageOf(offset)[IndexInPage(offset)];

    private long Number(long offset, int size)
    {
        if (!Contains(offset, size))
            return 0;

        var at = start + offset;
        var index = IndexInPage(at);
        var within = index <= ByteWindow.PageSize - size;
        var page = within ? window.PageOf(at) : Block(offset, size);
        return Number(page, within ? index : 0, size);
    }

    private long Number(byte[] bytes, int index, int size)
    {
        ulong number = 0;
        for (var i = 0; i < size; i++)
            number = (number << 8) | bytes[bigEndian ? index + i : index + size - 1 - i];

        return (long)number;
    }
}

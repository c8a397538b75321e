using System.Buffers.Binary;
using System.Text;

namespace BannedVendorAnalyzer.Tests.Binaries;

/// <summary>Writes the structures of binaries in one byte order.</summary>
public sealed class ByteWriter(bool bigEndian = false)
{
    private readonly List<byte> _bytes = [];

    public int Length => _bytes.Count;

    public ByteWriter U8(int value)
    {
        _bytes.Add((byte)value);
        return this;
    }

    public ByteWriter U16(int value) => Number((ulong)value, 2);

    public ByteWriter U32(long value) => Number((ulong)value, 4);

    public ByteWriter U64(long value) => Number((ulong)value, 8);

    public ByteWriter Word(long value, bool wide) => wide ? U64(value) : U32(value);

    public ByteWriter Bytes(params byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public ByteWriter Ascii(string text) => Bytes(Encoding.ASCII.GetBytes(text));

    /// <summary>With a NUL.</summary>
    public ByteWriter Text(string text) => Bytes(Encoding.UTF8.GetBytes(text)).U8(0);

    /// <summary>With a NUL.</summary>
    public ByteWriter Wide(string text) => Bytes(Encoding.Unicode.GetBytes(text)).U16(0);

    public ByteWriter PadTo(int length)
    {
        while (Length < length) U8(0);
        return this;
    }

    public ByteWriter Align(int size) => PadTo((Length + size - 1) / size * size);

    public void Patch32(int at, long value)
    {
        var bytes = new byte[4];
        if (bigEndian) BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)value);
        else BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)value);
        for (var i = 0; i < 4; i++) _bytes[at + i] = bytes[i];
    }

    public void Patch16(int at, int value) => (_bytes[at], _bytes[at + 1]) = bigEndian ? ((byte)(value >> 8), (byte)value) : ((byte)value, (byte)(value >> 8));

    public byte[] ToArray() => [.. _bytes];

    private ByteWriter Number(ulong value, int size)
    {
        for (var i = 0; i < size; i++)
            U8((int)(value >> (8 * (bigEndian ? size - 1 - i : i))));

        return this;
    }
}

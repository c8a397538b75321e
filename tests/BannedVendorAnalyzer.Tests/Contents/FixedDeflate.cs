namespace BannedVendorAnalyzer.Tests.Contents;

/// <summary>DEFLATE with fixed codes and literals alone (RFC 1951 3.2.6), which the runtime's own packer never writes.</summary>
internal sealed class FixedDeflate
{
    private readonly List<byte> _bytes = [];
    private int _bit;

    public static byte[] Pack(byte[] data, bool emptyBlockFirst)
    {
        var packed = new FixedDeflate();
        if (emptyBlockFirst) packed.Block([], isLast: false);
        packed.Block(data, isLast: true);
        return [.. packed._bytes];
    }

    private void Block(byte[] data, bool isLast)
    {
        Bit(isLast ? 1 : 0);
        Bit(1);
        Bit(0);
        foreach (var value in data)
        {
            if (value < 144) Code(0x30 + value, 8);
            else Code(0x190 + value - 144, 9);
        }

        Code(0, 7);
    }

    private void Code(int code, int bits)
    {
        for (var i = bits - 1; i >= 0; i--) Bit(code >> i & 1);
    }

    private void Bit(int bit)
    {
        if (_bit % 8 == 0) _bytes.Add(0);
        _bytes[^1] |= (byte)(bit << _bit++ % 8);
    }
}

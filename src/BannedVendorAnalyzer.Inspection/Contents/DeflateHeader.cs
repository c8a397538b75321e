using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>Whether bytes can begin DEFLATE data of a binary (RFC 1951): an answer without an exception for the thousands of resources that are something else.</summary>
internal static class DeflateHeader
{
    private const int LengthCodes = 19;

    /// <param name="head">At least ten bytes from <paramref name="at"/> on.</param>
    public static bool MayBegin(byte[] head, int at) => (head[at] >> 1 & 3) switch
    {
        0 => (head[at + 1] ^ head[at + 3]) == 0xFF && (head[at + 2] ^ head[at + 4]) == 0xFF,
        1 => IsFixed(head, at),
        2 => IsDynamic(head, at),
        _ => false,
    };

    /// <summary>3.2.6: the first code, which has its highest bit first, is that of a byte that a binary begins with, or the block ends with it and another follows.</summary>
    private static bool IsFixed(byte[] head, int at)
    {
        const int firstLiteral = 0x30, afterLiterals = 0xC0, firstLongLiteral = 0x190, longLiterals = 144;
        var code = 0;
        for (var bit = 3; bit < 12; bit++) code = code << 1 | head[at + (bit >> 3)] >> (bit & 7) & 1;
        if (code >> 2 == 0) return true;
        return code >> 1 is >= firstLiteral and < afterLiterals
            ? BinaryFormats.MayBegin((byte)((code >> 1) - firstLiteral))
            : code >= firstLongLiteral && BinaryFormats.MayBegin((byte)(code - firstLongLiteral + longLiterals));
    }

    /// <summary>3.2.7: numbers of codes in their bounds, and a code for code lengths that leaves nothing over, which decoders insist on.</summary>
    private static bool IsDynamic(byte[] head, int at)
    {
        const int headerBits = 3, mostLiterals = 29, mostDistances = 29, longest = 7;
        var bit = headerBits;
        if (Take(5) > mostLiterals || Take(5) > mostDistances) return false;
        var codes = Take(4) + 4;

        // A code of n bits takes 2^(longest - n) of the room that codes of all lengths share.
        var room = 1 << longest;
        for (var i = 0; i < Math.Min(codes, LengthCodes); i++)
            if (Take(3) is > 0 and var length) room -= 1 << (longest - length);
        return room == 0;

        int Take(int bits)
        {
            var value = 0;
            for (var i = 0; i < bits; i++, bit++) value |= (head[at + (bit >> 3)] >> (bit & 7) & 1) << i;
            return value;
        }
    }
}

namespace BannedVendorAnalyzer.Inspection.Binaries;

/// <summary>Tells formats by how a file begins; its name says nothing about it.</summary>
public static class BinaryFormats
{
    /// <summary>Bytes from the beginning that decide; a shorter file is none of the formats. A DOS header has 64.</summary>
    public const int HeadLength = 64;

    // A Mach-O header has 28 bytes and an archive without members 8, so only PE needs the whole head.
    private const int ElfHeader = 52;
    private const int MachOHeader = 28;

    /// <param name="head">The first <paramref name="count"/> bytes of the file, at least <see cref="HeadLength"/> of them where there are so many.</param>
    public static BinaryFormat Detect(byte[] head, int count)
    {
        if (count < 8)
            return BinaryFormat.None;

        return BigEndian(head, 0) switch
        {
            0x7F454C46 when count >= ElfHeader => BinaryFormat.Elf,
            0xFEEDFACE or 0xFEEDFACF or 0xCEFAEDFE or 0xCFFAEDFE when count >= MachOHeader => BinaryFormat.MachO,
            0xCAFEBABE or 0xCAFEBABF when count >= MachOHeader && IsFat(head) => BinaryFormat.MachOFat,
            0x213C6172 when BigEndian(head, 4) == 0x63683E0A => BinaryFormat.Archive,
            0x213C7468 when BigEndian(head, 4) == 0x696E3E0A => BinaryFormat.Archive,
            var magic when magic >> 16 == 0x4D5A && count >= HeadLength => BinaryFormat.Pe,
            _ => BinaryFormat.None,
        };
    }

    /// <summary>Whether any of the formats begins with this byte.</summary>
    public static bool MayBegin(byte first) => first is 0x7F or 0xFE or 0xCE or 0xCF or 0xCA or 0x21 or 0x4D;

    // A Java class file begins alike. Its byte 10 is the tag of the first constant, which is never 0 (JVM specification 4.4); there
    // a fat header has the third byte of a cputype, 0 in all of them (mach/machine.h).
    private static bool IsFat(byte[] head) => head[10] == 0 && BigEndian(head, 4) != 0;

    private static uint BigEndian(byte[] head, int at) =>
        ((uint)head[at] << 24) | ((uint)head[at + 1] << 16) | ((uint)head[at + 2] << 8) | head[at + 3];
}

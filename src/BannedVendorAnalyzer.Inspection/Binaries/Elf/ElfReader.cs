namespace BannedVendorAnalyzer.Inspection.Binaries.Elf;

/// <summary>Reads ELF files of both classes and byte orders (System V gABI chapters 4 and 5; where they leave a choice, as ld.so of glibc loads).</summary>
internal static class ElfReader
{
    public static void Read(ImageBytes bytes, ImageFacts facts)
    {
        // gABI 4, "ELF Identification": EI_CLASS at 4, EI_DATA at 5.
        var isWide = bytes.U8(4) == 2;
        var isBig = bytes.U8(5) == 2;
        if ((!isWide && bytes.U8(4) != 1) || (!isBig && bytes.U8(5) != 1))
        {
            facts.Problem("the ELF header", $"has the unknown class {bytes.U8(4)} or byte order {bytes.U8(5)}");
            return;
        }

        var file = new ElfFile(bytes.InOrder(isBig), isWide);
        if (!file.Bytes.Contains(0, file.HeaderLength))
        {
            facts.Outside("the ELF header", 0);
            return;
        }

        facts.Architectures.Add(ElfMachine.Name(file.Machine, isWide));
        ElfComment.Read(file, facts);
        if (ElfSegments.Read(file, facts) is { } segments)
            ElfDynamic.Read(file, segments, facts);

        facts.Behind = facts.End == 0 ? default : (facts.End, bytes.Length);
    }
}

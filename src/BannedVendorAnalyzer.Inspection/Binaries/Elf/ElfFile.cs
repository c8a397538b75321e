namespace BannedVendorAnalyzer.Inspection.Binaries.Elf;

/// <summary>The fields of the ELF header (gABI 4, "ELF Header"), which lie elsewhere in files of 64 bits.</summary>
internal sealed class ElfFile(ImageBytes bytes, bool isWide)
{
    // gABI 4: a count or index that does not fit stands in the first section header.
    private const int CountIsElsewhere = 0xFFFF;

    public ImageBytes Bytes => bytes;

    public bool IsWide => isWide;

    public int HeaderLength => isWide ? 64 : 52;

    public int Machine => bytes.U16(18);

    public long ProgramHeaders => bytes.Word(isWide ? 32 : 28, isWide);

    public int ProgramHeaderLength => bytes.U16(isWide ? 54 : 42);

    public long ProgramHeaderCount => bytes.U16(isWide ? 56 : 44) is var count && count == CountIsElsewhere && Section(0).Info is > 0 and var more ? more : count;

    public long SectionHeaders => bytes.Word(isWide ? 40 : 32, isWide);

    public int SectionHeaderLength => bytes.U16(isWide ? 58 : 46);

    public long SectionCount => bytes.U16(isWide ? 60 : 48) is > 0 and var count ? count : Section(0).Length;

    public long SectionNames => bytes.U16(isWide ? 62 : 50) is var index && index == CountIsElsewhere ? Section(0).Link : index;

    // gABI 4, "Sections": Elf32_Shdr and Elf64_Shdr.
    public ElfSection Section(long index)
    {
        var at = SectionHeaders + (index * SectionHeaderLength);
        return isWide
            ? new ElfSection(bytes.U32(at), bytes.U32(at + 4), bytes.I64(at + 24), bytes.I64(at + 32), bytes.U32(at + 40), bytes.U32(at + 44))
            : new ElfSection(bytes.U32(at), bytes.U32(at + 4), bytes.U32(at + 16), bytes.U32(at + 20), bytes.U32(at + 24), bytes.U32(at + 28));
    }
}

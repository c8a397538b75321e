namespace BannedVendorAnalyzer.Inspection.Binaries.Elf;

/// <summary>Section headers (gABI 4, "Sections"). Nothing is loaded by them, so files may lack them.</summary>
internal static class ElfSections
{
    // Object files have one for each function; what is loaded has some 40.
    private const int MostSections = 65_536;

    public static bool Exist(ElfFile file) => file.SectionHeaders != 0;

    public static bool AreInFile(ElfFile file) =>
        file.SectionHeaderLength >= (file.IsWide ? 64 : 40)
        && file.SectionCount is >= 0 and <= MostSections
        && file.Bytes.Contains(file.SectionHeaders, file.SectionCount * file.SectionHeaderLength);

    /// <summary>None where they do not lie in the file.</summary>
    public static IEnumerable<ElfSection> All(ElfFile file)
    {
        var count = Exist(file) && AreInFile(file) ? file.SectionCount : 0;
        for (var i = 0L; i < count; i++)
            yield return file.Section(i);
    }
}

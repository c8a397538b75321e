namespace BannedVendorAnalyzer.Inspection.Binaries.Elf;

/// <summary>Section <c>.comment</c> (gABI 4, "Special Sections"): one text for each compiler and linker.</summary>
internal static class ElfComment
{
    private const uint ProgramBits = 1;
    private const uint NoBits = 8;

    // Some dozen compilers at 50 characters.
    private const int MostLength = 1 << 14;

    private const string Name = ".comment";

    public static void Read(ElfFile file, ImageFacts facts)
    {
        if (!ElfSections.Exist(file))
            return;

        if (!ElfSections.AreInFile(file))
        {
            facts.Outside("the section header table", file.SectionHeaders);
            return;
        }

        var names = file.Section(file.SectionNames).Offset;
        facts.Reaches(file.SectionHeaders, file.SectionCount * file.SectionHeaderLength);
        foreach (var section in ElfSections.All(file))
        {
            if (section.Type != NoBits)
                facts.Reaches(section.Offset, section.Length);

            if (section.Type == ProgramBits && IsComment(file.Bytes, names + section.Name))
                ReadTexts(file.Bytes, section, facts);
        }
    }

    private static bool IsComment(ImageBytes bytes, long name) =>
        bytes.TextLength(name, Name.Length + 1) == Name.Length && bytes.Text(name, Name.Length) == Name;

    private static void ReadTexts(ImageBytes bytes, ElfSection section, ImageFacts facts)
    {
        if (!bytes.Contains(section.Offset, section.Length))
        {
            facts.Outside($"section {Name}", section.Offset);
            return;
        }

        var end = section.Offset + Math.Min(section.Length, MostLength);
        for (var at = section.Offset; at < end && facts.HasRoomForText;)
        {
            var length = bytes.TextLength(at, (int)(end - at));
            length = length < 0 ? (int)(end - at) : length;
            facts.Comments.Add(facts.Text(bytes, at, length) ?? "");
            at += length + 1;
        }
    }
}

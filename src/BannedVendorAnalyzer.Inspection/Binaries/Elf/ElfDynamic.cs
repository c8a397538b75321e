namespace BannedVendorAnalyzer.Inspection.Binaries.Elf;

/// <summary>The dynamic section (gABI 5, "Dynamic Section"): what is loaded, from where, under which name.</summary>
internal static class ElfDynamic
{
    private const string Where = "the dynamic section";

    // Some 30, and one for each needed library.
    private const int MostEntries = 16_384;

    private const long Null = 0;
    private const long Needed = 1;
    private const long StringTable = 5;
    private const long SoName = 14;
    private const long RPath = 15;
    private const long RunPath = 29;

    // Solaris, and ld.so after it: libraries that stand in for this one or watch it are loaded like needed ones.
    private const long Auxiliary = 0x7FFFFFFD;
    private const long Filter = 0x7FFFFFFF;
    private const long Audit = 0x6FFFFEFC;
    private const long DependencyAudit = 0x6FFFFEFB;

    public static void Read(ElfFile file, ElfSegments segments, ImageFacts facts)
    {
        var (start, length) = segments.DynamicSection;
        if (length == 0)
            return;

        if (!file.Bytes.Contains(start, length))
        {
            facts.Outside(Where, start);
            return;
        }

        var entries = ReadEntries(file, start, length, facts);
        var strings = Strings(file, segments, entries);
        foreach (var (tag, value) in entries)
            ReadName(tag, value, strings, facts);

        ElfSymbols.Read(file, segments, entries, strings, facts);
    }

    /// <summary>The value of the last entry with a tag, which is the one that ld.so goes by; null without one.</summary>
    public static long? Find(List<(long Tag, long Value)> entries, long tag)
    {
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            if (entries[i].Tag == tag)
                return entries[i].Value;
        }

        return null;
    }

    private static List<(long Tag, long Value)> ReadEntries(ElfFile file, long start, long length, ImageFacts facts)
    {
        var half = file.IsWide ? 8 : 4;
        List<(long Tag, long Value)> entries = [];
        for (var at = start; at + (2 * half) <= start + length; at += 2 * half)
        {
            var tag = file.Bytes.Word(at, file.IsWide);
            if (tag == Null)
                return entries;

            if (entries.Count == MostEntries)
                break;

            entries.Add((tag, file.Bytes.Word(at + half, file.IsWide)));
        }

        facts.Problem(Where, $"has no end within {entries.Count} entries");
        return entries;
    }

    // Up to the end of the segment: ld.so does not look at DT_STRSZ.
    private static ImageBytes? Strings(ElfFile file, ElfSegments segments, List<(long Tag, long Value)> entries)
    {
        if (Find(entries, StringTable) is not { } address)
            return null;

        var (offset, length) = segments.Find(address);
        // A file that was cut off still has the beginning.
        length = Math.Min(length, file.Bytes.Length - offset);
        return length > 0 && file.Bytes.Contains(offset, length) ? file.Bytes.Slice(offset, length, inBigEndian: false) : null;
    }

    private static void ReadName(long tag, long value, ImageBytes? strings, ImageFacts facts)
    {
        if (tag is not (Needed or SoName or RPath or RunPath or Auxiliary or Filter or Audit or DependencyAudit))
            return;

        if (strings is null || facts.FindText(strings, value) is not { } text)
            facts.Problem(Where, $"has a name outside its string table (index 0x{value:X})");
        else if (tag == SoName)
            facts.Name = text;
        else if (tag is RPath or RunPath)
            AddPaths(text, facts);
        else
            facts.Imports.Add(text);
    }

    private static void AddPaths(string paths, ImageFacts facts)
    {
        foreach (var path in paths.Split(':'))
            facts.RunPaths.Add(path);
    }
}

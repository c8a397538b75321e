namespace BannedVendorAnalyzer.Inspection.Binaries.Elf;

/// <summary>Names that a file exports: defined global and weak entries of its dynamic symbol table (gABI 4, "Symbol Table").</summary>
internal static class ElfSymbols
{
    private const string Where = "the dynamic symbol table";
    private const long SymbolTable = 6;

    private const int Undefined = 0;
    private const int Global = 1;
    private const int Weak = 2;
    private const int Unique = 10;
    private const int Hidden = 2;
    private const int Internal = 1;

    public static void Read(ElfFile file, ElfSegments segments, List<(long Tag, long Value)> entries, ImageBytes? strings, ImageFacts facts)
    {
        if (ElfDynamic.Find(entries, SymbolTable) is not { } address)
            return;

        var table = segments.Find(address).Offset;
        var length = file.IsWide ? 24 : 16;
        var count = ElfSymbolCount.Find(file, segments, entries, table, length);
        if (!facts.TryTakeEntries(count, Where))
            return;

        if (strings is null || table == 0 || !file.Bytes.Contains(table, count * length))
            facts.Problem(Where, $"or its names lie outside the file (offset 0x{table:X}, {count} entries)");
        else
            ReadEntries(file, strings, table, length, count, facts);
    }

    private static void ReadEntries(ElfFile file, ImageBytes strings, long table, int length, long count, ImageFacts facts)
    {
        var lost = 0;
        for (var i = 0; i < count && !facts.Exports.IsFull; i++)
        {
            var at = table + ((long)i * length);
            if (IsExported(file, at) && !facts.Exports.TryAdd(strings, file.Bytes.U32(at)))
                lost++;
        }

        if (lost > 0)
            facts.Problem(Where, $"has {lost} names outside its string table");
    }

    // Elf32_Sym and Elf64_Sym: st_info, st_other and st_shndx stand before and behind the value.
    private static bool IsExported(ElfFile file, long at)
    {
        var info = file.Bytes.U8(at + (file.IsWide ? 4 : 12));
        var visibility = file.Bytes.U8(at + (file.IsWide ? 5 : 13)) & 3;
        var section = file.Bytes.U16(at + (file.IsWide ? 6 : 14));
        return section != Undefined && info >> 4 is Global or Weak or Unique && visibility is not (Hidden or Internal);
    }
}

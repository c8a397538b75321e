namespace BannedVendorAnalyzer.Inspection.Binaries.MachO;

/// <summary>Exported names: from the export trie where there is one, as dyld does, else from the symbol table.</summary>
internal sealed class MachOSymbols(bool isWide)
{
    private const string Where = "the symbol table";

    // mach-o/nlist.h: N_STAB, N_PEXT, N_TYPE and N_EXT of n_type; N_UNDF and N_PBUD are types of names that come from elsewhere.
    private const int Debug = 0xE0;
    private const int PrivateExternal = 0x10;
    private const int TypeBits = 0x0E;
    private const int External = 0x01;
    private const int Undefined = 0x0;
    private const int PreboundUndefined = 0xC;

    public (long Offset, long Count, long Strings, long StringsLength) Table { get; set; }

    public (long Offset, long Length) Trie { get; set; }

    public void Read(ImageBytes file, ImageFacts facts)
    {
        if (Trie.Length > 0)
            ExportTrie.Read(file, Trie.Offset, Trie.Length, facts);
        else if (Table.Count > 0)
            ReadTable(file, facts);
    }

    private void ReadTable(ImageBytes file, ImageFacts facts)
    {
        var length = isWide ? 16 : 12;
        if (!facts.TryTakeEntries(Table.Count, Where))
            return;

        if (!file.Contains(Table.Offset, Table.Count * length) || !file.Contains(Table.Strings, Table.StringsLength))
        {
            facts.Outside(Where, Table.Offset);
            return;
        }

        var strings = file.Slice(Table.Strings, Table.StringsLength, inBigEndian: false);
        var lost = 0;
        for (var i = 0; i < Table.Count && !facts.Exports.IsFull; i++)
        {
            // nlist, nlist_64: n_strx, n_type.
            var at = Table.Offset + ((long)i * length);
            if (IsExported(file.U8(at + 4)) && !facts.Exports.TryAdd(strings, file.U32(at)))
                lost++;
        }

        if (lost > 0)
            facts.Problem(Where, $"has {lost} names outside its string table");
    }

    private static bool IsExported(int type) =>
        (type & External) != 0 && (type & (Debug | PrivateExternal)) == 0 && (type & TypeBits) is not (Undefined or PreboundUndefined);
}

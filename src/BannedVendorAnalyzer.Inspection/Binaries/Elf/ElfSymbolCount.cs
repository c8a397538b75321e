namespace BannedVendorAnalyzer.Inspection.Binaries.Elf;

/// <summary>How many dynamic symbols there are, which only hash tables and section headers tell.</summary>
internal static class ElfSymbolCount
{
    private const long Hash = 4;
    private const long GnuHash = 0x6FFFFEF5;
    private const long MipsSymbolCount = 0x70000011;
    private const long StringTable = 5;
    private const uint DynamicSymbols = 11;
    private const int Alpha = 0x9026;
    private const int S390 = 22;

    // More symbols than are read, and such tables have at most about one bucket for each.
    private const long Most = 2_000_000;

    public static long Find(ElfFile file, ElfSegments segments, List<(long Tag, long Value)> entries, long table, int symbolLength)
    {
        if (ElfDynamic.Find(entries, GnuHash) is { } gnu)
            return CountOfGnuHash(file, segments.Find(gnu).Offset);

        if (ElfDynamic.Find(entries, Hash) is { } hash)
            return CountOfHash(file, segments.Find(hash).Offset);

        // Supplement for MIPS: DT_MIPS_SYMTABNO.
        return ElfDynamic.Find(entries, MipsSymbolCount) ?? CountOfSection(file, table, symbolLength) ?? CountUpToStrings(segments, entries, table, symbolLength);
    }

    // gABI 5, "Hash Table": nbucket, nchain; there is a chain entry for each symbol. Words of 8 bytes by the supplements for Alpha and s390x.
    private static long CountOfHash(ElfFile file, long at)
    {
        var isWide = file.IsWide && file.Machine is Alpha or S390;
        return at == 0 ? 0 : file.Bytes.Word(at + (isWide ? 8 : 4), isWide);
    }

    // DT_GNU_HASH (binutils, bfd/elflink.c writes it; glibc, elf/dl-lookup.c reads it): nbuckets, symoffset, bloom_size,
    // bloom_shift, bloom filter, buckets with the first symbol of each chain, and chains, in which bit 0 marks the last one.
    private static long CountOfGnuHash(ElfFile file, long at)
    {
        var buckets = Math.Min(file.Bytes.U32(at), Most);
        var first = file.Bytes.U32(at + 4);
        var bucket = at + 16 + ((long)file.Bytes.U32(at + 8) * (file.IsWide ? 8 : 4));
        var chains = bucket + (4L * file.Bytes.U32(at));
        if (at == 0 || !file.Bytes.Contains(bucket, 4 * buckets))
            return 0;

        long last = 0;
        for (var i = 0L; i < buckets; i++)
            last = Math.Max(last, file.Bytes.U32(bucket + (4 * i)));

        if (last < first)
            return first;

        while (last < Most && file.Bytes.Contains(chains + (4 * (last - first)), 4) && (file.Bytes.U32(chains + (4 * (last - first))) & 1) == 0)
            last++;

        return last + 1;
    }

    private static long? CountOfSection(ElfFile file, long table, int symbolLength)
    {
        foreach (var section in ElfSections.All(file))
        {
            if (section.Type == DynamicSymbols && section.Offset == table)
                return section.Length / symbolLength;
        }

        return null;
    }

    // Linkers put the strings right behind the symbols.
    private static long CountUpToStrings(ElfSegments segments, List<(long Tag, long Value)> entries, long table, int symbolLength) =>
        ElfDynamic.Find(entries, StringTable) is { } address && segments.Find(address).Offset is var strings && strings > table
            ? (strings - table) / symbolLength
            : 0;
}

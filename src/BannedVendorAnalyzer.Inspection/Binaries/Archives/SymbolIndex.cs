namespace BannedVendorAnalyzer.Inspection.Binaries.Archives;

/// <summary>The names that linkers find in a library: "First Linker Member" of "PE Format" (the same as that of System V) and ranlib.h of BSD.</summary>
internal static class SymbolIndex
{
    private const string Where = "the symbol index";

    // A count, a place for each symbol, and the names one after the other.
    public static void ReadSystemV(ImageBytes file, ArchiveMember member, ImageFacts facts)
    {
        var isWide = member.Kind == MemberKind.WideSystemVSymbols;
        var word = isWide ? 8 : 4;
        var count = file.Word(member.Contents, isWide);
        if (!facts.TryTakeEntries(count, Where))
            return;

        var tables = (count + 1) * word;
        if (tables > member.Length)
        {
            facts.Problem(Where, $"has {count} entries, more than it has room for");
            return;
        }

        var names = file.Slice(member.Contents + tables, member.Length - tables, inBigEndian: false);
        var at = 0L;
        for (var i = 0; i < count && !facts.Exports.IsFull; i++)
        {
            var length = names.TextLength(at, (int)Math.Min(names.Length, int.MaxValue));
            if (length < 0)
            {
                facts.Problem(Where, $"ends after {i} of {count} names");
                return;
            }

            facts.Exports.TryAdd(names, at);
            at += length + 1;
        }
    }

    // ranlib.h: size of the entries, entries of ran_strx and ran_off, size of the names, names; in the byte order of the machine.
    public static void ReadBsd(ImageBytes file, ArchiveMember member, ImageFacts facts)
    {
        var isBig = file.U8(member.Contents) == 0 && file.U32(member.Contents) < member.Length;
        var table = file.Slice(member.Contents, member.Length, isBig);
        var size = (long)table.U32(0);
        var nameLength = table.U32(size + 4);
        if (!table.Contains(8, size) || !table.Contains(size + 8, nameLength))
        {
            facts.Problem(Where, $"has {size} bytes of entries, more than it has room for");
            return;
        }

        if (!facts.TryTakeEntries(size / 8, Where))
            return;

        var names = table.Slice(size + 8, nameLength, inBigEndian: false);
        var lost = 0;
        for (var i = 0L; i < size / 8 && !facts.Exports.IsFull; i++)
        {
            if (!facts.Exports.TryAdd(names, table.U32(4 + (8 * i))))
                lost++;
        }

        if (lost > 0)
            facts.Problem(Where, $"has {lost} names outside of it");
    }
}

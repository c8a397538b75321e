namespace BannedVendorAnalyzer.Inspection.Binaries.Pe;

/// <summary>Names of the DLLs in "The .idata Section" and in "Delay-Load Import Tables".</summary>
internal static class PeImports
{
    // Import tables do not say how long they are, except by an empty entry at the end.
    private const int MostEntries = 4096;

    // "Import Directory Table": the name at 12; "The Delay-Load Directory Table": at 4, after the attributes.
    private const int EntryLength = 20;
    private const int NameField = 12;
    private const int FirstThunkField = 16;
    private const int DelayedEntryLength = 32;
    private const int DelayedNameField = 4;

    public static void Read(PeImage image, PeDirectory directory, ImageFacts facts)
    {
        const string Where = "the import directory";
        var at = image.Find(directory, Where, facts);
        for (var i = 0; at != PeImage.Nowhere; i++, at += EntryLength)
        {
            if (!HasEntry(image, at, i, EntryLength, facts, Where))
                return;

            // Windows stops at the first entry that lacks one of these, whatever else it holds.
            var name = image.Bytes.U32(at + NameField);
            if (name == 0 || image.Bytes.U32(at + FirstThunkField) == 0)
                return;

            Add(image, name, facts.Imports, facts, Where);
        }
    }

    public static void ReadDelayed(PeImage image, PeDirectory directory, ImageFacts facts)
    {
        const string Where = "the delay-load import directory";
        var at = image.Find(directory, Where, facts);
        for (var i = 0; at != PeImage.Nowhere; i++, at += DelayedEntryLength)
        {
            if (!HasEntry(image, at, i, DelayedEntryLength, facts, Where))
                return;

            var name = image.Bytes.U32(at + DelayedNameField);
            if (name == 0)
                return;

            // Bit 0 of the attributes (dlattrRva in delayimp.h); without it, as before Visual C++ 7, fields are absolute addresses.
            var isRelative = (image.Bytes.U32(at) & 1) != 0;
            var address = isRelative ? name : (uint)(name - image.ImageBase);
            Add(image, address, facts.Imports, facts, Where);
            Add(image, address, facts.DelayedImports, facts, Where);
        }
    }

    private static bool HasEntry(PeImage image, long at, int index, int length, ImageFacts facts, string where)
    {
        if (index == MostEntries)
            facts.Problem(where, $"has no end within {MostEntries} entries");
        else if (!image.Bytes.Contains(at, length))
            facts.Outside(where, at);
        else
            return true;

        return false;
    }

    private static void Add(PeImage image, uint name, NameList list, ImageFacts facts, string where)
    {
        var at = image.OffsetOf(name);
        if (at == PeImage.Nowhere)
            facts.Problem(where, $"names a module outside the file (address 0x{name:X})");
        else
            facts.AddText(list, image.Bytes, at, where);
    }
}

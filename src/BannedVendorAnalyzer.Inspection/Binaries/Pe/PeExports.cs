namespace BannedVendorAnalyzer.Inspection.Binaries.Pe;

/// <summary>"The .edata Section": name of the DLL, names of exports, modules that forwarders lead to.</summary>
internal static class PeExports
{
    private const string Where = "the export directory";
    private const int DirectoryLength = 40;

    public static void Read(PeImage image, PeDirectory directory, ImageFacts facts)
    {
        var at = image.Find(directory, Where, facts);
        if (at == PeImage.Nowhere)
            return;

        if (!image.Bytes.Contains(at, DirectoryLength))
        {
            facts.Outside(Where, at);
            return;
        }

        // A linker need not write the name; programs that export have none.
        var name = image.OffsetOf(image.Bytes.U32(at + 12));
        facts.Name = name == PeImage.Nowhere ? null : facts.FindText(image.Bytes, name);
        ReadNames(image, image.Bytes.U32(at + 32), image.Bytes.U32(at + 24), facts);
        ReadForwarders(image, directory, image.Bytes.U32(at + 28), image.Bytes.U32(at + 20), facts);
    }

    // "Export Name Pointer Table": addresses of names.
    private static void ReadNames(PeImage image, uint table, uint count, ImageFacts facts)
    {
        const string Names = "the export name table";
        var at = Table(image, table, count, Names, facts);
        var lost = 0;
        for (var i = 0; at != PeImage.Nowhere && i < count && !facts.Exports.IsFull; i++)
        {
            var name = image.OffsetOf(image.Bytes.U32(at + (4L * i)));
            if (!facts.Exports.TryAdd(image.Bytes, name))
                lost++;
        }

        if (lost > 0)
            facts.Problem(Names, $"has {lost} names outside the file or without an end");
    }

    // "Export Address Table": an address within the export directory is that of a text "MODULE.Name" or "MODULE.#1".
    private static void ReadForwarders(PeImage image, PeDirectory directory, uint table, uint count, ImageFacts facts)
    {
        const string Addresses = "the export address table";
        var at = Table(image, table, count, Addresses, facts);
        var lost = 0;
        for (var i = 0; at != PeImage.Nowhere && i < count && facts.HasRoomForText; i++)
        {
            var address = image.Bytes.U32(at + (4L * i));
            if (address < directory.Address || address - directory.Address >= directory.Size)
                continue;

            var offset = image.OffsetOf(address);
            var target = offset == PeImage.Nowhere ? null : facts.FindText(image.Bytes, offset);
            // Windows takes the last dot for the end of the module and always appends the extension.
            if (target?.LastIndexOf('.') is > 0 and var dot)
                facts.Imports.Add(target.Substring(0, dot) + ".dll");
            else
                lost++;
        }

        if (lost > 0)
            facts.Problem(Addresses, $"has {lost} forwarders that name no module");
    }

    private static long Table(PeImage image, uint address, uint count, string where, ImageFacts facts)
    {
        if (count == 0 || !facts.TryTakeEntries(count, where))
            return PeImage.Nowhere;

        var at = image.OffsetOf(address);
        if (at != PeImage.Nowhere && image.Bytes.Contains(at, 4L * count))
            return at;

        facts.Outside(where, at == PeImage.Nowhere ? address : at);
        return PeImage.Nowhere;
    }
}

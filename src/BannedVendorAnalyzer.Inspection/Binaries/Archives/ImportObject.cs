namespace BannedVendorAnalyzer.Inspection.Binaries.Archives;

/// <summary>"Import Library Format" of "PE Format": members that stand for a name in a DLL.</summary>
internal static class ImportObject
{
    private const string Where = "an import object";

    // "Import Header": Sig1 0 and Sig2 0xFFFF, which no machine type is, Version 0 (others are objects of other kinds), machine, time,
    // length of data, ordinal or hint, type; then the name of the import and that of the DLL.
    private const int HeaderLength = 20;

    public static void Read(ImageBytes file, long contents, long length, ImageFacts facts)
    {
        if (length < HeaderLength || file.U32(contents) != 0x0000FFFF || file.U16(contents + 4) != 0)
            return;

        var member = file.Slice(contents, length, inBigEndian: false);
        var name = member.TextLength(HeaderLength, ExportCollector.MostNameLength);
        if (name < 0)
        {
            facts.Outside(Where, contents);
            return;
        }

        facts.Architectures.Add(Pe.PeMachine.Name(member.U16(6)));
        facts.AddText(facts.Imports, member, HeaderLength + name + 1, Where);
    }
}

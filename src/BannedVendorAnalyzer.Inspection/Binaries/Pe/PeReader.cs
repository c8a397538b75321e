namespace BannedVendorAnalyzer.Inspection.Binaries.Pe;

/// <summary>Reads PE32 and PE32+ images ("PE Format" of Microsoft; where loading differs from the text, as Windows loads).</summary>
internal static class PeReader
{
    // Indexes of "Optional Header Data Directories".
    private const int ExportTable = 0;
    private const int ImportTable = 1;
    private const int ResourceTable = 2;
    private const int CertificateTable = 4;
    private const int DelayImportDescriptor = 13;
    private const int CliHeader = 14;

    private const int SignatureLength = 4;
    private const int CoffHeaderLength = 20;

    /// <summary>"MS-DOS Stub": offset 0x3C has the place of the signature.</summary>
    private const int SignaturePlace = 0x3C;

    public static bool HasSignature(ImageBytes bytes) => bytes.U32(SignaturePlace) is var place && bytes.Contains(place, SignatureLength + CoffHeaderLength) && bytes.U32(place) == 0x00004550;

    public static void Read(ImageBytes bytes, ImageFacts facts)
    {
        var signature = bytes.U32(SignaturePlace);
        if (!HasSignature(bytes))
        {
            facts.Problem("the file", $"begins with a DOS header but has no PE signature at 0x{signature:X}");
            return;
        }

        var coff = signature + SignatureLength;
        facts.Architectures.Add(PeMachine.Name(bytes.U16(coff)));
        var optional = (long)coff + CoffHeaderLength;
        var optionalLength = bytes.U16(coff + 16);
        var magic = bytes.U16(optional);
        if (magic is not (0x10B or 0x20B))
        {
            facts.Problem("the optional header", $"has the unknown magic 0x{magic:X}");
            return;
        }

        var image = PeImage.Open(bytes, facts, optional, optional + optionalLength, bytes.U16(coff + 2), magic == 0x20B);
        ReadDirectories(image, facts);
        ReachSymbols(bytes, coff, facts);
        facts.Behind = Behind(bytes.Length, facts.End, image.Directory(CertificateTable));
    }

    // "COFF Symbol Table", deprecated for images and written by GNU all the same: 18 bytes each, and behind them the length of their names and these.
    private static void ReachSymbols(ImageBytes bytes, long coff, ImageFacts facts)
    {
        var (symbols, length) = (bytes.U32(coff + 8), 18L * bytes.U32(coff + 12));
        if (symbols != 0)
            facts.Reaches(symbols, length + bytes.U32(symbols + length));
    }

    // Signing adds the certificates at the end, so what was added before lies in front of them.
    private static (long Start, long End) Behind(long length, long end, PeDirectory certificates)
    {
        const int alignment = 8;
        if (end == 0)
            return default;

        var signed = (long)certificates.Address + certificates.Size;
        if (certificates.Size == 0 || certificates.Address < end || signed > length)
            return (end, length);

        return certificates.Address - end >= alignment ? (end, certificates.Address) : (signed, length);
    }

    private static void ReadDirectories(PeImage image, ImageFacts facts)
    {
        PeImports.Read(image, image.Directory(ImportTable), facts);
        PeImports.ReadDelayed(image, image.Directory(DelayImportDescriptor), facts);
        PeExports.Read(image, image.Directory(ExportTable), facts);
        PeVersionResource.Read(image, image.Directory(ResourceTable), facts);
        PeCertificates.Read(image, image.Directory(CertificateTable), facts);
        facts.IsManaged = image.Directory(CliHeader).Address != 0;
    }
}

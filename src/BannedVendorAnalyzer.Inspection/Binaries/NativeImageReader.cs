using BannedVendorAnalyzer.Inspection.Binaries.Archives;
using BannedVendorAnalyzer.Inspection.Binaries.Elf;
using BannedVendorAnalyzer.Inspection.Binaries.MachO;
using BannedVendorAnalyzer.Inspection.Binaries.Pe;

namespace BannedVendorAnalyzer.Inspection.Binaries;

/// <summary>Reads headers and tables of a binary; its code is neither run nor read. Memory is bounded whatever the file says.</summary>
public static class NativeImageReader
{
    /// <summary>Null for what is none of the formats. Never throws; what cannot be read is in <see cref="NativeImage.Problems"/>.</summary>
    public static NativeImage? Read(IByteSource source)
    {
        var facts = new ImageFacts(BinaryFormat.None);
        try
        {
            var head = new byte[BinaryFormats.HeadLength];
            var format = BinaryFormats.Detect(head, source.Read(0, head, 0, head.Length));
            if (format == BinaryFormat.None)
                return null;

            facts = new ImageFacts(format);
            var window = new ByteWindow(source);
            var bytes = new ImageBytes(window, 0, window.Length);

            // Two letters are no mark: of hashes in Base64, which NuGet puts beside every package, one in 4,096 begins with them.
            if (format == BinaryFormat.Pe && IsText(head) && !PeReader.HasSignature(bytes))
                return null;

            Read(format, bytes, facts);
            if (window.Problem is { } problem)
                facts.Problem("the binary cannot be read:", problem);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            facts.Problem("the binary cannot be read:", exception.Message);
        }

        return facts.ToImage();
    }

    private static bool IsText(byte[] head) => Array.TrueForAll(head, value => value is (>= 0x20 and < 0x7F) or (byte)'\t' or (byte)'\n' or (byte)'\r');

    private static void Read(BinaryFormat format, ImageBytes bytes, ImageFacts facts)
    {
        switch (format)
        {
            case BinaryFormat.Pe:
                PeReader.Read(bytes, facts);
                break;
            case BinaryFormat.Elf:
                ElfReader.Read(bytes, facts);
                break;
            case BinaryFormat.MachO:
                MachOReader.Read(bytes, facts);
                break;
            case BinaryFormat.MachOFat:
                FatReader.Read(bytes, facts);
                break;
            default:
                ArchiveReader.Read(bytes, facts);
                break;
        }
    }
}

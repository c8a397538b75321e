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
            Read(format, new ImageBytes(window, 0, window.Length), facts);
            if (window.Problem is { } problem)
                facts.Problem("the binary cannot be read:", problem);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            facts.Problem("the binary cannot be read:", exception.Message);
        }

        return facts.ToImage();
    }

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

using BannedVendorAnalyzer.Inspection.Binaries.Archives;

namespace BannedVendorAnalyzer.Inspection.Binaries.MachO;

/// <summary>Reads the parts of a fat file (mach-o/fat.h), which is big-endian whatever its parts are.</summary>
internal static class FatReader
{
    private const string Where = "the fat header";
    private const int HeaderLength = 8;
    private const uint Magic64 = 0xCAFEBABF;

    // Apple's tools write up to 5; the kernel reads as many as fit into a page, 204.
    private const uint MostParts = 204;

    public static void Read(ImageBytes bytes, ImageFacts facts)
    {
        var header = bytes.InOrder(inBigEndian: true);
        // fat_arch, fat_arch_64: cputype, cpusubtype, offset, size, align.
        var isWide = header.U32(0) == Magic64;
        var length = isWide ? 32 : 20;
        var count = header.U32(4);
        if (count > MostParts || !bytes.Contains(HeaderLength, (long)count * length))
            facts.Problem(Where, $"has {count} parts, more than are read or than the file holds");

        HashSet<long> read = [];
        for (var i = 0; i < Math.Min(count, MostParts); i++)
        {
            var at = HeaderLength + ((long)i * length);
            if (!bytes.Contains(at, length))
                break;

            facts.Part = MachOProcessor.Name(header.U32(at));
            var offset = header.Word(at + 8, isWide);
            var size = header.Word(at + (isWide ? 16 : 12), isWide);
            if (!bytes.Contains(offset, size))
                facts.Outside("this part of the fat file", offset);
            else if (read.Add(offset))
                ReadPart(bytes.Slice(offset, size, inBigEndian: false), facts);
        }

        // Behind each part is the next one.
        facts.Part = null;
        facts.Behind = default;
    }

    // Static libraries have archives as parts.
    private static void ReadPart(ImageBytes part, ImageFacts facts)
    {
        var head = part.Block(0, (int)Math.Min(BinaryFormats.HeadLength, part.Length));
        switch (BinaryFormats.Detect(head, head.Length))
        {
            case BinaryFormat.MachO:
                MachOReader.Read(part, facts);
                break;
            case BinaryFormat.Archive:
                facts.Architectures.Add(facts.Part!);
                ArchiveReader.Read(part, facts);
                break;
            default:
                facts.Problem("this part of the fat file", "is neither Mach-O nor an archive");
                break;
        }
    }
}

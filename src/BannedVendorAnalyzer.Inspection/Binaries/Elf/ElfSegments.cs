namespace BannedVendorAnalyzer.Inspection.Binaries.Elf;

/// <summary>What is loaded where (gABI 5, "Program Header"), and where the dynamic section is.</summary>
internal sealed class ElfSegments
{
    private const string Where = "the program header table";
    private const int Load = 1;
    private const int Dynamic = 2;

    // Linkers make some 15.
    private const int MostHeaders = 1024;

    private readonly List<Segment> _loaded = [];

    private readonly record struct Segment(long Offset, long Address, long LengthInFile);

    /// <summary>Place and length of the dynamic section in the file; length 0 without one.</summary>
    public (long Offset, long Length) DynamicSection { get; private set; }

    /// <summary>Null for a file without program headers, as object files are, or with a problem.</summary>
    public static ElfSegments? Read(ElfFile file, ImageFacts facts)
    {
        var count = file.ProgramHeaderCount;
        var needed = file.IsWide ? 56 : 32;
        if (count == 0)
            return null;

        if (count > MostHeaders || file.ProgramHeaderLength < needed || !file.Bytes.Contains(file.ProgramHeaders, count * file.ProgramHeaderLength))
        {
            facts.Problem(Where, $"has {count} entries of {file.ProgramHeaderLength} bytes at 0x{file.ProgramHeaders:X}, more than are read or than the file holds");
            return null;
        }

        var segments = new ElfSegments();
        Segment? dynamic = null;
        for (var i = 0; i < count; i++)
        {
            var at = file.ProgramHeaders + ((long)i * file.ProgramHeaderLength);
            var segment = ReadSegment(file, at);
            facts.Reaches(segment.Offset, segment.LengthInFile);
            switch (file.Bytes.U32(at))
            {
                case Load:
                    segments._loaded.Add(segment);
                    break;
                case Dynamic:
                    dynamic = segment;
                    break;
            }
        }

        if (dynamic is { LengthInFile: > 0 } found)
            segments.DynamicSection = segments.Place(found);

        return segments;
    }

    /// <summary>Place of what is loaded at an address, and bytes from there to the end of its segment; length 0 if it is not in the file.</summary>
    public (long Offset, long Length) Find(long address)
    {
        foreach (var segment in _loaded)
        {
            var delta = address - segment.Address;
            if (delta >= 0 && delta < segment.LengthInFile)
                return (segment.Offset + delta, segment.LengthInFile - delta);
        }

        return default;
    }

    // Elf32_Phdr and Elf64_Phdr: p_offset, p_vaddr, p_filesz.
    private static Segment ReadSegment(ElfFile file, long at) => file.IsWide
        ? new Segment(file.Bytes.I64(at + 8), file.Bytes.I64(at + 16), file.Bytes.I64(at + 32))
        : new Segment(file.Bytes.U32(at + 4), file.Bytes.U32(at + 8), file.Bytes.U32(at + 16));

    // ld.so finds the dynamic section by its address and never looks at the place that the header says.
    private (long Offset, long Length) Place(Segment dynamic) =>
        Find(dynamic.Address) is { Length: > 0 } loaded ? loaded : (dynamic.Offset, dynamic.LengthInFile);
}

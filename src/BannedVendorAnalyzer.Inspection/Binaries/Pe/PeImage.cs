namespace BannedVendorAnalyzer.Inspection.Binaries.Pe;

/// <summary>The file of an image and where its sections lie in it ("Optional Header", "Section Table").</summary>
internal sealed class PeImage
{
    public const long Nowhere = -1;

    // Windows loads up to 96 (up to 65,535 in newer versions), linkers make some 20. Each address is looked for in all of them.
    private const int MostSections = 256;
    private const int SectionLength = 40;
    private const int MostDirectories = 16;
    private const uint PageLength = 0x1000;

    private readonly long _directories;
    private readonly uint _directoryCount;
    private readonly Section[] _sections;
    private readonly uint _headers;
    private readonly bool _isFlat;
    private int _last;

    private PeImage(ImageBytes bytes, long directories, uint directoryCount, Section[] sections, uint headers, long imageBase, bool isFlat)
    {
        Bytes = bytes;
        ImageBase = imageBase;
        _directories = directories;
        _directoryCount = directoryCount;
        _sections = sections;
        _headers = headers;
        _isFlat = isFlat;
    }

    private readonly record struct Section(uint Address, uint Length, uint Offset, uint LengthInFile);

    public ImageBytes Bytes { get; }

    /// <summary>The preferred address; only its lower 32 bits matter here.</summary>
    public long ImageBase { get; }

    /// <param name="optional">Where the optional header begins.</param>
    /// <param name="table">Where the section table begins.</param>
    public static PeImage Open(ImageBytes bytes, ImageFacts facts, long optional, long table, int sections, bool isPlus)
    {
        var alignment = bytes.U32(optional + 32);
        // "SectionAlignment": below the size of a page Windows maps the file as it is.
        var isFlat = alignment is > 0 and < PageLength;
        var directories = optional + (isPlus ? 112 : 96);
        return new PeImage(
            bytes,
            directories,
            Math.Min(bytes.U32(directories - 4), MostDirectories),
            ReadSections(bytes, facts, table, sections, isFlat),
            bytes.U32(optional + 60),
            isPlus ? bytes.I64(optional + 24) : bytes.U32(optional + 28),
            isFlat);
    }

    public PeDirectory Directory(int index) => index < _directoryCount
        ? new PeDirectory(Bytes.U32(_directories + (8 * index)), Bytes.U32(_directories + (8 * index) + 4))
        : default;

    /// <summary>Where in the file something lies that is loaded at an address; <see cref="Nowhere"/> if it is not in the file.</summary>
    public long OffsetOf(uint address)
    {
        // Names of one table lie side by side, so the section of the last one is the first guess.
        if (_last < _sections.Length && Find(_sections[_last], address) is not Nowhere and var near)
            return near;

        for (var i = 0; i < _sections.Length; i++)
        {
            if (Find(_sections[i], address) is not Nowhere and var offset)
            {
                _last = i;
                return offset;
            }
        }

        return (_isFlat || address < _headers) && address < Bytes.Length ? address : Nowhere;
    }

    /// <summary>Where a table begins; <see cref="Nowhere"/> without one, or with a problem.</summary>
    public long Find(PeDirectory directory, string where, ImageFacts facts)
    {
        var at = directory.Address == 0 ? Nowhere : OffsetOf(directory.Address);
        if (at == Nowhere && directory.Address != 0 && !IsBlank(directory.Address))
            facts.Outside(where, directory.Address);

        return at;
    }

    // Behind the data of a section memory is zero: the table has no entries, as in files that hold nothing but debug information.
    private bool IsBlank(uint address) => Array.Exists(
        _sections,
        section => (long)address - section.Address is >= 0 and var delta && delta >= section.LengthInFile && delta < section.Length);

    private static Section[] ReadSections(ImageBytes bytes, ImageFacts facts, long table, int count, bool isFlat)
    {
        if (count > MostSections)
            facts.Problem("the section table", $"has {count} entries; {MostSections} of them are read");

        count = Math.Min(count, MostSections);
        if (!bytes.Contains(table, (long)count * SectionLength))
        {
            facts.Outside("the section table", table);
            return [];
        }

        var sections = new Section[count];
        for (var i = 0; i < count; i++)
        {
            var at = table + (i * SectionLength);
            var offset = bytes.U32(at + 20);
            // Windows rounds PointerToRawData down to 512, which the text only asks of linkers.
            sections[i] = new Section(bytes.U32(at + 12), bytes.U32(at + 8), isFlat ? offset : offset & ~0x1FFu, bytes.U32(at + 16));
            facts.Reaches(offset, bytes.U32(at + 16));
        }

        return sections;
    }

    private long Find(Section section, uint address)
    {
        // "VirtualSize": where it is larger than the data in the file, the rest is zero; where it is 0, as old linkers leave it, the data counts.
        var delta = (long)address - section.Address;
        var mapped = section.Length == 0 ? section.LengthInFile : Math.Min(section.LengthInFile, RoundUp(section.Length));
        return delta >= 0 && delta < mapped && section.Offset + delta < Bytes.Length ? section.Offset + delta : Nowhere;
    }

    private static long RoundUp(uint length) => ((long)length + PageLength - 1) & -PageLength;
}

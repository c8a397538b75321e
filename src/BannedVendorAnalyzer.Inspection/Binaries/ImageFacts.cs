using System.Globalization;

namespace BannedVendorAnalyzer.Inspection.Binaries;

/// <summary>Collects what the readers of the formats find, within bounds that they share over all parts of a file.</summary>
internal sealed class ImageFacts(BinaryFormat format)
{
    // Of one name or path. Linux ends paths at 4,096.
    private const int MostTextLength = 4096;

    // Of all together, and what each costs beside its characters: one long text can be named a million times.
    private const long MostText = 4 << 20;
    private const int CostOfText = 32;

    // One signature has up to some 60 KB; a file has a few, a fat one a few for each part.
    private const long MostSignatures = 2 << 20;
    private const int CostOfSignature = 1 << 10;

    // The largest programs load some hundred modules.
    private const int MostImports = 4096;

    // Static libraries have up to 2,000 members, import libraries one for each function of a system.
    private const int MostMembers = 65_536;
    private const int MostOthers = 256;

    // One says what is wrong; more would be noise of the same cause.
    private const int MostProblems = 16;

    // Of tables of symbols, and load commands. The largest libraries seen have 50,000.
    private const int MostEntries = 1_000_000;

    private readonly NameList _problems = new(MostProblems);
    private int _entries;
    private int _headers;
    private long _text;
    private long _signatures;

    public NameList Architectures { get; } = new(MostOthers);

    public NameList Imports { get; } = new(MostImports);

    public NameList DelayedImports { get; } = new(MostImports);

    public NameList RunPaths { get; } = new(MostOthers);

    public NameList Comments { get; } = new(MostOthers);

    public NameList Members { get; } = new(MostMembers);

    public ExportCollector Exports { get; } = new();

    public List<ImageSigner> Signers { get; } = [];

    public string? Name { get; set; }

    public string? TeamId { get; set; }

    public VersionInfo? Version { get; set; }

    public bool IsManaged { get; set; }

    /// <summary>Where the image ends as far as its headers say.</summary>
    public long End { get; private set; }

    /// <summary>As <see cref="NativeImage.Behind"/>.</summary>
    public (long Start, long End) Behind { get; set; }

    /// <summary>Which part of a fat file is being read; put before its problems.</summary>
    public string? Part { get; set; }

    /// <summary>False when more text was found than is kept of one file.</summary>
    public bool HasRoomForText => _text < MostText;

    /// <summary>False, with a problem, when a table says that it has more entries than are read of one file.</summary>
    public bool TryTakeEntries(long count, string where)
    {
        if (count < 0 || count > MostEntries - _entries)
        {
            Problem(where, string.Format(CultureInfo.InvariantCulture, "says that it has {0} entries; more than {1} are not read", count, MostEntries));
            return false;
        }

        _entries += (int)count;
        return true;
    }

    /// <summary>False when more members than are read of one file have been met, those of the same name counted, too.</summary>
    public bool TryTakeMember() => _headers++ < MostMembers;

    public bool TryTakeSignature(long length) => (_signatures += length + CostOfSignature) <= MostSignatures;

    public void Problem(string where, string what) => _problems.Add(Part is null ? $"{where} {what}" : $"{Part}: {where} {what}");

    /// <summary>A part of the image; what is none, as its numbers are no place in a file, does not count.</summary>
    public void Reaches(long offset, long length)
    {
        if (offset >= 0 && length > 0 && offset <= long.MaxValue - length)
            End = Math.Max(End, offset + length);
    }

    public void Outside(string where, long offset)
    {
        if (!_problems.IsFull)
            Problem(where, string.Format(CultureInfo.InvariantCulture, "lies outside the file (offset 0x{0:X})", offset));
    }

    /// <summary>A text up to its NUL; null when it has none, or there is no room for it.</summary>
    public string? FindText(ImageBytes bytes, long offset)
    {
        var length = bytes.TextLength(offset, MostTextLength);
        return length < 0 ? null : Text(bytes, offset, length);
    }

    /// <summary>A text of known length; null when there is no room for it.</summary>
    public string? Text(ImageBytes bytes, long offset, int length)
    {
        length = Math.Min(length, MostTextLength);
        if (!HasRoomForText || !bytes.Contains(offset, length))
            return null;

        _text += length + CostOfText;
        return bytes.Text(offset, length);
    }

    /// <summary>Adds a name from the file, or the problem that there is none that ends.</summary>
    public void AddText(NameList list, ImageBytes bytes, long offset, string where)
    {
        if (FindText(bytes, offset) is { } text)
            list.Add(text);
        else
            Outside(where, offset);
    }

    public NativeImage ToImage()
    {
        if (!HasRoomForText || _headers > MostMembers || Imports.IsFull || Members.IsFull || RunPaths.IsFull || Exports.IsFull)
            Problem("the binary", "has more names than are read");

        return new NativeImage(
            format,
            Architectures.Names,
            Name,
            Imports.Names,
            RunPaths.Names,
            Exports.ToNames(),
            Version,
            Signers,
            TeamId,
            Comments.Names,
            Members.Names,
            IsManaged,
            _problems.Names)
        {
            DelayedImports = DelayedImports.Names,
            Behind = Behind.Start < Behind.End ? Behind : default,
        };
    }
}

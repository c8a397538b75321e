using System.Globalization;

namespace BannedVendorAnalyzer.Inspection.Binaries;

/// <summary>Collects what the readers of the formats find, within bounds that they share over all parts of a file.</summary>
internal sealed class ImageFacts(BinaryFormat format)
{
    /// <summary>Of module names, paths and section names. Windows and Linux end paths at 4,096 or before.</summary>
    public const int MostTextLength = 4096;

    // The largest programs load some hundred modules.
    private const int MostImports = 4096;

    // Static libraries of whole compilers have some thousand members.
    private const int MostMembers = 65_536;
    private const int MostOthers = 256;

    // One says what is wrong; more would be noise of the same cause.
    private const int MostProblems = 16;

    // Counts those that are no exports, too. The largest libraries seen have 100,000.
    private const int MostSymbols = 1_000_000;

    private readonly NameList _problems = new(MostProblems);
    private int _symbols;

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

    /// <summary>Which part of a fat file is being read; put before its problems.</summary>
    public string? Part { get; set; }

    /// <summary>False, with a problem, when more symbols were asked for than are read of one file.</summary>
    public bool TryTakeSymbols(long count, string where)
    {
        if (count < 0 || count > MostSymbols - _symbols)
        {
            Problem(where, string.Format(CultureInfo.InvariantCulture, "says that it has {0} entries; more than {1} are not read", count, MostSymbols));
            return false;
        }

        _symbols += (int)count;
        return true;
    }

    public void Problem(string where, string what) => _problems.Add(Part is null ? $"{where} {what}" : $"{Part}: {where} {what}");

    public void Outside(string where, long offset) =>
        Problem(where, string.Format(CultureInfo.InvariantCulture, "lies outside the file (offset 0x{0:X})", offset));

    /// <summary>Adds a name from the file, or the problem that there is none that ends.</summary>
    public void AddText(NameList list, ImageBytes bytes, long offset, string where)
    {
        if (bytes.Text(offset, MostTextLength) is { } text)
            list.Add(text);
        else
            Outside(where, offset);
    }

    public NativeImage ToImage()
    {
        if (Imports.IsFull || Members.IsFull || RunPaths.IsFull || Exports.IsFull)
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
        };
    }
}

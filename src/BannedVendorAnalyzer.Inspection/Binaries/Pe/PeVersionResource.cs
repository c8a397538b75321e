namespace BannedVendorAnalyzer.Inspection.Binaries.Pe;

/// <summary>Finds version resources in "The .rsrc Section".</summary>
/// <remarks>
/// The tree always has three levels, type, name and language, so a walk of three loops ends even where a directory
/// contains itself.
/// </remarks>
internal sealed class PeVersionResource
{
    private const string Where = "the resource directory";

    // RT_VERSION in winuser.h.
    private const uint VersionType = 16;

    // "Resource Directory Table", then "Resource Directory Entries".
    private const int TableLength = 16;
    private const int EntryLength = 8;
    private const int DataLength = 16;
    private const uint IsTable = 0x80000000;

    // Programs have some dozen types; version resources have one name in up to some dozen languages.
    private const int MostEntries = 16_384;
    private const int MostResources = 64;

    private readonly PeImage _image;
    private readonly ImageFacts _facts;
    private readonly long _root;
    private readonly VersionStrings _strings = new();
    private int _entries;
    private int _resources;

    private PeVersionResource(PeImage image, ImageFacts facts, long root)
    {
        _image = image;
        _facts = facts;
        _root = root;
    }

    public static void Read(PeImage image, PeDirectory directory, ImageFacts facts)
    {
        if (image.Find(directory, Where, facts) is not PeImage.Nowhere and var root)
            facts.Version = new PeVersionResource(image, facts, root).Read();
    }

    private VersionInfo? Read()
    {
        foreach (var (type, names) in Entries(IsTable))
        {
            if (type != VersionType)
                continue;

            foreach (var (_, languages) in Entries(names))
            {
                foreach (var (_, data) in Entries(languages))
                    ReadData(data);
            }
        }

        return _strings.ToInfo();
    }

    /// <param name="target">Place of a table from the root of the tree on, with the bit that says that it is one.</param>
    private IEnumerable<(uint Id, uint Target)> Entries(uint target)
    {
        if ((target & IsTable) == 0)
            yield break;

        var at = _root + (target & ~IsTable);
        var count = _image.Bytes.U16(at + 12) + _image.Bytes.U16(at + 14);
        _entries += count;
        if (_entries > MostEntries || !_image.Bytes.Contains(at, TableLength + ((long)count * EntryLength)))
        {
            _facts.Problem(Where, $"has a table of {count} entries at 0x{at:X}, more than are read or than the file holds");
            yield break;
        }

        for (var i = 0; i < count; i++)
        {
            var entry = at + TableLength + (i * EntryLength);
            yield return (_image.Bytes.U32(entry), _image.Bytes.U32(entry + 4));
        }
    }

    // "Resource Data Entry": the address counts from the image base, not from the root.
    private void ReadData(uint target)
    {
        if ((target & IsTable) != 0 || ++_resources > MostResources)
            return;

        var entry = _root + target;
        var at = _image.OffsetOf(_image.Bytes.U32(entry));
        var length = _image.Bytes.U32(entry + 4);
        // Its own length is a WORD, so more than that cannot count.
        if (_image.Bytes.Contains(entry, DataLength) && at != PeImage.Nowhere && _image.Bytes.Contains(at, length))
            _strings.Read(_image.Bytes.Block(at, (int)Math.Min(length, ushort.MaxValue)));
        else
            _facts.Problem(Where, $"has a version resource outside the file (entry at 0x{entry:X})");
    }
}

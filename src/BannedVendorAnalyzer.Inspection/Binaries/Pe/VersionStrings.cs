using System.Text;

namespace BannedVendorAnalyzer.Inspection.Binaries.Pe;

/// <summary>Collects StringFileInfo of version resources (VS_VERSIONINFO, StringFileInfo, StringTable and String of the Windows API).</summary>
internal sealed class VersionStrings
{
    // wLength, wValueLength, wType.
    private const int HeaderLength = 6;
    private const int MostValues = 64;

    private readonly NameList _companies = new(MostValues);
    private readonly NameList _products = new(MostValues);
    private readonly NameList _copyrights = new(MostValues);
    private readonly NameList _originals = new(MostValues);
    private readonly NameList _internals = new(MostValues);
    private bool _any;

    public VersionInfo? ToInfo() => _any ? new VersionInfo(_companies.Names, _products.Names, _copyrights.Names, _originals.Names, _internals.Names) : null;

    public void Read(byte[] resource)
    {
        foreach (var root in Blocks(resource, 0, resource.Length))
        {
            _any = true;
            // The value is a VS_FIXEDFILEINFO, its length in bytes.
            foreach (var child in Blocks(resource, Align(root.Value + root.ValueLength), root.End))
            {
                if (child.Key == "StringFileInfo")
                    ReadTables(resource, child);
            }

            return;
        }
    }

    private void ReadTables(byte[] resource, Block strings)
    {
        foreach (var table in Blocks(resource, strings.Value, strings.End))
        {
            foreach (var entry in Blocks(resource, table.Value, table.End))
                Target(entry.Key)?.Add(Text(resource, entry.Value, entry.End).Trim());
        }
    }

    private NameList? Target(string key) => key switch
    {
        "CompanyName" => _companies,
        "ProductName" => _products,
        "LegalCopyright" => _copyrights,
        "OriginalFilename" => _originals,
        "InternalName" => _internals,
        _ => null,
    };

    // Each block: lengths, a key of UTF-16 with a NUL, then the value, aligned to 32 bits. The value runs to its NUL or to the end of
    // the block, because resource compilers count its length in bytes as well as in characters.
    private static IEnumerable<Block> Blocks(byte[] bytes, int start, int end)
    {
        while (end - start > HeaderLength)
        {
            var length = bytes[start] | (bytes[start + 1] << 8);
            if (length <= HeaderLength)
                yield break;

            var blockEnd = Math.Min(start + length, end);
            var key = Text(bytes, start + HeaderLength, blockEnd);
            var value = Align(start + HeaderLength + (2 * (key.Length + 1)));
            yield return new Block(key, Math.Min(value, blockEnd), bytes[start + 2] | (bytes[start + 3] << 8), blockEnd);
            start = Align(start + length);
        }
    }

    private static string Text(byte[] bytes, int start, int end)
    {
        var at = start;
        while (at + 1 < end && (bytes[at] | bytes[at + 1]) != 0)
            at += 2;

        return Encoding.Unicode.GetString(bytes, start, Math.Max(at - start, 0));
    }

    private static int Align(int offset) => (offset + 3) & ~3;

    private readonly record struct Block(string Key, int Value, int ValueLength, int End);
}

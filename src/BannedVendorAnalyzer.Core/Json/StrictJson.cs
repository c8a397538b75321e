using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Json;

/// <summary>
/// Reads files whose every member is known beforehand. Unknown, duplicate and missing members and values of the wrong type are
/// collected with their position and reading goes on, so that one run shows all of them.
/// </summary>
internal sealed class StrictJson(string file, byte[] utf8, List<FileProblem> problems)
{
    private readonly JsonCursor _json = new(utf8);

    public string File => file;

    public int Offset => _json.Offset;

    /// <summary>Reads the whole file; a syntax error ends it with one problem.</summary>
    public void Read(Action readRoot)
    {
        try
        {
            readRoot();
            _json.EnsureEnd();
        }
        catch (JsonFormatException exception)
        {
            Problem(exception.Offset, exception.Message);
        }
    }

    public void Problem(int offset, string message) => problems.Add(FileProblem.At(file, utf8, offset, message));

    public int Line(int offset) => TextPosition.Of(utf8, offset).Line;

    /// <param name="required">Members that must be there.</param>
    /// <param name="optional">Members that may be there; any other is a problem.</param>
    /// <param name="read">Reads the value of the member of this name.</param>
    public void Members(string[] required, string[] optional, Action<string> read)
    {
        var start = _json.Offset;
        if (!Expect(JsonKind.Object)) return;

        // One bit a member, required ones first: rules have few members and very many objects.
        var seen = 0UL;
        _json.EnterObject();
        while (_json.NextMember())
        {
            var index = IndexOf(required, optional);
            if (index >= 0 && (seen & (1UL << index)) == 0)
            {
                seen |= 1UL << index;
                read(index < required.Length ? required[index] : optional[index - required.Length]);
                continue;
            }

            Problem(_json.NameOffset, index < 0 ? $"unknown member '{_json.Name}'; known here: {string.Join(", ", required.Concat(optional))}" : $"member '{_json.Name}' stands here twice");
            _json.Skip();
        }

        var all = (1UL << required.Length) - 1;
        if ((seen & all) != all) Problem(start, $"missing: {string.Join(", ", required.Where((_, index) => (seen & (1UL << index)) == 0))}");
    }

    private int IndexOf(string[] required, string[] optional)
    {
        for (var i = 0; i < required.Length; i++)
            if (_json.NameIs(required[i])) return i;
        for (var i = 0; i < optional.Length; i++)
            if (_json.NameIs(optional[i])) return required.Length + i;
        return -1;
    }

    /// <summary>An object whose member names are data.</summary>
    public void Map(Action<string, int> read)
    {
        if (!Expect(JsonKind.Object)) return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        _json.EnterObject();
        while (_json.NextMember())
        {
            var (name, offset) = (_json.Name, _json.NameOffset);
            if (!seen.Add(name)) Problem(offset, $"member '{name}' stands here twice");
            read(name, offset);
        }
    }

    public List<T> Items<T>(Func<T?> item) where T : class
    {
        var items = new List<T>();
        if (!Expect(JsonKind.Array)) return items;
        _json.EnterArray();
        while (_json.NextItem())
            if (item() is { } value) items.Add(value);
        return items;
    }

    public string? Text()
    {
        var offset = _json.Offset;
        if (!Expect(JsonKind.String)) return null;
        var text = _json.ReadString();
        if (text.Trim().Length > 0) return text;
        Problem(offset, "the text is empty");
        return null;
    }

    /// <summary>A number of things, from 1 on.</summary>
    public int? Count()
    {
        var offset = _json.Offset;
        if (!Expect(JsonKind.Number)) return null;
        var count = _json.ReadInt32();
        if (count > 0) return count;
        Problem(offset, $"{count} is no number of things; 1 is the least");
        return null;
    }

    /// <summary>A text that <paramref name="isKnown"/> accepts.</summary>
    public string? Known(string what, Func<string, bool> isKnown, IEnumerable<string> choices)
    {
        var offset = _json.Offset;
        if (Text() is not { } text) return null;
        if (isKnown(text)) return text;
        Problem(offset, $"unknown {what} '{text}'; known: {string.Join(", ", choices)}");
        return null;
    }

    private bool Expect(JsonKind kind)
    {
        var actual = _json.Kind;
        if (actual == kind) return true;
        Problem(_json.Offset, $"{Article(kind)} was expected, {Article(actual)} is here");
        _json.Skip();
        return false;
    }

    private static string Article(JsonKind kind) => kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.Array => "an array",
        JsonKind.Null => "null",
        _ => $"a {kind.ToString().ToLowerInvariant()}",
    };
}

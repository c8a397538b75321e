using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Json;

/// <summary>
/// Reads files whose every member is known beforehand. Unknown, duplicate and missing members and values of the wrong type are
/// collected with their position and reading goes on, so that one run shows all of them.
/// </summary>
/// <param name="places">Where what was read stands, for checks that look at it later; null where nobody asks.</param>
internal sealed class StrictJson(string file, byte[] utf8, List<FileProblem> problems, JsonPlaces? places = null)
{
    private readonly JsonCursor _json = new(utf8);
    private string? _source;

    public string File => file;

    public int Offset => _json.Offset;

    /// <summary>Reads the whole file; a syntax error ends it with one problem.</summary>
    public void Read(Action readRoot)
    {
        if (IsUtf16())
        {
            Problem(0, "the file is UTF-16; save it as UTF-8");
            return;
        }

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

    /// <summary>As some shells and editors of Windows write text, by the mark that they put first: nobody sees it in an editor.</summary>
    private bool IsUtf16() => utf8.Length >= 2 && ((utf8[0] == 0xFF && utf8[1] == 0xFE) || (utf8[0] == 0xFE && utf8[1] == 0xFF));

    public void Problem(int offset, string message) => problems.Add(FileProblem.At(file, utf8, offset, message));

    /// <summary>Whether somebody verifies what is read, and does not only judge by it.</summary>
    public bool NotesPlaces => places is not null;

    /// <summary>The value as it is, its place noted.</summary>
    public T Placed<T>(int offset, T value) where T : class
    {
        places?.Add(value, file, utf8, offset);
        return value;
    }

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
        HashSet<string>? seen = null;
        string? first = null;
        _json.EnterObject();
        while (_json.NextMember())
        {
            var (name, offset) = (_json.Name, _json.NameOffset);
            if (first is null) first = name;
            else if (!(seen ??= new HashSet<string>(StringComparer.Ordinal) { first }).Add(name)) Problem(offset, $"member '{name}' stands here twice");
            read(name, offset);
        }
    }

    public IReadOnlyList<T> Items<T>(Func<T?> item) where T : class
    {
        if (!Expect(JsonKind.Array)) return [];
        var items = new List<T>();
        _json.EnterArray();
        while (_json.NextItem())
            if (item() is { } value) items.Add(value);

        // Rules are kept as long as the process lives and have very many short lists.
        return items.ToArray();
    }

    public string? Text() => Text(null);

    /// <summary>Where something was read, which is mostly where the thing before it was read too.</summary>
    public string? Source()
    {
        var text = Text(_source);
        if (text is not null) _source = text;
        return text;
    }

    private string? Text(string? likely)
    {
        var offset = _json.Offset;
        if (!Expect(JsonKind.String)) return null;
        var text = _json.ReadString(likely);
        if (text.Trim().Length > 0) return text;
        Problem(offset, "the text is empty");
        return null;
    }

    /// <summary>A text that may be empty.</summary>
    public string? AnyText() => Expect(JsonKind.String) ? _json.ReadString() : null;

    /// <summary>What people write for people: a text, or several as lines.</summary>
    public void Comment()
    {
        if (_json.Kind == JsonKind.Array) Items(AnyText);
        else Text();
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

    /// <summary>A text that is one of the <paramref name="choices"/>; a set has no order of its own and is told sorted.</summary>
    public string? Known(string what, IReadOnlyCollection<string> choices)
    {
        var offset = _json.Offset;
        if (Text() is not { } text) return null;
        if (choices.Contains(text)) return text;
        var told = choices is HashSet<string> ? choices.OrderBy(choice => choice, StringComparer.Ordinal) : choices.AsEnumerable();
        Problem(offset, $"unknown {what} '{text}'; known: {string.Join(", ", told)}");
        return null;
    }

    public bool? Flag() => Expect(JsonKind.Boolean) ? _json.ReadBoolean() : null;

    /// <summary>A whole number within bounds, both inclusive.</summary>
    public int? Number(int least, int most)
    {
        var offset = _json.Offset;
        if (!Expect(JsonKind.Number)) return null;
        var number = _json.ReadInt32();
        if (number >= least && number <= most) return number;
        Problem(offset, $"{number} is not between {least} and {most}");
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

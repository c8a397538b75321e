using System.Text;
using System.Text.Encodings.Web;
using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Cli.Waivers;

/// <summary>Changes a policy file where it has to be changed, and leaves every other byte as it is. The file must be one that the reader accepts.</summary>
internal static class PolicyText
{
    private const string Member = "waivers";

    /// <param name="entries">Waivers as their members, in the order in which they are written.</param>
    public static byte[] Append(byte[] utf8, IReadOnlyList<IReadOnlyList<KeyValuePair<string, string>>> entries)
    {
        var line = Array.IndexOf(utf8, (byte)'\r') >= 0 ? "\r\n" : "\n";
        var text = string.Join($",{line}", entries.Select(entry => Entry(entry, line)));
        var json = new JsonCursor(utf8);
        var members = 0;
        json.EnterObject();
        while (json.NextMember())
        {
            members++;
            if (json.NameIs(Member)) return AppendToArray(utf8, json, text, line);
            json.Skip();
        }

        var end = AfterLast(utf8, LastIndexOf(utf8, '}'));
        return Splice(utf8, end, end, $"{(members > 0 ? "," : "")}{line}  \"{Member}\": [{line}{text}{line}  ]{(members > 0 ? "" : line)}");
    }

    /// <param name="place">Line and column of the waiver.</param>
    /// <param name="values">Texts by the name of the member; members that are not there stay away.</param>
    public static byte[] Replace(byte[] utf8, (int Line, int Column) place, IReadOnlyDictionary<string, string> values)
    {
        var json = new JsonCursor(utf8);
        json.EnterObject();
        while (json.NextMember() && !json.NameIs(Member)) json.Skip();
        json.EnterArray();
        while (json.NextItem() && TextPosition.Of(utf8, json.Offset) is var position && (position.Line, position.Column) != place) json.Skip();

        var edits = new Stack<(int Start, int End, string Text)>();
        json.EnterObject();
        while (json.NextMember())
        {
            var value = values.GetValueOrDefault(json.Name);
            var start = json.Offset;
            json.Skip();
            if (value is not null) edits.Push((start, AfterLast(utf8, json.Offset), Quoted(value)));
        }

        return edits.Aggregate(utf8, (text, edit) => Splice(text, edit.Start, edit.End, edit.Text));
    }

    private static byte[] AppendToArray(byte[] utf8, JsonCursor json, string text, string line)
    {
        var items = 0;
        json.EnterArray();
        var close = json.Offset;
        while (json.NextItem())
        {
            items++;
            json.Skip();
            close = json.Offset;
        }

        var end = AfterLast(utf8, close);
        return Splice(utf8, end, items == 0 ? close : end, $"{(items > 0 ? "," : "")}{line}{text}{(items == 0 ? $"{line}  " : "")}");
    }

    private static string Entry(IReadOnlyList<KeyValuePair<string, string>> members, string line) =>
        $"    {{{line}{string.Join($",{line}", members.Select(member => $"      \"{member.Key}\": {Quoted(member.Value)}"))}{line}    }}";

    private static string Quoted(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    /// <summary>Behind the last byte before the offset that is no white space.</summary>
    private static int AfterLast(byte[] utf8, int offset)
    {
        while (offset > 0 && IsSpace(utf8[offset - 1])) offset--;
        return offset;
    }

    private static int LastIndexOf(byte[] utf8, char character) => Array.LastIndexOf(utf8, (byte)character);

    private static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    private static byte[] Splice(byte[] utf8, int start, int end, string text) => [.. utf8.AsSpan(0, start), .. Encoding.UTF8.GetBytes(text), .. utf8.AsSpan(end)];
}

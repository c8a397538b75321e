using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>Reads JSON as the .NET SDK reads its settings: comments, and commas before a closing bracket, count as white space.</summary>
internal static class LenientJson
{
    /// <param name="what">How a problem calls the file, e.g. <c>tool manifest</c>.</param>
    /// <returns>What is wrong with it; what was read before that counts all the same.</returns>
    public static FileProblem? Read(string path, byte[] utf8, string what, Action<JsonCursor> read)
    {
        try
        {
            var json = new JsonCursor(WithoutComments(utf8));
            read(json);
            json.EnsureEnd();
            return null;
        }
        catch (JsonFormatException exception)
        {
            return FileProblem.At(path, utf8, exception.Offset, $"the {what} is damaged, so what it brings in is not all known: {exception.Message}; correct it");
        }
    }

    public static SourceLocation Place(string path, byte[] utf8, int offset)
    {
        var position = TextPosition.Of(utf8, offset);
        return new SourceLocation(path, position.Line, position.Column);
    }

    /// <summary>A string, or null for any other value, which is passed over.</summary>
    public static string? Text(JsonCursor json)
    {
        if (json.Kind == JsonKind.String) return json.ReadString();
        json.Skip();
        return null;
    }

    /// <summary>Of the same length, so that places stay what they are.</summary>
    private static byte[] WithoutComments(byte[] utf8)
    {
        var clean = (byte[])utf8.Clone();
        var comma = -1;
        for (var i = 0; i < clean.Length; i++)
        {
            var value = clean[i];
            if (value == '"')
            {
                i = EndOfString(clean, i);
                comma = -1;
            }
            else if (value == '/' && EndOfComment(clean, i) is var end && end > i)
            {
                for (; i < end; i++)
                    if (clean[i] != '\n') clean[i] = (byte)' ';
                i--;
            }
            else if (value == ',')
            {
                comma = i;
            }
            else if (value is (byte)']' or (byte)'}' && comma >= 0)
            {
                clean[comma] = (byte)' ';
                comma = -1;
            }
            else if (value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                comma = -1;
            }
        }

        return clean;
    }

    private static int EndOfString(byte[] utf8, int quote)
    {
        for (var i = quote + 1; i < utf8.Length; i++)
        {
            if (utf8[i] == '\\') i++;
            else if (utf8[i] == '"') return i;
        }

        return utf8.Length;
    }

    /// <returns>Where it has ended; the beginning where it is none, or never ends.</returns>
    private static int EndOfComment(byte[] utf8, int start)
    {
        if (start + 1 >= utf8.Length) return start;
        if (utf8[start + 1] == '/') return Array.IndexOf(utf8, (byte)'\n', start) is >= 0 and var line ? line : utf8.Length;
        if (utf8[start + 1] != '*') return start;
        for (var i = start + 2; i + 1 < utf8.Length; i++)
            if (utf8[i] == '*' && utf8[i + 1] == '/') return i + 2;
        return start;
    }
}

namespace BannedVendorAnalyzer.Json;

/// <summary>A place in a text file; line and column count from 1, columns in characters.</summary>
public readonly record struct TextPosition(int Line, int Column)
{
    /// <summary>Counts lines only when somebody asks: files without problems never pay for positions.</summary>
    public static TextPosition Of(byte[] utf8, int offset)
    {
        var line = 1;
        var lineStart = 0;
        var end = Math.Min(offset, utf8.Length);
        for (var i = 0; i < end; i++)
        {
            if (utf8[i] != '\n') continue;
            line++;
            lineStart = i + 1;
        }

        return new TextPosition(line, ColumnOf(utf8, lineStart, end));
    }

    internal static int ColumnOf(byte[] utf8, int lineStart, int end)
    {
        var column = 1;
        for (var i = lineStart; i < end; i++)
            if (!IsContinuation(utf8[i]) && !IsByteOrderMark(utf8, i)) column++;
        return column;
    }

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;

    private static bool IsByteOrderMark(byte[] utf8, int index) => index == 0 && utf8.Length >= 3 && utf8[0] == 0xEF && utf8[1] == 0xBB && utf8[2] == 0xBF;
}

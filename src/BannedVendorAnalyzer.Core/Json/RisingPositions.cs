namespace BannedVendorAnalyzer.Json;

/// <summary>Places in one file, asked for from its beginning to its end: each line is counted once, however many places there are.</summary>
internal sealed class RisingPositions(byte[] utf8)
{
    private int _line = 1;
    private int _lineStart;
    private int _seen;

    /// <param name="offset">Not before the one that was asked for last.</param>
    public TextPosition Of(int offset)
    {
        for (; _seen < offset; _seen++)
        {
            if (utf8[_seen] != '\n') continue;
            _line++;
            _lineStart = _seen + 1;
        }

        return new TextPosition(_line, TextPosition.ColumnOf(utf8, _lineStart, offset));
    }
}

namespace BannedVendorAnalyzer.Cli;

/// <summary>One line on a terminal that is written over; nothing at all for what is done within a second. Safe to call from several threads.</summary>
internal sealed class ProgressLine(TextWriter terminal, TimeProvider clock)
{
    /// <summary>Below the width of any terminal: a line that wraps cannot be written over.</summary>
    private const int MostCharacters = 79;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly long _start = clock.GetTimestamp();
    private long? _shownAt;
    private int _shown;

    /// <param name="done">How many are done or in hand, of so many that are known by now.</param>
    public void Show(int done, int known, string projectPath)
    {
        lock (_lock)
        {
            if (clock.GetElapsedTime(_start) < Patience || (_shownAt is { } last && clock.GetElapsedTime(last) < Pause)) return;
            _shownAt = clock.GetTimestamp();
            Write($"checking {done}/{known} {Path.GetFileName(projectPath)}");
        }
    }

    /// <summary>Whoever prints next begins on an empty line.</summary>
    public void Erase()
    {
        lock (_lock)
        {
            if (_shown == 0) return;
            Write("");
            terminal.Write('\r');
        }
    }

    /// <summary>With blanks instead of control sequences, which not every terminal knows.</summary>
    private void Write(string text)
    {
        var line = text.Length > MostCharacters ? text[..MostCharacters] : text;
        terminal.Write($"\r{line.PadRight(_shown)}");
        _shown = line.Length;
    }
}

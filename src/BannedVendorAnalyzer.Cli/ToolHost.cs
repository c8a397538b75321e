using BannedVendorAnalyzer.Cli.Feeds;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli;

/// <summary>Everything that a command takes from outside, so that tests can hand it in.</summary>
/// <param name="WorkingFolder">Paths in reports are relative to it.</param>
/// <param name="Clock">Tells how long a check takes and whether files lie in the future.</param>
/// <param name="Today">The day of the check unless <c>--as-of</c> says otherwise (UTC).</param>
/// <param name="Progress">Whether <paramref name="Error"/> may be written over, being a terminal.</param>
public sealed record ToolHost(TextWriter Out, TextWriter Error, string WorkingFolder, IReadOnlyList<RuleFile> Rules, IsoDate Today, TimeProvider Clock, bool Colour, bool Progress)
{
    /// <summary>How long package sources are waited for.</summary>
    public FeedBounds FeedBounds { get; init; } = new();

    /// <summary>Makes the folder in which packages lie while they are read; full path.</summary>
    public Func<string> NewTemporaryFolder { get; init; } = () => Directory.CreateTempSubdirectory("banned-vendors-").FullName;

    /// <summary>Where somebody answers questions; null where nobody does.</summary>
    public TextReader? Input { get; init; }

    /// <summary>Value of an environment variable; null where it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Colour only on a terminal, and not where the user asked for none (no-color.org).</summary>
    public static bool WantsColour() => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>A line that is written over and over is for a terminal that can.</summary>
    public static bool WantsProgress() => !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>Null where nobody looks.</summary>
    internal ProgressLine? NewProgress() => Progress ? new ProgressLine(Error, Clock) : null;

    /// <summary>Relative to the working folder, with <c>/</c>.</summary>
    public string Relative(string path) => Path.GetRelativePath(WorkingFolder, Path.GetFullPath(path, WorkingFolder)).Replace('\\', '/');
}

using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli;

/// <summary>Everything that a command takes from outside, so that tests can hand it in.</summary>
/// <param name="WorkingFolder">Paths in reports are relative to it.</param>
/// <param name="Today">The day of the check unless <c>--as-of</c> says otherwise (UTC).</param>
public sealed record ToolHost(TextWriter Out, TextWriter Error, string WorkingFolder, IReadOnlyList<RuleFile> Rules, IsoDate Today, bool Colour)
{
    /// <summary>Colour only on a terminal, and not where the user asked for none (no-color.org).</summary>
    public static bool WantsColour() => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Relative to the working folder, with <c>/</c>.</summary>
    public string Relative(string path) => Path.GetRelativePath(WorkingFolder, Path.GetFullPath(path, WorkingFolder)).Replace('\\', '/');
}

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <param name="Paths">Where to look for a package; the working folder where nothing is given.</param>
/// <param name="Policy">As for a check.</param>
/// <param name="Restore">As for a check, where paths are given.</param>
internal sealed record ExplainOptions(string Word, IReadOnlyList<string> Paths, string? Audience, string? AsOf, string? Policy, ReportFormat Format, bool Restore);

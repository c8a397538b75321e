namespace BannedVendorAnalyzer.Cli;

public enum ReportFormat { Text, Json }

public enum Verbosity { Quiet, Normal, Detailed }

/// <param name="Policy">The policy file that decides for every project; null where each has its own.</param>
/// <param name="Restore">Whether projects without an assets file, or with one that is out of date, are restored.</param>
public sealed record CheckOptions(IReadOnlyList<string> Paths, string? Audience, string? AsOf, string? Policy, ReportFormat Format, string? Output, bool Restore, Verbosity Verbosity)
{
    /// <summary>Packages on the configured sources, as <c>ID</c>, <c>ID@VERSION</c> or <c>ID@RANGE</c>.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>The framework that these are looked at for; null for the newest that the SDK knows.</summary>
    public string? Framework { get; init; }

    /// <summary>Whether versions of them are looked for that are without what is found.</summary>
    public bool Suggest { get; init; }

    /// <summary>The commit whose findings are left out; null where all are reported.</summary>
    public string? Diff { get; init; }
}

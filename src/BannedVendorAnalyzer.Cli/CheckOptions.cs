namespace BannedVendorAnalyzer.Cli;

public enum ReportFormat { Text, Json }

public enum Verbosity { Quiet, Normal, Detailed }

/// <param name="Restore">Whether projects without an assets file, or with one that is out of date, are restored.</param>
public sealed record CheckOptions(IReadOnlyList<string> Paths, string? Audience, string? AsOf, ReportFormat Format, string? Output, bool Restore, Verbosity Verbosity);

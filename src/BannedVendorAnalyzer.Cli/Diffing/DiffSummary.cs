namespace BannedVendorAnalyzer.Cli.Diffing;

/// <summary>With what the reported findings were compared.</summary>
/// <param name="Known">How many findings were there before, still stand, and are left out.</param>
/// <param name="Unverified">What could not be checked before, so that nothing could be left out for it: where and why.</param>
internal sealed record DiffSummary(BaseCommit Base, int Known, IReadOnlyList<string> Unverified);

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>What is verified, and with what.</summary>
/// <param name="Files">The files whose problems are told.</param>
/// <param name="Base">Rules that these add to, so that they may name its authorities and audiences; empty where the files are a whole set.</param>
/// <param name="Unrelated">What no indicator may meet.</param>
/// <param name="Today">No file was checked, and no source seen, after this day.</param>
public sealed record RuleVerification(IReadOnlyList<RuleFile> Files, IReadOnlyList<RuleFile> Base, IReadOnlyList<UnrelatedEvidence> Unrelated, IsoDate Today);

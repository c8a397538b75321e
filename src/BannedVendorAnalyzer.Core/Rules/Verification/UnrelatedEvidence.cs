using BannedVendorAnalyzer.Evidence;

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>Something that was seen in the world and belongs to no vendor of the rules.</summary>
/// <param name="Place">Table and line, e.g. <c>packages.tsv:12</c>.</param>
/// <param name="Name">The package or module that it was seen at.</param>
/// <param name="IsShared">Several makers use the name, a vendor among them: it may be recorded as no more than a name.</param>
public sealed record UnrelatedEvidence(string Place, string Name, IReadOnlyList<EvidenceItem> Evidence, bool IsShared = false);

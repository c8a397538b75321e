using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>What was seen inside a package.</summary>
/// <param name="Evidence">As far as it is wanted, each once.</param>
/// <param name="Problems">Contents that could not be looked at: they are unverified.</param>
/// <param name="Damaged">Files that begin like a binary and could not be read as one, or not wholly: somebody has to look.</param>
public sealed record ContentInspection(IReadOnlyList<EvidenceItem> Evidence, IReadOnlyList<FileProblem> Problems, IReadOnlyList<FileProblem> Damaged, ScanSize Scanned);

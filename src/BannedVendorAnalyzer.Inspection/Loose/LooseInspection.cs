using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection.Cache;

namespace BannedVendorAnalyzer.Inspection.Loose;

/// <summary>What was seen of one loose item.</summary>
/// <param name="Evidence">As far as it meets an indicator.</param>
/// <param name="Problems">What could not be looked at.</param>
/// <param name="Damaged">Begins like a binary and could not be read as one, or not wholly.</param>
/// <param name="Witness">Shows whether it would be seen again; null for what is no file.</param>
public sealed record LooseInspection(
    LooseItem Item,
    IReadOnlyList<EvidenceItem> Evidence,
    IReadOnlyList<FileProblem> Problems,
    IReadOnlyList<FileProblem> Damaged,
    FileWitness? Witness,
    ScanSize Scanned)
{
    /// <summary>Whether there is nothing that would have to be looked at again.</summary>
    public bool IsWhole => Problems.Count == 0 && Damaged.Count == 0;

    public bool StillHolds() => Witness?.StillHolds() != false;
}

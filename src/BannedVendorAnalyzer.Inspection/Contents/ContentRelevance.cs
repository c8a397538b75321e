using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>What of the contents is wanted: binaries are full of names, and almost none of them meets a rule.</summary>
/// <param name="Meets">Whether an evidence is kept.</param>
/// <param name="ExportPrefixes">How the names of functions begin that are counted.</param>
/// <param name="Hashes">Whether SHA-256 is wanted; whole files are read for it.</param>
public sealed record ContentRelevance(Func<EvidenceItem, bool> Meets, IReadOnlyCollection<string> ExportPrefixes, bool Hashes)
{
    /// <summary>Everything that can be seen, for people who want to see it; slow and large.</summary>
    public static ContentRelevance All(RuleIndex index) => new(_ => true, index.ExportPrefixes, Hashes: true);

    public static ContentRelevance Of(RuleIndex index) => new(evidence => index.Find(evidence).Any(), index.ExportPrefixes, index.UsesHashes);
}

using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>What of the contents is wanted: binaries are full of names, and almost none of them meets a rule.</summary>
/// <param name="Meets">Whether an evidence is kept.</param>
/// <param name="ExportPrefixes">How the names of functions begin that are counted.</param>
/// <param name="Hashes">Whether SHA-256 is wanted; whole files are read for it.</param>
public sealed record ContentRelevance(Func<EvidenceItem, bool> Meets, IReadOnlyCollection<string> ExportPrefixes, bool Hashes)
{
    /// <summary>Whether the name of an imported module (first) tells already whose the functions are that begin so (second): these are then not counted.</summary>
    public Func<string, string, bool> Tells { get; init; } = (_, _) => false;

    /// <summary>Everything that can be seen, for people who want to see it; slow and large.</summary>
    public static ContentRelevance All(RuleIndex index) => new(_ => true, index.ExportPrefixes, Hashes: true);

    public static ContentRelevance Of(RuleIndex index) => new(evidence => index.Find(evidence).Any(), index.ExportPrefixes, index.UsesHashes)
    {
        Tells = (module, prefix) => index.Find(new EvidenceItem(EvidenceKind.NativeImport, module)).Where(match => match.Relation == Relation.Binds).Select(match => match.Vendor)
            .Intersect(index.Find(new EvidenceItem(EvidenceKind.NativeEntryPoint, prefix, Count: int.MaxValue)).Select(match => match.Vendor)).Any(),
    };
}

using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Cli.Contents;

/// <summary>Judges what belongs to no project, by the policy that counts for it.</summary>
internal sealed class ContentJudge(PolicyBasis basis)
{
    private readonly Judge _judge = new(basis.Rules, basis.Context);
    private readonly WaiverDesk _waivers = new(basis.Context);

    public CheckContext Context => basis.Context;

    public ContentRelevance Wanted => basis.Packages.Wanted;

    public IReadOnlyList<Judgement> Evaluate(IEnumerable<EvidenceItem> evidence) => _judge.Evaluate(evidence);

    /// <summary>What waivers leave of a judgement; what they are about is noted.</summary>
    /// <param name="fileOf">Full path of the file on disk that holds the evidence.</param>
    public (Judgement Judgement, IReadOnlyList<Waiver> Waivers) Left(Judgement judged, Func<EvidenceItem, string> fileOf, FoundContents found)
    {
        if (Context.Policy is not { Waivers.Count: > 0 } policy) return (judged, []);
        var contents = new Dictionary<string, WaivedContent>(StringComparer.Ordinal);
        var (judgement, waivers, matched, notices) = _waivers.Apply(judged, evidence => Content(fileOf(evidence), policy, contents));
        found.MatchedWaivers.UnionWith(matched);
        found.Notices.UnionWith(notices);
        return (judgement, waivers);
    }

    /// <summary>How it counts.</summary>
    public Finding Weighed(Finding finding, IReadOnlyList<Waiver> waivers) => finding with { Severity = Verdicts.SeverityOf(finding.Descriptor, Context, waivers), Waivers = waivers };

    /// <summary>The file as waivers name it; what lies outside of the policy's folder has no hash that they could fit.</summary>
    private static WaivedContent Content(string file, OrganisationPolicy policy, Dictionary<string, WaivedContent> known)
    {
        if (known.TryGetValue(file, out var content)) return content;
        var name = PathComparison.Below(policy.Root, file);
        var isNamed = policy.Waivers.Any(waiver => waiver.Content.IsFile && string.Equals(waiver.Content.Name, name, StringComparison.OrdinalIgnoreCase));

        // To hash a file takes as long as to read it, and nearly none is waived.
        content = new WaivedContent(true, name, "", isNamed ? FileHash.Sha256(file) ?? "" : "");
        known.Add(file, content);
        return content;
    }
}

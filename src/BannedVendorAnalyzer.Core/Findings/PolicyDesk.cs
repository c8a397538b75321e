using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Findings;

/// <summary>What a policy leaves of a judgement: its waivers first, then its baseline of what nobody waived.</summary>
public sealed class PolicyDesk(CheckContext context)
{
    private readonly WaiverDesk _waivers = new(context);
    private readonly BaselineDesk _baseline = new(context);

    /// <param name="content">What the judgement is about.</param>
    public Settled Settle(Judgement judged, WaivedContent content)
    {
        var (judgement, waivers, matched, notices) = _waivers.Apply(judged, content);
        if (waivers.Count > 0) return new Settled(judgement, content, waivers, [], matched, [], notices);
        var (left, accepted, entries) = _baseline.Apply(judgement, content);
        return new Settled(left, content, [], accepted, matched, entries, notices);
    }

    /// <summary>The finding with what the policy says of it, and as grave as it makes it.</summary>
    /// <param name="settled">Null for what could not be looked at, which no policy answers.</param>
    public Finding Finish(Finding finding, Settled? settled = null)
    {
        if (settled is null) return finding with { Severity = Verdicts.SeverityOf(finding.Descriptor, context, []) };
        return finding with
        {
            Severity = settled.Baseline.Count > 0 ? Diagnostics.Severity.Info : Verdicts.SeverityOf(finding.Descriptor, context, settled.Waivers),
            Waivers = settled.Waivers,
            Content = settled.Content,
            Baseline = settled.Baseline,
            Text = FindingWording.InBaseline(finding.Text, context.Policy?.Baseline?.Shown, settled.Baseline),
        };
    }
}

/// <summary>What is to be reported of a judgement.</summary>
/// <param name="Judgement">What is left of it, or as it was where all of it is answered.</param>
/// <param name="Waivers">That answer it; empty where something is left.</param>
/// <param name="Baseline">Entries that answer it; empty where something is left.</param>
/// <param name="MatchedWaivers">Every waiver that is about it, valid or not.</param>
/// <param name="MatchedBaseline">Every entry that is about it.</param>
/// <param name="Notices">What is to be said of the waivers.</param>
public sealed record Settled(
    Judgement Judgement,
    WaivedContent Content,
    IReadOnlyList<Waiver> Waivers,
    IReadOnlyList<BaselineEntry> Baseline,
    IReadOnlyList<Waiver> MatchedWaivers,
    IReadOnlyList<BaselineEntry> MatchedBaseline,
    IReadOnlyList<PolicyNotice> Notices);

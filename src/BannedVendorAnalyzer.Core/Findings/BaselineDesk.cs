using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Findings;

/// <summary>What a baseline leaves of a judgement.</summary>
/// <param name="Judgement">What is to be reported: decided by what the baseline does not have, or as it was where it has all of it.</param>
/// <param name="Accepted">Entries that answer it, the one for the deciding provision first; empty where something is left.</param>
/// <param name="Matched">Every entry that is about it.</param>
public sealed record BaselineOutcome(Judgement Judgement, IReadOnlyList<BaselineEntry> Accepted, IReadOnlyList<BaselineEntry> Matched);

/// <summary>Tells what was there when the baseline was written from what is new: another content, authority or provision is new.</summary>
public sealed class BaselineDesk(CheckContext context)
{
    /// <summary>A question can be left open. What is prohibited, or will be from a known day on, is none.</summary>
    public static bool CanAccept(Decision decision) => decision.Reached == Verdict.Review;

    /// <param name="content">What the judgement is about.</param>
    public BaselineOutcome Apply(Judgement judgement, WaivedContent content)
    {
        var entries = (context.Policy?.Baseline?.ByName[content.Name] ?? []).Where(entry => entry.Vendor == judgement.Vendor.Id && entry.Content.Fits(content)).ToList();
        if (entries.Count == 0) return new BaselineOutcome(judgement, [], []);

        var answers = judgement.Decisions.Select(decision => (Decision: decision, Entry: entries.Find(entry => Answers(entry, decision)))).ToList();
        var matched = answers.Select(answer => answer.Entry).OfType<BaselineEntry>().Distinct().ToList();
        if (judgement.Verdict != Verdict.Review || matched.Count == 0) return new BaselineOutcome(judgement, [], matched);

        var left = answers.Where(answer => answer.Entry is null).Select(answer => answer.Decision).ToList();
        return left.Count > 0
            ? new BaselineOutcome(judgement with { Decision = left[0], Decisions = left }, [], matched)
            : new BaselineOutcome(judgement, matched, matched);
    }

    private static bool Answers(BaselineEntry entry, Decision decision) => CanAccept(decision) && entry.Authority == decision.Authority.Id && entry.From == decision.From;
}

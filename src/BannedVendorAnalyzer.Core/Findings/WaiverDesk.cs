using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Findings;

/// <summary>What waivers leave of a judgement.</summary>
/// <param name="Judgement">What is to be reported: decided by what no waiver answers, or as it was where waivers answer all of it.</param>
/// <param name="Waivers">Those that answer it, the one for the deciding authority first; empty where something is left.</param>
/// <param name="Matched">Every waiver that is about it, valid or not.</param>
/// <param name="Notices">What is to be said of them.</param>
public sealed record WaiverOutcome(Judgement Judgement, IReadOnlyList<Waiver> Waivers, IReadOnlyList<Waiver> Matched, IReadOnlyList<PolicyNotice> Notices);

/// <summary>Applies the waivers of a policy as of the day of the check. A waiver answers one authority; what others say stands.</summary>
public sealed class WaiverDesk(CheckContext context)
{
    private readonly List<Waiver> _waivers = [.. context.Policy?.Waivers.Where(waiver => !waiver.Flaws().Any()) ?? []];

    /// <param name="content">What the judgement is about.</param>
    public WaiverOutcome Apply(Judgement judgement, WaivedContent content)
    {
        var authorities = new HashSet<string>(judgement.Decisions.Select(decision => decision.Authority.Id), StringComparer.Ordinal);
        var matched = _waivers.Where(waiver => waiver.Vendor == judgement.Vendor.Id && waiver.Content.HasNameOf(content) && authorities.Contains(waiver.Authority)).ToList();
        if (matched.Count == 0) return new WaiverOutcome(judgement, [], [], []);

        var notices = new List<PolicyNotice>();
        var valid = new Dictionary<string, Waiver>(StringComparer.Ordinal);
        foreach (var group in matched.GroupBy(waiver => waiver.Authority, StringComparer.Ordinal))
        {
            var fitting = group.Where(waiver => waiver.Content.Fits(content)).OrderByDescending(waiver => waiver.Until).ToList();
            if (fitting.Find(waiver => waiver.IsValidOn(context.AsOf)) is { } one)
            {
                valid.Add(group.Key, one);
                if (Announcement(one) is { } announcement) notices.Add(announcement);
            }
            else
            {
                notices.Add(fitting.Count > 0 ? OutOfTime(fitting[0]) : Changed(group.Last(), content));
            }
        }

        var left = judgement.Decisions.Where(decision => !valid.ContainsKey(decision.Authority.Id)).ToList();
        return left.Count > 0
            ? new WaiverOutcome(judgement with { Decision = left[0], Verdict = left[0].Verdict, Decisions = left }, [], matched, notices)
            : new WaiverOutcome(judgement, [.. judgement.Decisions.Select(decision => valid[decision.Authority.Id]).Distinct()], matched, notices);
    }

    private PolicyNotice? Announcement(Waiver waiver)
    {
        var days = context.AsOf.DaysUntil(waiver.Until);
        return days > (context.Policy!.NoticeDays ?? Waiver.DefaultNoticeDays)
            ? null
            : Notice(DiagnosticCatalog.BrokenWaiver, Severity.Warning, waiver, $"the waiver for {waiver.Subject} ends on {waiver.Until}, in {days.ToString(System.Globalization.CultureInfo.InvariantCulture)} {(days == 1 ? "day" : "days")}: remove the package, or renew the waiver");
    }

    private PolicyNotice OutOfTime(Waiver waiver) => Notice(DiagnosticCatalog.BrokenWaiver, Severity.Error, waiver, context.AsOf < waiver.From
        ? $"the waiver for {waiver.Subject} counts from {waiver.From} only"
        : $"the waiver for {waiver.Subject} ended on {waiver.Until}: remove the package, or renew the waiver");

    private static PolicyNotice Changed(Waiver waiver, WaivedContent now) => Notice(
        DiagnosticCatalog.ChangedEvidence,
        Severity.Error,
        waiver,
        waiver.Content.HasVersionOf(now)
            ? $"the waiver for {waiver.Subject} was approved for other contents; now they have the hash {(now.Hash.Length > 0 ? now.Hash : "(not known)")}: look at what has changed, and approve it anew"
            : $"the waiver for {waiver.Subject} was approved for that version, and now it is {now.Version}: look at what has changed, and approve it anew");

    private static PolicyNotice Notice(DiagnosticDescriptor descriptor, Severity severity, Waiver waiver, string message) => new(descriptor, severity, waiver.Place with { Message = message });
}

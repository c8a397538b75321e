using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
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
    public WaiverOutcome Apply(Judgement judgement, WaivedContent content) => Apply(judgement, _ => content);

    /// <summary>Of code: each thing that it imports is waived by itself.</summary>
    /// <param name="project">As waivers name it; null where none can be about it.</param>
    public WaiverOutcome ApplyToCode(Judgement judgement, string? project) => Apply(judgement, evidence => project is not null && IsOfCode(evidence) ? WaivedContent.OfImport(project, evidence.Value) : null);

    /// <param name="contentOf">What shows the evidence; null for what cannot be waived.</param>
    public WaiverOutcome Apply(Judgement judgement, Func<EvidenceItem, WaivedContent?> contentOf)
    {
        var subjects = judgement.Decisions.Select(decision => (Authority: decision.Authority.Id, Content: contentOf(decision.Match.Evidence))).ToList();
        var about = _waivers.Where(waiver => waiver.Vendor == judgement.Vendor.Id).ToList();
        if (about.Count == 0) return new WaiverOutcome(judgement, [], [], []);

        var matched = new List<Waiver>();
        var notices = new List<PolicyNotice>();
        var valid = new Dictionary<(string, WaivedContent?), Waiver>();
        foreach (var (authority, content) in subjects.Distinct())
        {
            var named = about.Where(waiver => waiver.Authority == authority && content is not null && waiver.Content.HasNameOf(content)).ToList();
            if (named.Count == 0) continue;
            matched.AddRange(named);
            var fitting = named.Where(waiver => waiver.Content.Fits(content!)).OrderByDescending(waiver => waiver.Until).ToList();
            if (fitting.Find(waiver => waiver.IsValidOn(context.AsOf)) is { } one)
            {
                valid.Add((authority, content), one);
                if (Announcement(one) is { } announcement) notices.Add(announcement);
            }
            else
            {
                notices.Add(fitting.Count > 0 ? OutOfTime(fitting[0]) : Changed(named[named.Count - 1], content!));
            }
        }

        var left = judgement.Decisions.Where((_, index) => !valid.ContainsKey(subjects[index])).ToList();
        return left.Count > 0
            ? new WaiverOutcome(judgement with { Decision = left[0], Verdict = left[0].Verdict, Decisions = left }, [], matched, notices)
            : new WaiverOutcome(judgement, [.. subjects.Select(subject => valid[subject]).Distinct()], matched, notices);
    }

    /// <summary>What lies inside of it came in with something else, by which it is waived.</summary>
    private static bool IsOfCode(EvidenceItem evidence) =>
        evidence.Kind is EvidenceKind.NativeImport or EvidenceKind.NativeEntryPoint or EvidenceKind.ComClass or EvidenceKind.Domain && evidence.File?.Contains("!/") != true;

    private PolicyNotice? Announcement(Waiver waiver)
    {
        var days = context.AsOf.DaysUntil(waiver.Until);
        return days > (context.Policy!.NoticeDays ?? Waiver.DefaultNoticeDays)
            ? null
            : Notice(DiagnosticCatalog.BrokenWaiver, Severity.Warning, waiver, $"the waiver for {waiver.Subject} ends on {waiver.Until}, in {days.ToString(System.Globalization.CultureInfo.InvariantCulture)} {(days == 1 ? "day" : "days")}: {Remedy(waiver)}");
    }

    private PolicyNotice OutOfTime(Waiver waiver) => Notice(DiagnosticCatalog.BrokenWaiver, Severity.Error, waiver, context.AsOf < waiver.From
        ? $"the waiver for {waiver.Subject} counts from {waiver.From} only"
        : $"the waiver for {waiver.Subject} ended on {waiver.Until}: {Remedy(waiver)}");

    private static string Remedy(Waiver waiver) => $"remove the {Noun(waiver.Content)}, or renew the waiver";

    private static string Noun(WaivedContent content)
    {
        if (content.Import is not null) return "import";
        return content.IsFile ? "file" : "package";
    }

    private static PolicyNotice Changed(Waiver waiver, WaivedContent now) =>
        Notice(DiagnosticCatalog.ChangedEvidence, Severity.Error, waiver, $"the waiver for {waiver.Subject} was approved for {Difference(waiver, now)}: look at what has changed, and approve it anew");

    private static string Difference(Waiver waiver, WaivedContent now)
    {
        if (now.Import is { } import) return $"that name, and now it is '{import}'";
        return waiver.Content.HasVersionOf(now) ? $"other contents; now they have the hash {(now.Hash.Length > 0 ? now.Hash : "(not known)")}" : $"that version, and now it is {now.Version}";
    }

    private static PolicyNotice Notice(DiagnosticDescriptor descriptor, Severity severity, Waiver waiver, string message) => new(descriptor, severity, waiver.Place with { Message = message });
}

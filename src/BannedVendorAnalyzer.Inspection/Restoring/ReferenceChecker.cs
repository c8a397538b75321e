using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Inspection.Restoring;

/// <summary>
/// Checks what a project asks for before any of it is downloaded. Only ids are known then, so only what fails by its id alone is reported;
/// everything else is judged when it is there.
/// </summary>
public sealed class ReferenceChecker(RuleSet rules, CheckContext context)
{
    private readonly Judge _judge = new(rules, context);
    private readonly WaiverDesk _waivers = new(context);

    /// <summary>Whether any of them meets an indicator: if none does, no policy, audience or day can make a finding of it.</summary>
    public static bool MayMatter(RuleSet rules, IEnumerable<StatedReference> references) => references.Any(reference => rules.Index.Find(Evidence(reference)).Any());

    /// <returns>What fails, and what is to be said of the waivers that do not help it.</returns>
    public (IReadOnlyList<Finding> Findings, IReadOnlyList<PolicyNotice> Notices) Check(ProjectInput input, IEnumerable<StatedReference> references)
    {
        var sites = new ReferenceSites(input);
        var findings = new List<Finding>();
        var notices = new List<PolicyNotice>();
        foreach (var reference in references)
            foreach (var judgement in _judge.Evaluate([Evidence(reference)]).Where(judgement => Fails(judgement, reference, [])))
            {
                var outcomes = Outcomes(judgement, reference);
                if (outcomes.Exists(outcome => outcome.Judgement.Verdict == Verdict.Clear || !Fails(outcome.Judgement, reference, outcome.Waivers))) continue;
                notices.AddRange(outcomes.Take(1).SelectMany(outcome => outcome.Notices));
                findings.Add(Found(input, sites, reference, judgement));
            }

        return (FindingOrder.Merge(findings), [.. notices.Distinct()]);
    }

    /// <summary>
    /// What would be left with each content that a waiver of this id is for. Which one comes is known only once it is there, so nothing is
    /// stopped that might be waived.
    /// </summary>
    private List<WaiverOutcome> Outcomes(Judgement judgement, StatedReference reference)
    {
        var any = new WaivedContent(false, reference.Id, "", "");
        return [.. (context.Policy?.Waivers ?? []).Select(waiver => waiver.Content).Where(content => content.HasNameOf(any)).Distinct().Select(content => _waivers.Apply(judgement, content))];
    }

    private bool Fails(Judgement judgement, StatedReference reference, IReadOnlyList<Waiver> waivers) =>
        judgement.Verdict != Verdict.Clear && !MayBeInBaseline(judgement, reference) && Verdicts.SeverityOf(Descriptor(judgement, reference), context, waivers) == Severity.Error;

    /// <summary>As with waivers, which content comes is known only once it is there.</summary>
    private bool MayBeInBaseline(Judgement judgement, StatedReference reference) =>
        judgement.Verdict == Verdict.Review
        && (context.Policy?.Baseline?.Entries ?? []).Any(entry => entry.Vendor == judgement.Vendor.Id && entry.Content.HasNameOf(new WaivedContent(false, reference.Id, "", "")));

    private static DiagnosticDescriptor Descriptor(Judgement judgement, StatedReference reference) =>
        reference.IsDownload ? Verdicts.Descriptor(judgement, DiagnosticCatalog.BuildTool) : Verdicts.Descriptor(judgement, isDirect: true);

    private Finding Found(ProjectInput input, ReferenceSites sites, StatedReference reference, Judgement judgement)
    {
        var package = new PackageComponent(reference.Id, reference.Shown, [Evidence(reference)]);
        string[] path = [Path.GetFileNameWithoutExtension(input.ProjectPath), reference.Step];
        var descriptor = Descriptor(judgement, reference);
        return new Finding(
            descriptor, judgement.Verdict, judgement, package, input.ProjectPath, input.Framework is null ? [] : [input.Framework], path, sites.Find(reference), FindingWording.Of(judgement, package, path, context, []))
        {
            Severity = Verdicts.SeverityOf(descriptor, context, []),
        };
    }

    private static EvidenceItem Evidence(StatedReference reference) => new(EvidenceKind.PackageId, reference.Id);
}

using System.Collections.Concurrent;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;
using Microsoft.CodeAnalysis;
using DiagnosticDescriptor = BannedVendorAnalyzer.Diagnostics.DiagnosticDescriptor;
using RuleSet = BannedVendorAnalyzer.Rules.RuleSet;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>Judges what stands in the source of one compilation and words it, one diagnostic for each vendor.</summary>
/// <param name="project">As waivers name it; null where no policy counts.</param>
/// <param name="locate">Where a place in a policy file is.</param>
internal sealed class SourceJudge(RuleSet rules, CheckContext context, string? project, Func<FileProblem, Location> locate)
{
    private readonly Judge _judge = new(rules, context);
    private readonly WaiverDesk _waivers = new(context);

    /// <summary>A waiver may be about many places in the source, and what is to be said of it is said once.</summary>
    private readonly ConcurrentDictionary<PolicyNotice, bool> _said = new();

    public RuleIndex Index => rules.Index;

    /// <param name="found">What it is reported as where it is prohibited.</param>
    /// <param name="use">See <see cref="FindingWording.OfSource"/>, as is the next.</param>
    /// <returns>Whether something was reported.</returns>
    public bool Report(IEnumerable<EvidenceItem> evidence, DiagnosticDescriptor found, string use, string change, Location location, Action<Diagnostic> report)
    {
        var reported = false;
        foreach (var judged in _judge.Evaluate(evidence).Where(judgement => judgement.Verdict != Verdict.Clear))
        {
            var (judgement, waivers, _, notices) = _waivers.ApplyToCode(judged, project);
            var code = Verdicts.Descriptor(judgement, found);
            report(Descriptors.Create(code, Verdicts.SeverityOf(code, context, waivers), location, FindingWording.OfSource(judgement, use, change, context, waivers).OnOneLine(code)));
            foreach (var notice in notices.Where(notice => IsSaidHere(notice, judged))) Report(notice, report);
            reported = true;
        }

        return reported;
    }

    /// <summary>What does not hold fails the compilation. What will end is told by the check of the output, on every build; that does not look at hosts.</summary>
    private static bool IsSaidHere(PolicyNotice notice, Judgement judgement) => notice.Severity == Severity.Error || judgement.Matches.Any(match => match.Evidence.Kind == EvidenceKind.Domain);

    private void Report(PolicyNotice notice, Action<Diagnostic> report)
    {
        if (_said.TryAdd(notice, true)) report(Descriptors.Create(notice.Descriptor, notice.Severity, locate(notice.Place), $"{notice.Place.Message}. {notice.Descriptor.More}"));
    }

    public static void ReportUnknown(string load, string why, Location location, Action<Diagnostic> report) =>
        report(Descriptors.Create(DiagnosticCatalog.UnknownLoad, DiagnosticCatalog.UnknownLoad.Severity, location, FindingWording.UnknownLoad(load, why).OnOneLine(DiagnosticCatalog.UnknownLoad)));
}

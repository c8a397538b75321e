using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;
using Microsoft.CodeAnalysis;
using DiagnosticDescriptor = BannedVendorAnalyzer.Diagnostics.DiagnosticDescriptor;
using RuleSet = BannedVendorAnalyzer.Rules.RuleSet;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>Judges what stands in the source and words it, one diagnostic for each vendor.</summary>
internal sealed class SourceJudge(RuleSet rules, CheckContext context)
{
    private readonly Judge _judge = new(rules, context);

    public RuleIndex Index => rules.Index;

    /// <param name="found">What it is reported as where it is prohibited.</param>
    /// <param name="use">See <see cref="FindingWording.OfSource"/>, as is the next.</param>
    /// <returns>Whether something was reported.</returns>
    public bool Report(IEnumerable<EvidenceItem> evidence, DiagnosticDescriptor found, string use, string change, Location location, Action<Diagnostic> report)
    {
        var reported = false;
        foreach (var judgement in _judge.Evaluate(evidence).Where(judgement => judgement.Verdict != Verdict.Clear))
        {
            var code = Verdicts.Descriptor(judgement, found);
            report(Descriptors.Create(code, Verdicts.SeverityOf(code, context, []), location, FindingWording.OfSource(judgement, use, change, context).OnOneLine(code)));
            reported = true;
        }

        return reported;
    }

    public static void ReportUnknown(string load, string why, Location location, Action<Diagnostic> report) =>
        report(Descriptors.Create(DiagnosticCatalog.UnknownLoad, DiagnosticCatalog.UnknownLoad.Severity, location, FindingWording.UnknownLoad(load, why).OnOneLine(DiagnosticCatalog.UnknownLoad)));
}

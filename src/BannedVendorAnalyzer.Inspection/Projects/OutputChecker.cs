using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Loose;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>
/// Checks what a project compiled, before it is copied or published: whatever language it is written in, whatever wove into it, and
/// whatever was suppressed in its source.
/// </summary>
public static class OutputChecker
{
    /// <param name="output">What was seen of the compiled assembly.</param>
    /// <param name="analyzed">Whether an analyzer has read its source: what is only to be reviewed was then said there.</param>
    /// <returns>What was found, and what is to be said of waivers that are about it.</returns>
    public static (IReadOnlyList<Finding> Findings, IReadOnlyList<PolicyNotice> Notices) Check(RuleSet rules, CheckContext context, ProjectInput input, LooseInspection output, bool analyzed)
    {
        string[] path = [Path.GetFileNameWithoutExtension(input.ProjectPath), output.Item.Include];
        Finding Of(DiagnosticDescriptor descriptor, Verdict verdict, Judgement? judgement, FindingText text, IReadOnlyList<Waiver> waivers) => new(
            descriptor, verdict, judgement, null, input.ProjectPath, input.Framework is null ? [] : [input.Framework], path, new SourceLocation(input.OwnFile), text)
        {
            Severity = Verdicts.SeverityOf(descriptor, context, waivers),
            Waivers = waivers,
        };

        var unread = output.Problems.Concat(output.Damaged).Select(problem => Of(DiagnosticCatalog.NotChecked, Verdict.Unverified, null, FindingWording.Unverified($"the project's own output cannot be read: {problem.Message}", path), []));
        var project = context.Policy is { } policy ? PathComparison.Below(policy.Root, input.OwnFile) : null;
        var waiverDesk = new WaiverDesk(context);
        var outcomes = new Judge(rules, context).Evaluate(output.Evidence.Where(IsOwn)).Where(judgement => judgement.Verdict != Verdict.Clear).Select(judgement => waiverDesk.ApplyToCode(judgement, project)).ToList();
        var judged = outcomes.Where(outcome => !(analyzed && outcome.Judgement.Verdict == Verdict.Review))
            .Select(outcome => Of(Verdicts.Descriptor(outcome.Judgement, DiagnosticCatalog.OwnOutput), outcome.Judgement.Verdict, outcome.Judgement, FindingWording.OfOwnOutput(outcome.Judgement, path[1], path, context, outcome.Waivers), outcome.Waivers));
        return (FindingOrder.Merge([.. unread, .. judged]), [.. outcomes.SelectMany(outcome => outcome.Notices).Distinct()]);
    }

    /// <summary>What it references was judged where it came in, and what it calls itself is nobody else's name.</summary>
    private static bool IsOwn(EvidenceItem evidence) => evidence.Kind is
        EvidenceKind.NativeImport or EvidenceKind.NativeEntryPoint or EvidenceKind.ComClass or EvidenceKind.NativeExport or EvidenceKind.Sha256
        || evidence.File?.Contains("!/") == true;
}

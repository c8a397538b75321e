using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>A package that comes in outside of the graph of a project, by the place that names it.</summary>
/// <param name="Hash">SHA-512 of its content in base64; empty where it is not known.</param>
/// <param name="Project">Full path of the project or file for which it is reported.</param>
/// <param name="Frameworks">For which it comes in; empty where nothing says it.</param>
/// <param name="Path">From the project or file to the package.</param>
internal sealed record NamedPackage(PackageInspection Inspection, string Hash, string Project, IReadOnlyList<string> Frameworks, IReadOnlyList<string> Path, SourceLocation Place)
{
    /// <param name="describe">As what a judgement is reported.</param>
    public void Check(Judge judge, CheckContext context, Func<Judgement, DiagnosticDescriptor> describe, Gathered gathered)
    {
        var package = Inspection.Component;
        var waivers = new WaiverDesk(context);
        foreach (var problem in Inspection.Problems) Unclear(DiagnosticCatalog.NotChecked, Verdict.Unverified, problem);
        foreach (var problem in Inspection.Damaged) Unclear(DiagnosticCatalog.Review, Verdict.Review, problem);
        foreach (var judgement in judge.Evaluate(package.Evidence))
        {
            if (judgement.Verdict == Verdict.Clear) gathered.Recognised.Add(new Recognised(package.Id, judgement.Vendor.Id, judgement.WhyClear!));
            else Report(judgement, new WaivedContent(false, package.Id, package.Version, Hash));
        }

        void Unclear(DiagnosticDescriptor descriptor, Verdict verdict, FileProblem problem) =>
            Add(new Finding(descriptor, verdict, null, package, Project, Frameworks, Path, new SourceLocation(problem.File, problem.Line, problem.Column), FindingWording.Unverified(problem.Message, Path)));

        void Report(Judgement judged, WaivedContent content)
        {
            var (judgement, answers, matched, notices) = waivers.Apply(judged, content);
            gathered.MatchedWaivers.UnionWith(matched);
            gathered.Notices.UnionWith(notices);
            var text = FindingWording.Of(judgement, package, Path, context, answers);
            Add(new Finding(describe(judgement), judgement.Verdict, judgement, package, Project, Frameworks, Path, Place, text) { Waivers = answers, Content = content });
        }

        void Add(Finding finding) => gathered.Findings.Add(finding with { Severity = Verdicts.SeverityOf(finding.Descriptor, context, finding.Waivers) });
    }
}

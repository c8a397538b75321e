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
        var policy = new PolicyDesk(context);
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
            var settled = policy.Settle(judged, content);
            gathered.Match(settled);
            gathered.Notices.UnionWith(settled.Notices);
            var text = FindingWording.Of(settled.Judgement, package, Path, context, settled.Waivers);
            Add(new Finding(describe(settled.Judgement), settled.Judgement.Verdict, settled.Judgement, package, Project, Frameworks, Path, Place, text), settled);
        }

        void Add(Finding finding, Settled? settled = null) => gathered.Findings.Add(policy.Finish(finding, settled));
    }
}

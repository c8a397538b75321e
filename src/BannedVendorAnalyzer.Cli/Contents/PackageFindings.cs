using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Contents;

/// <summary>What is found in a package that is still in its archive; it counts as one that is referenced itself.</summary>
internal static class PackageFindings
{
    /// <param name="path">Full path of the archive.</param>
    public static void Add(ContentTarget target, string path, PackageInspection inspection, Judge judge, CheckContext context, ToolHost host, List<Finding> findings, List<Recognised> recognised)
    {
        var package = inspection.Component;
        string[] steps = [host.Relative(path), package.Version.Length > 0 ? package.Key : package.Id];
        string[] place = package.Evidence.Any(evidence => evidence.Kind == EvidenceKind.PackageId) ? steps : [steps[0]];
        findings.AddRange(inspection.Problems.Select(problem => Unclear(DiagnosticCatalog.NotChecked, Verdict.Unverified, HeldProblem.At(path, problem))));
        findings.AddRange(inspection.Damaged.Select(problem => Unclear(DiagnosticCatalog.Review, Verdict.Review, HeldProblem.At(path, problem))));
        foreach (var judgement in judge.Evaluate(package.Evidence))
        {
            if (judgement.Verdict == Verdict.Clear) recognised.Add(new Recognised(package.Id, judgement.Vendor.Id, judgement.WhyClear!));
            else findings.Add(new Finding(Verdicts.Descriptor(judgement, isDirect: true), judgement.Verdict, judgement, package, target.Path, [], steps, new SourceLocation(path), FindingWording.Of(judgement, package, steps, context, [])));
        }

        Finding Unclear(DiagnosticDescriptor descriptor, Verdict verdict, FileProblem problem) =>
            new(descriptor, verdict, null, package, target.Path, [], place, new SourceLocation(problem.File, problem.Line, problem.Column), FindingWording.Unverified(problem.Message, place));
    }
}

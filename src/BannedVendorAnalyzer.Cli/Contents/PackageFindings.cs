using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Contents;

/// <summary>What is found in a package that is still in its archive; it counts as one that is referenced itself. What it depends on is not in it, so its id is all there is to judge.</summary>
internal static class PackageFindings
{
    /// <param name="path">Full path of the archive.</param>
    public static void Add(ContentTarget target, string path, PackageInspection inspection, ContentJudge judge, ToolHost host, FoundContents found)
    {
        var package = inspection.Component;
        string[] steps = [host.Relative(path), package.Version.Length > 0 ? package.Key : package.Id];
        string[] place = package.Evidence.Any(evidence => evidence.Kind == EvidenceKind.PackageId) ? steps : [steps[0]];
        found.Findings.AddRange(inspection.Problems.Select(problem => Unclear(DiagnosticCatalog.NotChecked, Verdict.Unverified, HeldProblem.At(path, problem))));
        found.Findings.AddRange(inspection.Damaged.Select(problem => Unclear(DiagnosticCatalog.Review, Verdict.Review, HeldProblem.At(path, problem))));
        Add(package, steps, isDirect: true);
        foreach (var id in inspection.DependsOn) Add(new PackageComponent(id, "", [new EvidenceItem(EvidenceKind.PackageId, id)]), [.. steps, id], isDirect: false);

        void Add(PackageComponent component, IReadOnlyList<string> way, bool isDirect)
        {
            foreach (var judged in judge.Evaluate(component.Evidence))
            {
                if (judged.Verdict == Verdict.Clear)
                {
                    found.Recognised.Add(new Recognised(component.Id, judged.Vendor.Id, judged.WhyClear!));
                    continue;
                }

                var (judgement, waivers) = judge.Left(judged, _ => path, found);
                var text = FindingWording.Of(judgement, component, way, judge.Context, waivers);
                found.Findings.Add(judge.Weighed(new Finding(Verdicts.Descriptor(judgement, isDirect), judgement.Verdict, judgement, component, target.Path, [], way, new SourceLocation(path), text), waivers));
            }
        }

        Finding Unclear(DiagnosticDescriptor descriptor, Verdict verdict, FileProblem problem) =>
            judge.Weighed(new Finding(descriptor, verdict, null, package, target.Path, [], place, new SourceLocation(problem.File, problem.Line, problem.Column), FindingWording.Unverified(problem.Message, place)), []);
    }
}

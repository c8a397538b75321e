using BannedVendorAnalyzer.Cli.Contents;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>Judges everything that an asked package brings in.</summary>
/// <param name="place">Full path under which findings are reported: the asked package, as if it lay in the working folder.</param>
internal sealed class ClosureFindings(WalkedClosure closure, string place, Judge judge, CheckContext context)
{
    private readonly WaiverDesk _waivers = new(context);
    private readonly BaselineDesk _baseline = new(context);
    private readonly IReadOnlyDictionary<string, List<AssetsNode>> _paths = PackageGraph.ShortestPaths(closure.Graph);
    private readonly List<Finding> _findings = [];
    private readonly HashSet<Recognised> _recognised = [];
    private readonly HashSet<Waiver> _matched = [];
    private readonly HashSet<BaselineEntry> _matchedBaseline = [];
    private readonly HashSet<PolicyNotice> _notices = [];

    /// <param name="clean">Versions of the asked package to take instead.</param>
    public ProjectResult Judge(IReadOnlyList<string> clean)
    {
        foreach (var problem in closure.Problems) Unclear(DiagnosticCatalog.NotChecked, null, [closure.Root.Id], problem);
        foreach (var package in closure.Packages) Judge(package, clean);
        foreach (var missing in closure.Missing) Judge(missing, clean);
        return new ProjectResult(
            [.. _findings.DistinctBy(finding => (finding.Descriptor, finding.Package?.Key, finding.Judgement?.Vendor.Id, finding.Judgement is null ? finding.Text.Observed : null))],
            [.. _recognised.OrderBy(recognised => recognised.Package, StringComparer.Ordinal)],
            [.. closure.Packages.Select(package => package.Inspection.Component.Key)],
            closure.Packages.Aggregate(default(ScanSize), (sum, package) => sum + package.Inspection.Scanned),
            [])
        {
            Context = context,
            MatchedWaivers = _matched,
            MatchedBaseline = _matchedBaseline,
            Notices = [.. _notices],
        };
    }

    private void Judge(FetchedPackage package, IReadOnlyList<string> clean)
    {
        var (component, path) = (package.Inspection.Component, Path(package.Inspection.Component.Key));
        foreach (var problem in package.Inspection.Problems) Unclear(DiagnosticCatalog.NotChecked, component, path, Told(package, problem));
        foreach (var damaged in package.Inspection.Damaged) Unclear(DiagnosticCatalog.Review, component, path, Told(package, damaged));
        Judge(component, path, package.ContentHash, clean);
    }

    /// <summary>What could not be had still has a name.</summary>
    private void Judge(MissingPackage missing, IReadOnlyList<string> clean)
    {
        var component = new PackageComponent(missing.Id, "", [new EvidenceItem(EvidenceKind.PackageId, missing.Id)]);
        var path = Path(missing.Id);
        foreach (var problem in missing.Problems) Unclear(DiagnosticCatalog.NotChecked, component, path, problem);
        Judge(component, path, "", clean);
    }

    private void Judge(PackageComponent component, string[] path, string hash, IReadOnlyList<string> clean)
    {
        foreach (var judged in judge.Evaluate(component.Evidence))
        {
            if (judged.Verdict == Verdict.Clear)
            {
                _recognised.Add(new Recognised(component.Id, judged.Vendor.Id, judged.WhyClear!));
                continue;
            }

            var content = new WaivedContent(false, component.Id, component.Version, hash);
            var (waived, waivers, matched, notices) = _waivers.Apply(judged, content);
            _matched.UnionWith(matched);
            _notices.UnionWith(notices);
            var (judgement, known) = waivers.Count > 0 ? (waived, []) : Known(waived, content);
            var text = FindingWording.OfProposed(judgement, component, path, clean, context, waivers);
            Add(new Finding(Verdicts.Descriptor(judgement, isDirect: path.Length == 1), judgement.Verdict, judgement, component, place, [closure.Graph.Name], path, new SourceLocation(place), text) { Content = content }, waivers, known);
        }
    }

    private void Unclear(DiagnosticDescriptor descriptor, PackageComponent? component, string[] path, string problem)
    {
        var verdict = descriptor == DiagnosticCatalog.Review ? Verdict.Review : Verdict.Unverified;
        Add(new Finding(descriptor, verdict, null, component, place, [closure.Graph.Name], path, new SourceLocation(place), FindingWording.Unverified(problem, path)), [], []);
    }

    /// <summary>What the baseline leaves of what is not waived.</summary>
    private (Judgement Judgement, IReadOnlyList<BaselineEntry> Accepted) Known(Judgement judgement, WaivedContent content)
    {
        var (left, accepted, matched) = _baseline.Apply(judgement, content);
        _matchedBaseline.UnionWith(matched);
        return (left, accepted);
    }

    private void Add(Finding finding, IReadOnlyList<Waiver> waivers, IReadOnlyList<BaselineEntry> baseline) => _findings.Add(finding with
    {
        Severity = baseline.Count > 0 ? Severity.Info : Verdicts.SeverityOf(finding.Descriptor, context, waivers),
        Waivers = waivers,
        Baseline = baseline,
        Text = FindingWording.InBaseline(finding.Text, context.Policy?.Baseline?.Shown, baseline),
    });

    private string[] Path(string key) => _paths.TryGetValue(key, out var path) ? [.. path.Select(node => node.Step)] : [key];

    /// <summary>A problem inside an archive says where; one of the archive itself names the package.</summary>
    private static string Told(FetchedPackage package, FileProblem problem)
    {
        var held = HeldProblem.At(package.Identity.ToString(), problem);
        return $"package '{package.Identity.Id}' {package.Identity.Version.ToNormalizedString()}: {held.Message}";
    }
}

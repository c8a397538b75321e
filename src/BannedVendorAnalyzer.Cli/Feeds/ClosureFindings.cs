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
    private readonly PolicyDesk _policy = new(context);
    private readonly IReadOnlyDictionary<string, List<AssetsNode>> _paths = PackageGraph.ShortestPaths(closure.Graph);
    private readonly Gathered _gathered = new();

    /// <param name="clean">Versions of the asked package to take instead.</param>
    public ProjectResult Judge(IReadOnlyList<string> clean)
    {
        foreach (var problem in closure.Problems) Unclear(DiagnosticCatalog.NotChecked, null, [closure.Root.Id], problem);
        foreach (var package in closure.Packages) Judge(package, clean);
        foreach (var missing in closure.Missing) Judge(missing, clean);
        return new ProjectResult(
            [.. _gathered.Findings.DistinctBy(finding => (finding.Descriptor, finding.Package?.Key, finding.Judgement?.Vendor.Id, finding.Judgement is null ? finding.Text.Observed : null))],
            [.. _gathered.Recognised.Distinct().OrderBy(recognised => recognised.Package, StringComparer.Ordinal)],
            [.. closure.Packages.Select(package => package.Inspection.Component.Key)],
            closure.Packages.Aggregate(ScanSize.None, (sum, package) => sum + package.Inspection.Scanned),
            [])
        {
            Context = context,
            MatchedWaivers = _gathered.MatchedWaivers,
            MatchedBaseline = _gathered.MatchedBaseline,
            Notices = _gathered.OrderedNotices,
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
                _gathered.Recognised.Add(new Recognised(component.Id, judged.Vendor.Id, judged.WhyClear!));
                continue;
            }

            var settled = _policy.Settle(judged, new WaivedContent(false, component.Id, component.Version, hash));
            _gathered.Match(settled);
            _gathered.Notices.UnionWith(settled.Notices);
            var left = settled.Judgement;
            var text = FindingWording.OfProposed(left, component, path, clean, context, settled.Waivers);
            Add(new Finding(Verdicts.Descriptor(left, isDirect: path.Length == 1), left.Verdict, left, component, place, [closure.Graph.Name], path, new SourceLocation(place), text), settled);
        }
    }

    private void Unclear(DiagnosticDescriptor descriptor, PackageComponent? component, string[] path, string problem)
    {
        var verdict = descriptor == DiagnosticCatalog.Review ? Verdict.Review : Verdict.Unverified;
        Add(new Finding(descriptor, verdict, null, component, place, [closure.Graph.Name], path, new SourceLocation(place), FindingWording.Unverified(problem, path)));
    }

    private void Add(Finding finding, Settled? settled = null) => _gathered.Findings.Add(_policy.Finish(finding, settled));

    private string[] Path(string key) => _paths.TryGetValue(key, out var path) ? [.. path.Select(node => node.Step)] : [key];

    /// <summary>A problem inside an archive says where; one of the archive itself names the package.</summary>
    private static string Told(FetchedPackage package, FileProblem problem)
    {
        var held = HeldProblem.At(package.Identity.ToString(), problem);
        return $"package '{package.Identity.Id}' {package.Identity.Version.ToNormalizedString()}: {held.Message}";
    }
}

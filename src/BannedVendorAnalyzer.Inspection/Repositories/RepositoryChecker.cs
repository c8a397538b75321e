using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>Judges what files of a repository bring in beside the references of restored projects, each file once.</summary>
/// <param name="installed">Where contents are looked for; a package that is not there is judged by its id alone, which the result says.</param>
public sealed class RepositoryChecker(PolicyBasis basis, InstalledPackages installed)
{
    private readonly Judge _judge = new(basis.Rules, basis.Context);
    private readonly WaiverDesk _waivers = new(basis.Context);

    public ProjectResult Check(RepositoryFile file) => Check(file, RepositoryReader.Read(file));

    private ProjectResult Check(RepositoryFile file, FileEntries entries)
    {
        var run = new Run(file);
        run.Findings.AddRange(entries.Problems.Select(problem => Unclear(run, DiagnosticCatalog.NotChecked, Verdict.Unverified, null, [file.Name], problem)));
        foreach (var entry in entries.Packages) CheckPackage(run, entry);
        foreach (var entry in entries.Sources) CheckSource(run, entry);
        return new ProjectResult(FindingOrder.Merge(run.Findings), [.. run.Recognised.Distinct()], run.Packages, run.Scanned, [])
        {
            Context = basis.Context,
            MatchedWaivers = run.MatchedWaivers,
            Notices = [.. run.Notices.OrderBy(notice => notice.Place.Line).ThenBy(notice => notice.Place.Message, StringComparer.Ordinal)],
            KnownByIdAlone = run.KnownByIdAlone,
        };
    }

    private void CheckPackage(Run run, PackageEntry entry)
    {
        var (inspection, hash) = Inspect(entry);
        var package = inspection.Component;
        if (run.Packages.Add(package.Version.Length > 0 ? package.Key : package.Id)) run.Scanned += inspection.Scanned;
        if (inspection.Scanned.Files == 0 && package.Version.Length > 0) run.KnownByIdAlone.Add(package.Key);
        string[] path = [run.File.Name, .. entry.Through, package.Version.Length > 0 ? package.Key : package.Id];
        run.Findings.AddRange(inspection.Problems.Select(problem => Unclear(run, DiagnosticCatalog.NotChecked, Verdict.Unverified, package, path, problem)));
        run.Findings.AddRange(inspection.Damaged.Select(problem => Unclear(run, DiagnosticCatalog.Review, Verdict.Review, package, path, problem)));
        foreach (var judged in _judge.Evaluate(package.Evidence))
        {
            if (judged.Verdict == Verdict.Clear)
            {
                run.Recognised.Add(new Recognised(package.Id, judged.Vendor.Id, judged.WhyClear!));
                continue;
            }

            var content = new WaivedContent(false, package.Id, package.Version, hash);
            var (judgement, waivers, matched, notices) = _waivers.Apply(judged, content);
            run.MatchedWaivers.UnionWith(matched);
            run.Notices.UnionWith(notices);
            var descriptor = entry.IsBuildTool ? Verdicts.Descriptor(judgement, DiagnosticCatalog.BuildTool) : Verdicts.Descriptor(judgement, isDirect: entry.Through.Count == 0);
            var text = FindingWording.Of(judgement, package, path, basis.Context, waivers);
            run.Findings.Add(Counted(new Finding(descriptor, judgement.Verdict, judgement, package, run.File.Path, [], path, entry.Place, text) { Waivers = waivers, Content = content }));
        }
    }

    /// <summary>What is fetched from a vendor's service is not yet the vendor's: somebody has to look.</summary>
    private void CheckSource(Run run, SourceEntry entry)
    {
        foreach (var judgement in _judge.Evaluate([new EvidenceItem(EvidenceKind.Domain, entry.Host, run.File.Name)]))
        {
            if (judgement.Verdict == Verdict.Clear) run.Recognised.Add(new Recognised(run.File.Name, judgement.Vendor.Id, judgement.WhyClear!) { IsFile = true });
            else run.Findings.Add(Counted(new Finding(Verdicts.Descriptor(judgement, DiagnosticCatalog.BuildTool), judgement.Verdict, judgement, null, run.File.Path, [], [run.File.Name, entry.Name], entry.Place, FindingWording.OfSource(judgement, $"the restore from package source '{entry.Name}'", "the source", basis.Context))));
        }
    }

    private (PackageInspection Inspection, string Hash) Inspect(PackageEntry entry)
    {
        if (installed.Find(entry.Id, entry.Version) is not { } library)
            return (new PackageInspection(new PackageComponent(entry.Id, entry.Version ?? "", [new EvidenceItem(EvidenceKind.PackageId, entry.Id)]), [], [], default, []), entry.ContentHash ?? "");
        var expected = entry.ContentHash is null ? library : library with { Sha512 = entry.ContentHash };
        return (basis.Packages.Inspect(expected, installed.Folders), expected.Sha512 ?? "");
    }

    private Finding Unclear(Run run, DiagnosticDescriptor descriptor, Verdict verdict, PackageComponent? package, IReadOnlyList<string> path, FileProblem problem) =>
        Counted(new Finding(descriptor, verdict, null, package, run.File.Path, [], path, new SourceLocation(problem.File, problem.Line, problem.Column), FindingWording.Unverified(problem.Message, path)));

    private Finding Counted(Finding finding) => finding with { Severity = Verdicts.SeverityOf(finding.Descriptor, basis.Context, finding.Waivers) };

    /// <summary>What the check of one file gathers.</summary>
    private sealed record Run(RepositoryFile File)
    {
        public List<Finding> Findings { get; } = [];
        public List<Recognised> Recognised { get; } = [];
        public HashSet<string> Packages { get; } = new(StringComparer.OrdinalIgnoreCase);
        public SortedSet<string> KnownByIdAlone { get; } = new(StringComparer.Ordinal);
        public HashSet<Waiver> MatchedWaivers { get; } = [];
        public HashSet<PolicyNotice> Notices { get; } = [];
        public ScanSize Scanned { get; set; }
    }
}

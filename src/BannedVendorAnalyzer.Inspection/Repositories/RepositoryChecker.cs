using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Loose;
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
    private readonly PolicyDesk _policy = new(basis.Context);

    /// <param name="entries">What was read of the file.</param>
    public ProjectResult Check(RepositoryFile file, FileEntries entries)
    {
        var run = new Run(file);
        run.Gathered.Findings.AddRange(entries.Problems.Select(problem => Unclear(run, DiagnosticCatalog.NotChecked, Verdict.Unverified, [file.Name], problem)));
        foreach (var entry in entries.Packages) CheckPackage(run, entry);
        foreach (var entry in entries.Files) CheckFile(run, entry);
        foreach (var entry in entries.Sources) CheckSource(run, entry);
        return new ProjectResult(FindingOrder.Merge(run.Gathered.Findings), [.. run.Gathered.Recognised.Distinct()], run.Packages, run.Scanned, [])
        {
            Context = basis.Context,
            MatchedWaivers = run.Gathered.MatchedWaivers,
            MatchedBaseline = run.Gathered.MatchedBaseline,
            Notices = run.Gathered.OrderedNotices,
            KnownByIdAlone = run.KnownByIdAlone,
        };
    }

    private void CheckPackage(Run run, PackageEntry entry)
    {
        var (inspection, hash) = Inspect(run.File, entry);
        var package = inspection.Component;
        var name = package.Version.Length > 0 ? package.Key : package.Id;
        if (run.Packages.Add(name)) run.Scanned += inspection.Scanned;
        if (inspection.Scanned.Files == 0) run.KnownByIdAlone.Add(name);
        string[] path = [run.File.Name, .. entry.Through, name];
        new NamedPackage(inspection, hash, run.File.Path, entry.Framework is null ? [] : [entry.Framework], path, entry.Place)
            .Check(_judge, basis.Context, judgement => entry.IsBuildTool ? Verdicts.Descriptor(judgement, DiagnosticCatalog.BuildTool) : Verdicts.Descriptor(judgement, entry.IsDirect), run.Gathered);
    }

    /// <summary>A file that is packed into a package goes to everybody who installs it.</summary>
    private void CheckFile(Run run, PackedEntry entry)
    {
        if (!LooseInspector.CanMatter(entry.Name)) return;
        var inspection = LooseInspector.Inspect(new LooseItem("file", entry.Name, entry.Path), basis.Packages.Wanted);
        string[] path = [run.File.Name, entry.Name];
        run.Scanned += inspection.Scanned;
        run.Gathered.Findings.AddRange(inspection.Problems.Select(problem => Unclear(run, DiagnosticCatalog.NotChecked, Verdict.Unverified, path, problem)));
        run.Gathered.Findings.AddRange(inspection.Damaged.Select(problem => Unclear(run, DiagnosticCatalog.Review, Verdict.Review, path, problem)));
        var content = WaivedFile.Of(basis.Context, entry.Path, entry.Name);
        foreach (var judgement in _judge.Evaluate(inspection.Evidence))
        {
            if (judgement.Verdict == Verdict.Clear) run.Gathered.Recognised.Add(new Recognised(entry.Name, judgement.Vendor.Id, judgement.WhyClear!) { IsFile = true });
            else Report(run, judgement, content, path, entry.Place, (left, waivers) => FindingWording.OfFile(left, entry.Name, path, basis.Context, waivers));
        }
    }

    /// <summary>What is fetched from a vendor's service is not yet the vendor's: somebody has to look, and accepts the settings as they are.</summary>
    private void CheckSource(Run run, SourceEntry entry)
    {
        string[] path = [run.File.Name, entry.Name];
        foreach (var judgement in _judge.Evaluate([new EvidenceItem(EvidenceKind.Domain, entry.Host, run.File.Name)]))
        {
            if (judgement.Verdict == Verdict.Clear) run.Gathered.Recognised.Add(new Recognised(run.File.Name, judgement.Vendor.Id, judgement.WhyClear!) { IsFile = true });
            else Report(run, judgement, WaivedFile.Of(basis.Context, run.File.Path, run.File.Name), path, entry.Place, (left, waivers) => FindingWording.OfPackageSource(left, entry.Name, path, basis.Context, waivers));
        }
    }

    private void Report(Run run, Judgement judged, WaivedContent content, IReadOnlyList<string> path, SourceLocation place, Func<Judgement, IReadOnlyList<Waiver>, FindingText> text)
    {
        var settled = _policy.Settle(judged, content);
        run.Gathered.Match(settled);
        run.Gathered.Notices.UnionWith(settled.Notices);
        var left = settled.Judgement;
        run.Gathered.Findings.Add(_policy.Finish(new Finding(Verdicts.Descriptor(left, DiagnosticCatalog.LooseFile), left.Verdict, left, null, run.File.Path, [], path, place, text(left, settled.Waivers)), settled));
    }

    private (PackageInspection Inspection, string Hash) Inspect(RepositoryFile file, PackageEntry entry)
    {
        if (file.Kind == RepositoryFileKind.PackagesConfig && entry.Version is { } version && UnpackedPackages.Inspect(entry.Id, version, file.Folder, basis.Packages.Wanted) is { } unpacked) return unpacked;
        if (installed.Find(entry.Id, entry.Version) is not { } library)
            return (new PackageInspection(new PackageComponent(entry.Id, entry.Version ?? "", [new EvidenceItem(EvidenceKind.PackageId, entry.Id)]), [], [], ScanSize.None, []), entry.ContentHash ?? "");
        var expected = entry.ContentHash is null ? library : library with { Sha512 = entry.ContentHash };
        return (basis.Packages.Inspect(expected, installed.Folders), expected.Sha512 ?? "");
    }

    private Finding Unclear(Run run, DiagnosticDescriptor descriptor, Verdict verdict, IReadOnlyList<string> path, FileProblem problem) =>
        _policy.Finish(new Finding(descriptor, verdict, null, null, run.File.Path, [], path, new SourceLocation(problem.File, problem.Line, problem.Column), FindingWording.Unverified(problem.Message, path)));

    /// <summary>What the check of one file gathers.</summary>
    private sealed record Run(RepositoryFile File)
    {
        public Gathered Gathered { get; } = new();
        public HashSet<string> Packages { get; } = new(StringComparer.OrdinalIgnoreCase);
        public SortedSet<string> KnownByIdAlone { get; } = new(StringComparer.Ordinal);
        public ScanSize Scanned { get; set; } = ScanSize.None;
    }
}

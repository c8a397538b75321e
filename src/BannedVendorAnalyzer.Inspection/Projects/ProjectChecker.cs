using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Loose;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Inspection.Repositories;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>Checks a restored project: evidence of its packages, judged, located and worded. Build and tool both come through here.</summary>
/// <param name="inspect">Reads a package; a host that checks many projects remembers the answers.</param>
/// <param name="inspectLoose">Reads what comes without a package.</param>
public sealed class ProjectChecker(
    RuleSet rules,
    CheckContext context,
    ReportedElsewhere elsewhere,
    Func<AssetsLibrary, IReadOnlyList<string>, PackageInspection> inspect,
    Func<LooseItem, LooseInspection> inspectLoose)
{
    private readonly Judge _judge = new(rules, context);
    private readonly PolicyDesk _policy = new(context);

    /// <param name="collected">Told what was collected once everything has been; not told where the project could not be checked at all.</param>
    public ProjectResult Check(ProjectInput input, Action<AssetsFile, IReadOnlyCollection<PackageInspection>, IReadOnlyCollection<LooseInspection>>? collected = null)
    {
        var (assets, problem) = Read(input);
        if (assets is null) return Failed(input, problem!);

        var frameworks = input.Framework is null ? assets.Frameworks : [assets.Framework(input.Framework)!];
        var run = new Run(input, assets, new ReferenceSites(input), new InclusionPaths(assets, elsewhere));
        Inspect(run, [.. frameworks.SelectMany(Keys).Distinct(StringComparer.OrdinalIgnoreCase)]);
        foreach (var framework in frameworks) CheckFramework(run, framework);
        foreach (var framework in frameworks) CheckDownloads(run, framework);
        CheckResolved(run);
        var loose = input.Loose.Select(inspectLoose).ToList();
        foreach (var inspection in loose) CheckLoose(run, inspection);
        collected?.Invoke(assets, run.Inspections.Values, loose);
        return new ProjectResult(
            FindingOrder.Merge(run.Gathered.Findings),
            [.. run.Gathered.Recognised.Distinct()],
            run.Inspections.Keys,
            run.Inspections.Values.Select(inspection => inspection.Scanned).Concat(loose.Select(inspection => inspection.Scanned)).Aggregate(ScanSize.None, (sum, scanned) => sum + scanned),
            [.. assets.Libraries.Values.Select(assets.ReferencedProject).OfType<string>()])
        {
            IsGated = ReportedElsewhere.IsGated(assets),
            MatchedWaivers = run.Gathered.MatchedWaivers,
            MatchedBaseline = run.Gathered.MatchedBaseline,
            Notices = run.Gathered.OrderedNotices,
        };
    }

    /// <summary>The assets file, where it is this project's and knows the framework.</summary>
    private static (AssetsFile? Assets, FileProblem? Problem) Read(ProjectInput input)
    {
        if (IsUnescapedByMSBuild(input.ProjectPath))
            return (null, FileProblem.Of(input.ProjectPath, "the path holds '%' and two hexadecimal digits, which MSBuild reads as another character, so what NuGet restored is not this project's; move it to another folder"));
        if (!File.Exists(input.AssetsPath) && !File.Exists(input.ProjectPath)) return (null, FileProblem.Of(input.ProjectPath, "the project file is missing; correct the path that leads to it"));

        var (assets, problem) = input.AssetsContent is { } content ? AssetsFileReader.Parse(input.AssetsPath, content) : AssetsFileReader.Read(input.AssetsPath);
        if (assets is null) return (null, problem);
        if (!PathComparison.LeadToTheSameFile(assets.ProjectPath, input.ProjectPath))
            return (null, FileProblem.Of(input.AssetsPath, $"the assets file was written for another project, '{assets.ProjectPath}'; restore '{Path.GetFileName(input.ProjectPath)}' again"));
        return input.Framework is null || assets.Framework(input.Framework) is not null
            ? (assets, null)
            : (null, FileProblem.Of(input.AssetsPath, $"the assets file does not know the framework '{input.Framework}'; restore the project again"));
    }

    private static bool IsUnescapedByMSBuild(string path)
    {
        for (var percent = path.IndexOf('%'); percent >= 0; percent = path.IndexOf('%', percent + 1))
            if (percent + 2 < path.Length && Uri.IsHexDigit(path[percent + 1]) && Uri.IsHexDigit(path[percent + 2])) return true;
        return false;
    }

    private static IEnumerable<string> Keys(AssetsFramework framework) =>
        framework.Targets.SelectMany(target => target.Nodes.Values).Where(node => !node.IsProject).Select(node => node.Key).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reading is most of the work, and packages do not depend on each other.</summary>
    private void Inspect(Run run, string[] keys)
    {
        var inspections = new PackageInspection[keys.Length];
        Parallel.For(0, keys.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i => inspections[i] = inspect(run.Assets.Libraries[keys[i]], run.Assets.PackageFolders));
        for (var i = 0; i < keys.Length; i++) run.Inspections.Add(keys[i], inspections[i]);
    }

    private void CheckFramework(Run run, AssetsFramework framework)
    {
        foreach (var key in Keys(framework).OrderBy(key => key, StringComparer.Ordinal))
        {
            var library = run.Assets.Libraries[key];
            var inspection = run.Inspections[key];
            foreach (var problem in inspection.Problems) Report(run, framework, inspection.Component, DiagnosticCatalog.NotChecked, problem);
            foreach (var damaged in inspection.Damaged) Report(run, framework, inspection.Component, DiagnosticCatalog.Review, damaged);
            foreach (var judgement in _judge.Evaluate(inspection.Component.Evidence))
            {
                if (judgement.Verdict == Verdict.Clear) run.Gathered.Recognised.Add(new Recognised(library.Id, judgement.Vendor.Id, judgement.WhyClear!));
                else Report(run, framework, library, inspection.Component, judgement);
            }
        }
    }

    /// <summary>Reports what waivers and baseline leave of a judgement, and the waivers that do not hold where it is reported.</summary>
    private void Report(Run run, AssetsFramework framework, AssetsLibrary library, PackageComponent package, Judgement judged)
    {
        var content = new WaivedContent(false, library.Id, library.Version, library.Sha512 ?? "");
        var settled = _policy.Settle(judged, content);
        run.Gathered.Match(settled);
        var (judgement, waivers) = (settled.Judgement, settled.Waivers);
        if (Way(run, framework, package, fails: judgement.Verdict != Verdict.Review && waivers.Count == 0 && !context.IsReporting) is not var (path, root, isKnown)) return;
        run.Gathered.Notices.UnionWith(settled.Notices);
        var descriptor = Verdicts.Descriptor(judgement, isDirect: path.Length == 2 && isKnown);
        var location = run.Sites.Find(root, framework, package.Id, run.Assets);
        var text = FindingWording.Of(judgement, package, path, context, waivers);
        Add(run, new Finding(descriptor, judgement.Verdict, judgement, package, run.Input.ProjectPath, [framework.Name], path, location, text), settled);
    }

    /// <summary>Reports what could not be looked at, or not wholly.</summary>
    private void Report(Run run, AssetsFramework framework, PackageComponent package, DiagnosticDescriptor descriptor, FileProblem problem)
    {
        var verdict = descriptor == DiagnosticCatalog.Review ? Verdict.Review : Verdict.Unverified;
        if (Way(run, framework, package, fails: verdict != Verdict.Review) is not var (path, _, _)) return;
        var location = new SourceLocation(problem.File, problem.Line, problem.Column);
        Add(run, new Finding(descriptor, verdict, null, package, run.Input.ProjectPath, [framework.Name], path, location, FindingWording.Unverified(problem.Message, path)));
    }

    private void Add(Run run, Finding finding, Settled? settled = null) => run.Gathered.Findings.Add(_policy.Finish(finding, settled));

    /// <summary>The path to the package; null where every one leads through projects that report it themselves.</summary>
    /// <param name="fails">Whether a project that reports it does not pass.</param>
    private static (string[] Path, AssetsNode? Root, bool IsKnown)? Way(Run run, AssetsFramework framework, PackageComponent package, bool fails)
    {
        var wouldHaveFailed = run.Input.ReferencesPassed && fails;
        if (!run.Paths.TryFind(framework, package, !wouldHaveFailed, out var ownPath)) return null;
        return ([run.Assets.ProjectName, .. ownPath?.Select(node => node.Step) ?? [package.Key]], ownPath?[0], ownPath is not null);
    }

    /// <summary>What NuGet puts into the package folder beside the graph: packages that targets take files from, and the packs of frameworks and runtimes.</summary>
    private void CheckDownloads(Run run, AssetsFramework framework)
    {
        foreach (var download in framework.Downloads)
        {
            var library = run.Installed.Find(download.Id, download.Version) ?? new AssetsLibrary(download.Id, PackageVersion.Lowest(download.Version) ?? download.Version, IsProject: false, null, []);
            if (Keys(framework).Contains(library.Key, StringComparer.OrdinalIgnoreCase)) continue;
            if (!run.Inspections.TryGetValue(library.Key, out var inspection)) run.Inspections.Add(library.Key, inspection = inspect(library, run.Assets.PackageFolders));
            string[] path = [run.Assets.ProjectName, library.Key];
            new NamedPackage(inspection, library.Sha512 ?? "", run.Input.ProjectPath, [framework.Name], path, run.Sites.FindDownload(library.Id, framework.Name))
                .Check(_judge, context, judgement => Verdicts.Descriptor(judgement, DiagnosticCatalog.BuildTool), run.Gathered);
        }
    }

    /// <summary>What the compiler is given must be what was judged.</summary>
    private static void CheckResolved(Run run)
    {
        var unlisted = run.Input.Resolved.Where(item => !run.Assets.Libraries.ContainsKey(item.Key));
        foreach (var item in unlisted.GroupBy(item => item.Key, StringComparer.OrdinalIgnoreCase).Select(group => group.First()))
        {
            var problem = FileProblem.Of(run.Input.AssetsPath, $"the build takes '{item.File}' from package '{item.Id}' {item.Version}, which the assets file does not list; restore the project again");
            run.Gathered.Findings.AddRange(Failed(run.Input, problem).Findings);
        }
    }

    private void CheckLoose(Run run, LooseInspection inspection)
    {
        if (inspection is { Problems.Count: 0, Damaged.Count: 0, Evidence.Count: 0 }) return;
        var name = inspection.Item.Path is { } file ? PathComparison.From(Path.GetDirectoryName(run.Input.ProjectPath)!, file) : inspection.Item.Name;
        string[] path = [run.Assets.ProjectName, name];
        void Report(DiagnosticDescriptor descriptor, Verdict verdict, Judgement? judgement, FindingText text, Settled? settled = null)
        {
            var location = LooseLocator.Find(inspection.Item, run.Input.OwnFile);
            Add(run, new Finding(descriptor, verdict, judgement, null, run.Input.ProjectPath, run.Input.Framework is { } framework ? [framework] : [], path, location, text), settled);
        }

        foreach (var problem in inspection.Problems) Report(DiagnosticCatalog.NotChecked, Verdict.Unverified, null, FindingWording.Unverified($"{name}: {problem.Message}", path));
        foreach (var damaged in inspection.Damaged) Report(DiagnosticCatalog.Review, Verdict.Review, null, FindingWording.Unverified($"{name}: {damaged.Message}", path));
        foreach (var judgement in _judge.Evaluate(inspection.Evidence))
        {
            if (judgement.Verdict == Verdict.Clear) run.Gathered.Recognised.Add(new Recognised(name, judgement.Vendor.Id, judgement.WhyClear!) { IsFile = true });
            else ReportLeft(judgement, WaivedFile.Of(context, inspection.Item.Path, inspection.Item.Name));
        }

        void ReportLeft(Judgement judged, WaivedContent content)
        {
            var settled = _policy.Settle(judged, content);
            run.Gathered.Match(settled);
            run.Gathered.Notices.UnionWith(settled.Notices);
            var left = settled.Judgement;
            Report(Verdicts.Descriptor(left, inspection.Item.IsBuildTool ? DiagnosticCatalog.BuildTool : DiagnosticCatalog.LooseFile), left.Verdict, left, FindingWording.OfFile(left, name, path, context, settled.Waivers), settled);
        }
    }

    private static ProjectResult Failed(ProjectInput input, FileProblem problem) =>
        ProjectResult.Failed(input.ProjectPath, problem, input.Framework is null ? [] : [input.Framework]);

    /// <summary>What one check gathers.</summary>
    private sealed record Run(ProjectInput Input, AssetsFile Assets, ReferenceSites Sites, InclusionPaths Paths)
    {
        public Dictionary<string, PackageInspection> Inspections { get; } = new(StringComparer.OrdinalIgnoreCase);
        public Gathered Gathered { get; } = new();
        public InstalledPackages Installed { get; } = new(Assets.PackageFolders);
    }
}

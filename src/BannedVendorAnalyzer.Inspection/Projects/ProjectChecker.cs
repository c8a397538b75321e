using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>Checks a restored project: evidence of its packages, judged, located and worded. Build and tool both come through here.</summary>
/// <param name="inspect">Reads a package; a host that checks many projects remembers the answers.</param>
public sealed class ProjectChecker(RuleSet rules, CheckContext context, ReportedElsewhere elsewhere, Func<AssetsLibrary, IReadOnlyList<string>, PackageInspection> inspect)
{
    private readonly Judge _judge = new(rules, context);
    private readonly WaiverDesk _waivers = new(context);

    /// <param name="collected">Told what was collected once everything has been; not told where the project could not be checked at all.</param>
    public ProjectResult Check(ProjectInput input, Action<AssetsFile, IReadOnlyCollection<PackageInspection>>? collected = null)
    {
        var (assets, problem) = Read(input);
        if (assets is null) return Failed(input, problem!);

        var frameworks = input.Framework is null ? assets.Frameworks : [assets.Framework(input.Framework)!];
        var run = new Run(input, assets, new ReferenceSites(input), new InclusionPaths(assets, elsewhere));
        foreach (var framework in frameworks) CheckFramework(run, framework);
        CheckResolved(run);
        collected?.Invoke(assets, run.Inspections.Values);
        return new ProjectResult(
            FindingOrder.Merge(run.Findings),
            [.. run.Recognised.Distinct()],
            run.Inspections.Keys,
            run.Inspections.Values.Aggregate(default(ScanSize), (sum, inspection) => sum + inspection.Scanned),
            [.. assets.Libraries.Values.Select(assets.ReferencedProject).OfType<string>()])
        {
            IsGated = ReportedElsewhere.IsGated(assets),
            MatchedWaivers = run.MatchedWaivers,
            Notices = [.. run.Notices.OrderBy(notice => notice.Place.File, StringComparer.Ordinal).ThenBy(notice => notice.Place.Line).ThenBy(notice => notice.Place.Message, StringComparer.Ordinal)],
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

    private void CheckFramework(Run run, AssetsFramework framework)
    {
        var keys = framework.Targets.SelectMany(target => target.Nodes.Values).Where(node => !node.IsProject).Select(node => node.Key).Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var key in keys.OrderBy(key => key, StringComparer.Ordinal))
        {
            var library = run.Assets.Libraries[key];
            if (!run.Inspections.TryGetValue(key, out var inspection)) run.Inspections.Add(key, inspection = inspect(library, run.Assets.PackageFolders));
            foreach (var problem in inspection.Problems) Report(run, framework, inspection.Component, null, problem, []);
            foreach (var judgement in _judge.Evaluate(inspection.Component.Evidence))
            {
                if (judgement.Verdict == Verdict.Clear) run.Recognised.Add(new Recognised(library.Id, judgement.Vendor.Id, judgement.WhyClear!));
                else Report(run, framework, library, inspection.Component, judgement);
            }
        }
    }

    /// <summary>Reports what waivers leave of a judgement, and the waivers that do not hold where it is reported.</summary>
    private void Report(Run run, AssetsFramework framework, AssetsLibrary library, PackageComponent package, Judgement judgement)
    {
        var outcome = _waivers.Apply(judgement, library.Id, library.Version, library.Sha512);
        run.MatchedWaivers.UnionWith(outcome.Matched);
        if (Report(run, framework, package, outcome.Judgement, null, outcome.Waivers)) run.Notices.UnionWith(outcome.Notices);
    }

    /// <summary>Reports a judgement or a problem, unless every path to the package leads through projects that report it themselves.</summary>
    private bool Report(Run run, AssetsFramework framework, PackageComponent package, Judgement? judgement, FileProblem? problem, IReadOnlyList<Waiver> waivers)
    {
        var wouldHaveFailed = run.Input.ReferencesPassed && judgement?.Verdict != Verdict.Review && waivers.Count == 0;
        if (!run.Paths.TryFind(framework, package, !wouldHaveFailed, out var ownPath)) return false;

        string[] path = [run.Assets.ProjectName, .. ownPath?.Select(node => node.Step) ?? [package.Key]];
        var root = ownPath?[0];
        var descriptor = judgement is null ? DiagnosticCatalog.NotChecked : Verdicts.Descriptor(judgement, isDirect: path.Length == 2 && ownPath is not null);
        run.Findings.Add(new Finding(
            descriptor,
            judgement?.Verdict ?? Verdict.Unverified,
            judgement,
            package,
            run.Input.ProjectPath,
            [framework.Name],
            path,
            problem is null ? run.Sites.Find(root, framework, package.Id, run.Assets) : new SourceLocation(problem.File, problem.Line, problem.Column),
            judgement is null ? FindingWording.Unverified(problem!.Message, path) : FindingWording.Of(judgement, package, path, context, waivers))
        {
            Severity = waivers.Count > 0 ? Severity.Info : Verdicts.Severity(descriptor, context),
            Waivers = waivers,
        });
        return true;
    }

    /// <summary>What the compiler is given must be what was judged.</summary>
    private static void CheckResolved(Run run)
    {
        var unlisted = run.Input.Resolved.Where(item => !run.Assets.Libraries.ContainsKey(item.Key));
        foreach (var item in unlisted.GroupBy(item => item.Key, StringComparer.OrdinalIgnoreCase).Select(group => group.First()))
        {
            var problem = FileProblem.Of(run.Input.AssetsPath, $"the build takes '{item.File}' from package '{item.Id}' {item.Version}, which the assets file does not list; restore the project again");
            run.Findings.AddRange(Failed(run.Input, problem).Findings);
        }
    }

    private static ProjectResult Failed(ProjectInput input, FileProblem problem) =>
        ProjectResult.Failed(input.ProjectPath, problem, input.Framework is null ? [] : [input.Framework]);

    /// <summary>What one check gathers.</summary>
    private sealed record Run(ProjectInput Input, AssetsFile Assets, ReferenceSites Sites, InclusionPaths Paths)
    {
        public Dictionary<string, PackageInspection> Inspections { get; } = new(StringComparer.OrdinalIgnoreCase);
        public List<Finding> Findings { get; } = [];
        public List<Recognised> Recognised { get; } = [];
        public HashSet<Waiver> MatchedWaivers { get; } = [];
        public HashSet<PolicyNotice> Notices { get; } = [];
    }
}

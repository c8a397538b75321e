using System.Collections.Concurrent;
using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Cli.Restoring;
using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>Looks for a package in projects, by the same run as a check.</summary>
internal sealed class PackageSearch(PolicyBook policies, PolicyRequest request, ToolHost host, bool restore)
{
    /// <summary>More paths are no help to anybody.</summary>
    private const int MostPaths = 20;

    private int _projects;

    /// <summary>By id and version; what differs between projects stands apart.</summary>
    public IReadOnlyList<FoundPackage> Packages { get; private set; } = [];

    /// <summary>Ids of all packages of these projects, sorted.</summary>
    public IReadOnlyCollection<string> KnownIds { get; private set; } = [];

    /// <summary>Projects that they belong to were not looked at.</summary>
    public IReadOnlyList<FileProblem> PolicyProblems { get; private set; } = [];

    /// <summary>Where it was looked for, when it was not found.</summary>
    public string Scope => _projects == 0 ? "no project was looked at (a path after the word names some)" : $"it is in none of the {TextReport.Counted(_projects, "project")} looked at";

    /// <summary>What could not be checked as a whole; without a path nothing is restored for it.</summary>
    public IReadOnlyList<Finding> NotLookedAt { get; private set; } = [];

    /// <summary>Projects of other kinds, which are not looked at; relative.</summary>
    public IReadOnlyList<string> NotSupported { get; private set; } = [];

    /// <returns>False where what was named cannot be looked at, which is then said.</returns>
    public bool Look(PackageKey key, IReadOnlyList<string> paths)
    {
        var found = TargetFinder.Find(paths, host.WorkingFolder);

        // A folder without projects is no mistake of somebody who named none.
        if (found.Problems.Count > 0 && paths.Count == 0) return true;
        foreach (var problem in found.Problems) host.Error.WriteLine(problem);
        foreach (var target in found.Contents) host.Error.WriteLine($"'{target.AsWritten}' is no project and holds none, so no package came in there; 'banned-vendors inspect {target.AsWritten}' shows what is in it");
        if (found.Problems.Count + found.Contents.Count > 0) return false;

        // Somebody who asks about a word has not asked for restores all over the folder in which he happens to stand.
        var restorer = new Restorer(restore && paths.Count > 0, host);
        var ids = new ConcurrentDictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        var holders = new ConcurrentBag<AssetsFile>();
        var run = new ProjectRun(policies, request, restorer, host.NewProgress(), assets =>
        {
            foreach (var library in assets.Libraries.Values.Where(library => !library.IsProject)) ids.TryAdd(library.Id, true);
            if (assets.Libraries.Values.Any(library => IsWanted(library, key))) holders.Add(assets);
        });
        var results = run.Check(found);
        PolicyProblems = run.PolicyProblems;
        var findings = results.SelectMany(result => result.Result.Findings).ToList();
        (KnownIds, _projects) = ([.. ids.Keys.Order(StringComparer.Ordinal)], results.Count);
        NotSupported = [.. found.NotSupported.Select(host.Relative)];
        NotLookedAt = [.. findings.Where(finding => finding.Judgement is null && finding.Package is null)];
        Packages = Merge([.. holders.OrderBy(assets => assets.ProjectPath, StringComparer.Ordinal).SelectMany(assets => Inspect(assets, key, findings))]);
        return true;
    }

    private static bool IsWanted(AssetsLibrary library, PackageKey key) => !library.IsProject && key.Is(library.Id, library.Version);

    private IEnumerable<FoundPackage> Inspect(AssetsFile assets, PackageKey key, List<Finding> findings)
    {
        foreach (var library in assets.Libraries.Values.Where(library => IsWanted(library, key)))
        {
            if (policies.Of(assets.ProjectPath, request).Basis is not var (rules, context, _)) continue;
            var inspection = PackageInspector.Inspect(library, assets.PackageFolders, ContentRelevance.Of(rules.Index));
            var places = assets.Frameworks.Where(framework => Holds(framework, library.Key)).Select(framework => Place(assets, framework, library.Key, findings)).ToList();
            if (places.Count == 0) continue;
            yield return new FoundPackage(
                inspection.Component,
                new JudgingBasis(rules, context),
                library.Files.Contains(PackageInspector.SignatureFile),
                inspection.Problems,
                [.. new Judge(rules, context).Evaluate(inspection.Component.Evidence).OrderByDescending(judgement => judgement.Verdict)],
                places,
                BringsIn(assets, library.Key, findings));
        }
    }

    private static bool Holds(AssetsFramework framework, string key) => framework.Targets.Any(target => target.Nodes.Values.Any(node => Is(node.Key, key)));

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static PackagePlace Place(AssetsFile assets, AssetsFramework framework, string key, List<Finding> findings) => new(
        assets.ProjectPath,
        [framework.Name],
        PackagePaths.Of(framework, key, MostPaths),
        [.. findings.Where(finding => finding.Package is { } package && Is(package.Key, key) && PathComparison.AreSame(finding.Project, assets.ProjectPath) && finding.Frameworks.Contains(framework.Name))]);

    private static IReadOnlyList<Finding> BringsIn(AssetsFile assets, string key, List<Finding> findings)
    {
        var below = assets.Frameworks.SelectMany(framework => framework.Targets).SelectMany(target => PackageGraph.Below(target, key)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. findings.Where(finding => finding.Package is { } package && below.Contains(package.Key)).DistinctBy(finding => (finding.Package!.Key, finding.Judgement?.Vendor.Id))];
    }

    /// <summary>What was seen the same in several projects and frameworks is told once.</summary>
    private static IReadOnlyList<FoundPackage> Merge(List<FoundPackage> packages) =>
    [
        .. packages
            .GroupBy(package => (Key: package.Component.Key.ToLowerInvariant(), package.IsSigned, package.Basis, Seen: string.Join('\n', package.Component.Evidence.Concat<object>(package.Problems))))
            .OrderBy(group => group.First().Component.Key, StringComparer.Ordinal)
            .Select(group => group.First() with
            {
                Places = [.. group.SelectMany(package => package.Places).GroupBy(Way).Select(places => places.First() with { Frameworks = [.. places.SelectMany(place => place.Frameworks)] })],
                BringsIn = [.. group.SelectMany(package => package.BringsIn).DistinctBy(finding => (finding.Package!.Key, finding.Judgement?.Vendor.Id))],
            }),
    ];

    private static (string, string) Way(PackagePlace place) => (place.Project, string.Join('\n', place.Paths.Paths.Select(path => string.Join('\t', path.Select(node => node.Key)))));
}

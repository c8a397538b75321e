using System.Collections.Concurrent;
using BannedVendorAnalyzer.Cli.Restoring;
using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection;
using BannedVendorAnalyzer.Inspection.Loose;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Cli;

/// <summary>
/// Checks projects and everything that they reference, each once. What is known so far is brought up to date one after the other and then
/// checked on all processors; what that leads to comes next.
/// </summary>
/// <param name="policies">Says by what each project is judged; a project whose policy is invalid is not checked.</param>
/// <param name="progress">Null where nobody looks.</param>
/// <param name="looked">Told of every assets file that was checked, from several threads.</param>
/// <param name="governed">Where a project is taken to lie when its policy is searched; where it does, if nothing is said.</param>
internal sealed class ProjectRun(PolicyBook policies, PolicyRequest request, Restorer restorer, ProgressLine? progress, Action<AssetsFile>? looked = null, Func<string, string>? governed = null)
{
    private static readonly Dictionary<string, string> NoBuild = [];

    private readonly ConcurrentDictionary<FileProblem, bool> _policyProblems = new();
    private int _begun;
    private int _known;

    /// <summary>Of the policies of all projects checked so far, in a fixed order.</summary>
    public IReadOnlyList<FileProblem> PolicyProblems => FileProblem.InOrder(_policyProblems.Keys);

    /// <returns>What could not be looked into, then the projects by path.</returns>
    public IReadOnlyList<CheckedProject> Check(FoundTargets found) =>
    [
        .. found.Unreadable.Select(problem => new CheckedProject(problem.File, ProjectResult.Failed(problem.File, problem, []))),
        .. Check([.. found.Targets.DistinctBy(target => target.ProjectPath)]),
    ];

    private List<CheckedProject> Check(IReadOnlyList<Target> targets)
    {
        var results = new SortedDictionary<string, CheckedProject>(StringComparer.Ordinal);
        var open = targets;
        while (open.Count > 0)
        {
            var restored = restorer.Prepare([.. open.DistinctBy(target => target.ProjectPath)]);
            _known += restored.Count;
            var checkedNow = CheckAll(restored);
            progress?.Erase();
            for (var i = 0; i < restored.Count; i++) results.Add(restored[i].Target.ProjectPath, new CheckedProject(restored[i].Target.ProjectPath, checkedNow[i]));

            // A finding is reported in the project that brings it in, so that project must be looked at too.
            open = [.. restored.SelectMany((project, i) => checkedNow[i].ReferencedProjects.Select(path => new Target(path, null, project.Target.RestoreWith))).Where(target => !results.ContainsKey(target.ProjectPath))];
        }

        return [.. results.Values];
    }

    private ProjectResult[] CheckAll(IReadOnlyList<RestoredProject> projects)
    {
        if (projects.Count == 1) return [Check(projects[0])];
        var results = new ProjectResult[projects.Count];
        Parallel.For(0, projects.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i => results[i] = Check(projects[i]));
        return results;
    }

    private ProjectResult Check(RestoredProject restored)
    {
        progress?.Show(Interlocked.Increment(ref _begun), _known, restored.ProjectPath);
        var answer = policies.Of(governed?.Invoke(restored.ProjectPath) ?? restored.ProjectPath, request);
        foreach (var invalid in answer.Problems) _policyProblems.TryAdd(invalid, true);
        if (answer.Basis is not { } basis) return new ProjectResult([], [], [], ScanSize.None, []);
        if (restored.Stale is { } problem) return ProjectResult.Failed(restored.ProjectPath, problem, []) with { Context = basis.Context };

        // The build reports in a project whose library is not gated; without a gate here, the library's own finding is enough.
        var elsewhere = new ReportedElsewhere((project, other) => !ReportedElsewhere.IsGated(project) || ReportedElsewhere.IsGated(other));
        var (loose, unknown) = LooseItemFinder.Of(restored.ProjectPath);
        var checker = new ProjectChecker(basis.Rules, basis.Context, elsewhere, basis.Packages.Inspect, item => LooseInspector.Inspect(item, basis.Packages.Wanted));
        var result = checker.Check(new ProjectInput(restored.ProjectPath, restored.AssetsPath, null, NoBuild, []) { Loose = loose }, (assets, _, _) => looked?.Invoke(assets)) with { Context = basis.Context };
        if (unknown is not null) result = WithProblem(result, restored.ProjectPath, unknown);
        return result.IsGated == false && basis.Context.Policy is { Locked: true } policy
            ? WithProblem(result, restored.ProjectPath, FileProblem.Of(restored.ProjectPath, $"policy '{policy.Deciding.Shown}' is locked, and this project does not run the gate in its build: reference the package {ReportedElsewhere.GateId} and restore"))
            : result;
    }

    private static ProjectResult WithProblem(ProjectResult result, string project, FileProblem problem) =>
        result with { Findings = [.. result.Findings, .. ProjectResult.Failed(project, problem, []).Findings] };
}

/// <summary>What the check of one project found.</summary>
/// <param name="Project">Full path.</param>
internal sealed record CheckedProject(string Project, ProjectResult Result);

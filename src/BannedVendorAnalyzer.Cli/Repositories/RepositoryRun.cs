using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Inspection.Repositories;

namespace BannedVendorAnalyzer.Cli.Repositories;

/// <summary>Checks what comes into a repository beside the references of its restored projects: each file once, whichever projects it counts for.</summary>
/// <param name="governed">Where a file is taken to lie when its policy is searched; where it does, if nothing is said.</param>
internal sealed class RepositoryRun(PolicyBook policies, PolicyRequest request, ToolHost host, Func<string, string>? governed = null)
{
    private readonly SortedDictionary<string, RepositoryFile> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lookedAbove = new(StringComparer.Ordinal);
    private readonly List<FileProblem> _unreadable = [];
    private readonly HashSet<FileProblem> _invalid = [];
    private InstalledPackages? _installed;

    /// <summary>Of policies that count for these files.</summary>
    public IEnumerable<FileProblem> PolicyProblems => _invalid;

    /// <param name="projects">What was checked; a project that is not restored has at best its lock file to be judged by.</param>
    /// <returns>The files that bring in anything, by path.</returns>
    public IReadOnlyList<FileResult> Check(FoundTargets found, IReadOnlyList<CheckedProject> projects)
    {
        Find(found, projects);
        var results = new List<FileResult>();
        foreach (var problem in _unreadable) results.Add(new FileResult(problem.File, ProjectResult.Failed(problem.File, problem, [])));
        foreach (var file in _files.Values)
        {
            // Most files say nothing; what is not needed for them is not even loaded, which is most of what a short run costs.
            var entries = RepositoryReader.Read(file);
            if (!entries.IsEmpty) Judge(file, entries, results);
        }

        return results;
    }

    private void Judge(RepositoryFile file, FileEntries entries, List<FileResult> results)
    {
        // As for a project that stood beside it.
        var beside = Path.Combine(file.Folder, Path.GetFileName(file.Path));
        var answer = policies.Of(governed?.Invoke(beside) ?? beside, request);
        _invalid.UnionWith(answer.Problems);
        if (answer.Basis is not { } basis) return;
        _installed ??= new InstalledPackages(GlobalPackages.Folders(_files.Values, host));
        var result = new RepositoryChecker(basis, _installed).Check(file, entries);
        if (result.Packages.Count + result.Findings.Count + result.Recognised.Count > 0) results.Add(new FileResult(file.Path, result));
    }

    private void Find(FoundTargets found, IReadOnlyList<CheckedProject> projects)
    {
        foreach (var file in found.RepositoryFiles) Add(file);
        foreach (var folder in found.Folders)
        {
            var (files, problems) = RepositoryFiles.Below(folder);
            foreach (var file in files) Add(file);
            _unreadable.AddRange(problems.Except(found.Unreadable));
        }

        var named = found.Folders.Concat(found.Targets.Where(target => target.AssetsPath is null).Select(target => Path.GetDirectoryName(target.RestoreWith)!)).Distinct().ToList();
        foreach (var folder in named) AddAbove(folder, named);
        foreach (var (project, result) in projects)
        {
            if (!TargetFinder.IsProject(project) || !File.Exists(project)) continue;
            AddAbove(Path.GetDirectoryName(project)!, named);
            foreach (var file in RepositoryFiles.Of(project)) Add(file);
            if (result.IsGated is null && RepositoryFiles.LockFile(project) is { } lockFile) Add(lockFile);
        }
    }

    private void Add(RepositoryFile file) => _files.TryAdd(file.Path, file);

    /// <summary>Up to the root of the repository, and in any case to what was named.</summary>
    private void AddAbove(string folder, List<string> named)
    {
        if (!_lookedAbove.Add(folder)) return;
        var root = named.Where(above => IsAtOrBelow(folder, above)).Append(policies.Boundary(folder)).MinBy(above => above.Length)!;
        foreach (var file in RepositoryFiles.Above(folder, root)) Add(file);
    }

    private static bool IsAtOrBelow(string folder, string above) =>
        PathComparison.AreSame(folder, above) || folder.StartsWith(Path.TrimEndingDirectorySeparator(above) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}

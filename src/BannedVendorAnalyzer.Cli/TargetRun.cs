using BannedVendorAnalyzer.Cli.Contents;
using BannedVendorAnalyzer.Cli.Repositories;
using BannedVendorAnalyzer.Cli.Restoring;
using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Policies;

namespace BannedVendorAnalyzer.Cli;

/// <summary>Checks everything that was found: projects, files that bring in packages beside them, and what no project leads to.</summary>
/// <param name="progress">Null where nobody looks.</param>
/// <param name="governed">Where something is taken to lie when its policy is searched; where it does, if nothing is said.</param>
internal sealed class TargetRun(PolicyBook policies, PolicyRequest request, Restorer restorer, ToolHost host, ProgressLine? progress, Func<string, string>? governed = null)
{
    private readonly ProjectRun _projects = new(policies, request, restorer, progress, governed: governed);
    private readonly RepositoryRun _repository = new(policies, request, host, governed);
    private readonly ContentRun _contents = new(policies, request, host, progress, governed);

    /// <summary>Of policies that count for anything of it, in a fixed order.</summary>
    public IReadOnlyList<FileProblem> PolicyProblems => FileProblem.InOrder(_projects.PolicyProblems.Concat(_repository.PolicyProblems).Concat(_contents.PolicyProblems));

    public CheckedTargets Check(FoundTargets found)
    {
        var projects = _projects.Check(found);
        return new CheckedTargets(found, projects, _repository.Check(found, projects), _contents.Check(found.Contents));
    }
}

/// <summary>What the checks of everything that was found say.</summary>
internal sealed record CheckedTargets(FoundTargets Found, IReadOnlyList<CheckedProject> Projects, IReadOnlyList<FileResult> Repository, IReadOnlyList<ContentResult> Contents);

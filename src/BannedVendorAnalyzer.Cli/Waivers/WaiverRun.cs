using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Cli.Repositories;
using BannedVendorAnalyzer.Cli.Restoring;
using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Inspection.Policies;

namespace BannedVendorAnalyzer.Cli.Waivers;

/// <summary>What a command on waivers is given.</summary>
/// <param name="Paths">As for a check.</param>
/// <param name="Policy">As for a check.</param>
/// <param name="Restore">As for a check.</param>
internal sealed record WaiverScope(IReadOnlyList<string> Paths, string? Policy, bool Restore);

/// <summary>Looks at projects as a check does, for commands on waivers.</summary>
internal sealed class WaiverRun(JudgingBasis basis, ToolHost host)
{
    /// <returns>The report of a check; null, with an exit code, where there is none, which has been said.</returns>
    public (CheckReport? Report, int ExitCode) Check(WaiverScope scope)
    {
        var found = TargetFinder.Find(scope.Paths, host.WorkingFolder);
        foreach (var problem in found.Problems) host.Error.WriteLine(problem);
        if (found.Problems.Count > 0) return (null, ExitCode.WrongUsage);

        var policies = new PolicyBook(basis.Rules, host.Today);
        var run = new ProjectRun(policies, Request(scope), new Restorer(scope.Restore, host), host.NewProgress());
        var results = run.Check(found);
        var beside = new RepositoryRun(policies, Request(scope), host);
        var repository = beside.Check(found, results);
        var invalid = run.PolicyProblems.Union(beside.PolicyProblems).ToList();
        foreach (var problem in invalid) host.Error.WriteLine(ProblemLine.Of(problem with { File = host.Relative(problem.File) }));
        return invalid.Count > 0 ? (null, ExitCode.InvalidPolicy) : (CheckReport.Of(results, repository, [], found, basis, host), ExitCode.Clear);
    }

    public PolicyRequest Request(WaiverScope scope) => new(scope.Policy is { } policy ? Path.GetFullPath(policy, host.WorkingFolder) : null, null, null);
}

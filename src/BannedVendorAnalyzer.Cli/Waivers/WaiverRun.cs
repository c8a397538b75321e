using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Cli.Restoring;
using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Inspection.Policies;

namespace BannedVendorAnalyzer.Cli.Waivers;

/// <summary>What a command is given that looks at projects to change a policy.</summary>
/// <param name="Paths">As for a check.</param>
/// <param name="Policy">As for a check.</param>
/// <param name="Restore">As for a check.</param>
internal sealed record WaiverScope(IReadOnlyList<string> Paths, string? Policy, bool Restore)
{
    /// <summary>As for a check.</summary>
    public string? Audience { get; init; }
}

/// <summary>Looks at projects and files as a check does, for commands that change policies.</summary>
internal sealed class WaiverRun(JudgingBasis basis, ToolHost host)
{
    /// <returns>The report of a check; null, with an exit code, where there is none, which has been said.</returns>
    public (CheckReport? Report, int ExitCode) Check(WaiverScope scope)
    {
        var found = TargetFinder.Find(scope.Paths, host.WorkingFolder);
        foreach (var problem in found.Problems) host.Error.WriteLine(problem);
        if (found.Problems.Count > 0) return (null, ExitCode.WrongUsage);

        var policies = new PolicyBook(basis.Rules, host.Today);
        var run = new TargetRun(policies, Request(scope), new Restorer(scope.Restore, host), host, host.NewProgress());
        var looked = run.Check(found);
        foreach (var problem in run.PolicyProblems) host.Error.WriteLine(ProblemLine.Of(problem with { File = host.Relative(problem.File) }));
        return run.PolicyProblems.Count > 0 ? (null, ExitCode.InvalidPolicy) : (CheckReport.Of(looked, [], basis, host), ExitCode.Clear);
    }

    public PolicyRequest Request(WaiverScope scope) => new(scope.Policy is { } policy ? Path.GetFullPath(policy, host.WorkingFolder) : null, scope.Audience, null);
}

using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Cli.Waivers;

/// <summary>What the build would say of an import. Source and output are not looked at: a waiver for what is not there does nothing.</summary>
internal sealed class ImportRun(JudgingBasis basis, ToolHost host)
{
    private static readonly EvidenceKind[] Kinds = [EvidenceKind.NativeImport, EvidenceKind.NativeEntryPoint, EvidenceKind.ComClass, EvidenceKind.Domain];

    /// <returns>What the rules prohibit or want to be reviewed; null, with an exit code, where it cannot be told, which has been said.</returns>
    public (IReadOnlyList<Waivable>? Found, int ExitCode) Look(string import, WaiverScope scope)
    {
        var found = TargetFinder.Find(scope.Paths, host.WorkingFolder);
        foreach (var problem in found.Problems) host.Error.WriteLine(problem);
        if (found.Problems.Count > 0) return (null, ExitCode.WrongUsage);
        if (found.Targets.Select(target => target.ProjectPath).Distinct().ToList() is not [var project]) return Wrong("An import is waived for one project: name it.");

        var answer = new PolicyBook(basis.Rules, host.Today).Of(project, new WaiverRun(basis, host).Request(scope));
        foreach (var problem in answer.Problems) host.Error.WriteLine(ProblemLine.Of(problem with { File = host.Relative(problem.File) }));
        if (answer.Basis is not var (rules, context, _)) return (null, ExitCode.InvalidPolicy);

        // Whoever writes how functions begin means as many as it takes.
        var evidence = Kinds.Select(kind => new EvidenceItem(kind, import, Count: int.MaxValue));
        var content = WaivedContent.OfImport(PathComparison.Below(answer.Reading.Root, project), import);
        return ([.. new Judge(rules, context).Evaluate(evidence).Where(judgement => judgement.Decision is not null).Select(judgement => new Waivable(judgement, content, context.Policy?.Deciding))], ExitCode.Clear);
    }

    private (IReadOnlyList<Waivable>?, int) Wrong(string message)
    {
        host.Error.WriteLine(message);
        return (null, ExitCode.WrongUsage);
    }
}

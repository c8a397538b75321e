using System.Diagnostics;
using System.Globalization;
using BannedVendorAnalyzer.Cli.Diffing;
using BannedVendorAnalyzer.Cli.Feeds;
using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Cli.Restoring;
using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Policies;

namespace BannedVendorAnalyzer.Cli;

/// <summary>Checks what the user named and reports it.</summary>
internal sealed class CheckCommand(ToolHost host)
{
    public int Run(CheckOptions options)
    {
        var clock = Stopwatch.StartNew();
        if (JudgingBasis.Read(options.Audience, options.AsOf, host) is not { } basis) return ExitCode.InvalidPolicy;
        var request = new PolicyRequest(options.Policy is { } policy ? Path.GetFullPath(policy, host.WorkingFolder) : null, options.Audience, options.AsOf);

        // Who asks about a package asks about nothing else unless he names it.
        var found = options.Packages.Count > 0 && options.Paths.Count == 0 ? new FoundTargets() : TargetFinder.Find(options.Paths, host.WorkingFolder);
        foreach (var problem in found.Problems) host.Error.WriteLine(problem);
        if (found.Problems.Count > 0 || (options.Output is { } output && !CanWrite(output))) return ExitCode.WrongUsage;

        var (compared, refusal) = options.Diff is { } name ? BaseCommit.Find(name, options.Paths, host.WorkingFolder) : (null, null);
        if (options.Diff is not null && !options.Restore) refusal = "--diff: what is compared with has to be restored; leave out --no-restore";
        if (refusal is not null) return Refused(refusal);

        var progress = options.Verbosity > Verbosity.Quiet ? host.NewProgress() : null;
        var policies = new PolicyBook(basis.Rules, host.Today);
        var run = new TargetRun(policies, request, new Restorer(options.Restore, host), host, progress);
        var looked = run.Check(found);

        // A package would be referenced from somewhere below this folder.
        var proposing = options.Packages.Count > 0 ? policies.Of(Path.Combine(host.WorkingFolder, "any"), request) : null;
        var invalid = FileProblem.InOrder(run.PolicyProblems.Concat(proposing?.Problems ?? []));
        foreach (var problem in invalid) host.Error.WriteLine(ProblemLine.Of(problem with { File = host.Relative(problem.File) }));
        if (invalid.Count > 0) return ExitCode.InvalidPolicy;

        var (proposed, wrong) = proposing is null ? ([], []) : FeedCheck.Run(new FeedRequest(options.Packages, options.Framework, options.Suggest), proposing.Basis!, host, progress);
        foreach (var problem in wrong) host.Error.WriteLine(problem);
        if (wrong.Count > 0) return ExitCode.WrongUsage;

        var report = CheckReport.Of(looked, proposed, basis, host);
        if (compared is not null)
        {
            // By the policies and rules of now: the change of a policy is no change of what is used.
            (var added, refusal) = DiffRun.Of(report, compared, options.Paths, host, (tree, before, there) => CheckReport.Of(
                new TargetRun(policies, request, new Restorer(options.Restore, there), there, progress, governed: tree.InRepository).Check(before), [], basis, there));
            if (added is null) return refusal is null ? ExitCode.InternalError : Refused(refusal);
            report = added;
        }

        Write(report, options, clock);
        return report.ExitCode;
    }

    private int Refused(string why)
    {
        host.Error.WriteLine(PrintableText.Of(why));
        return ExitCode.WrongUsage;
    }

    /// <summary>Told before the check, not after it.</summary>
    private bool CanWrite(string output)
    {
        try
        {
            using var file = new FileStream(Path.GetFullPath(output, host.WorkingFolder), FileMode.OpenOrCreate, FileAccess.Write);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            host.Error.WriteLine($"--output: '{output}' cannot be written ({exception.Message})");
            return false;
        }
    }

    private void Write(CheckReport report, CheckOptions options, Stopwatch clock)
    {
        var text = options.Format == ReportFormat.Json ? JsonReport.Of(report, host) : TextReport.Of(report, host, options.Verbosity, colour: host.Colour && options.Output is null);
        if (options.Output is { } file)
        {
            File.WriteAllText(Path.GetFullPath(file, host.WorkingFolder), text);
            if (options.Verbosity > Verbosity.Quiet) host.Error.WriteLine($"Report written to {host.Relative(file)}");
        }
        else
        {
            host.Out.Write(text);
        }

        if (options.Verbosity == Verbosity.Detailed) host.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Took {clock.Elapsed.TotalSeconds:0.00} s"));
    }
}

using System.Diagnostics;
using System.Globalization;
using BannedVendorAnalyzer.Cli.Contents;
using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Cli.Repositories;
using BannedVendorAnalyzer.Cli.Restoring;
using BannedVendorAnalyzer.Cli.Targets;
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

        var found = TargetFinder.Find(options.Paths, host.WorkingFolder);
        foreach (var problem in found.Problems) host.Error.WriteLine(problem);
        if (found.Problems.Count > 0 || (options.Output is { } output && !CanWrite(output))) return ExitCode.WrongUsage;

        var progress = options.Verbosity > Verbosity.Quiet ? host.NewProgress() : null;
        var policies = new PolicyBook(basis.Rules, host.Today);
        var run = new ProjectRun(policies, request, new Restorer(options.Restore, host), progress);
        var projects = run.Check(found);
        var beside = new RepositoryRun(policies, request, host);
        var repository = beside.Check(found, projects);
        var invalid = run.PolicyProblems.Union(beside.PolicyProblems).ToList();
        foreach (var problem in invalid) host.Error.WriteLine(ProblemLine.Of(problem with { File = host.Relative(problem.File) }));
        if (invalid.Count > 0) return ExitCode.InvalidPolicy;

        var contents = new ContentRun(basis, host, progress).Check(found.Contents);
        var report = CheckReport.Of(projects, repository, contents, found, basis, host);
        Write(report, options, clock);
        return report.ExitCode;
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

using System.Diagnostics;
using System.Globalization;
using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Cli.Restoring;
using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Cli;

/// <summary>Checks what the user named and reports it.</summary>
internal sealed class CheckCommand(ToolHost host)
{
    public int Run(CheckOptions options)
    {
        var clock = Stopwatch.StartNew();
        if (RuleReading.Read(host) is not { } rules) return ExitCode.InvalidPolicy;

        var (context, mistakes) = CheckContext.Parse(rules, options.Audience, options.AsOf, host.Today);
        foreach (var mistake in mistakes) host.Error.WriteLine($"error {DiagnosticCatalog.InvalidRules.Id}: --audience or --as-of: {mistake}. {DiagnosticCatalog.InvalidRules.More}");
        if (context is null) return ExitCode.InvalidPolicy;

        var found = TargetFinder.Find(options.Paths, host.WorkingFolder);
        foreach (var problem in found.Problems) host.Error.WriteLine(problem);
        if (found.Problems.Count > 0 || (options.Output is { } output && !CanWrite(output))) return ExitCode.WrongUsage;

        List<(string, ProjectResult)> results =
        [
            .. found.Unreadable.Select(problem => (problem.File, ProjectResult.Failed(problem.File, problem, []))),
            .. new ProjectRun(rules, context, new Restorer(options.Restore, host), Progress(options)).Check([.. found.Targets.DistinctBy(target => target.ProjectPath)]),
        ];
        var report = CheckReport.Of(results, found.NotSupported, rules, context, host);
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

    private ProgressLine? Progress(CheckOptions options) => host.Progress && options.Verbosity > Verbosity.Quiet ? new ProgressLine(host.Error, host.Clock) : null;

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

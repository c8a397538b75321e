using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Cli.Waivers;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Baselines;

/// <summary>Takes out of baselines what matches nothing any more. Only who has looked at everything that a policy is for can know what that is.</summary>
internal sealed class PruneCommand(ToolHost host)
{
    public int Run(WaiverScope scope)
    {
        if (JudgingBasis.Read(null, null, host) is not { } basis) return ExitCode.InvalidPolicy;
        var (report, exitCode) = new WaiverRun(basis, host).Check(scope);
        if (report is null) return exitCode;

        var policies = report.Policies.Where(policy => policy.Baseline is not null).ToList();
        if (policies.Count == 0) return Ended("No baseline lies beside a policy of these projects; 'banned-vendors baseline write' writes one.", ExitCode.WrongUsage);
        if (report.Count(Verdict.Unverified) > 0) return Ended("Something could not be looked at, so nothing is taken out. 'banned-vendors check' shows what.", ExitCode.Unverified);
        var looked = UnusedEntries.Looked(report.Results, report.Folders);
        if (policies.Except(looked).FirstOrDefault() is { } part) return Ended($"'{host.Relative(part.Deciding.Path)}' is for everything below '{host.Relative(part.Root)}': name that folder, so that what is not there is known.", ExitCode.WrongUsage);

        return policies.All(policy => Prune(policy, [.. UnusedEntries.OfBaseline(policy, report.Results)])) ? ExitCode.Clear : ExitCode.WrongUsage;
    }

    private bool Prune(OrganisationPolicy policy, List<BaselineEntry> unused)
    {
        var baseline = policy.Baseline!;
        if (unused.Count > 0 && !WholeFile.Replace(baseline.Path, baseline.Utf8, BaselineText.Of(baseline.Entries.Except(unused)), host)) return false;
        foreach (var entry in unused) host.Out.WriteLine(PrintableText.Of($"taken out: {entry.Subject}"));
        host.Out.WriteLine($"Took {WriteCommand.Count(unused.Count)} out of {host.Relative(baseline.Path)}.");
        return true;
    }

    private int Ended(string message, int exitCode)
    {
        host.Error.WriteLine(message);
        return exitCode;
    }
}

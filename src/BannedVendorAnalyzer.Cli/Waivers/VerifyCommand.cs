using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Waivers;

/// <summary>Says of the waivers of projects which do not hold, will soon end, or match nothing, and nothing else. What could not be looked at may need any of them.</summary>
internal sealed class VerifyCommand(ToolHost host)
{
    private const string NotLookedAt = "Something could not be looked at, so nothing is known of the waivers that it needs. 'banned-vendors check' shows what.";

    private static readonly DiagnosticDescriptor[] OfWaivers = [DiagnosticCatalog.BrokenWaiver, DiagnosticCatalog.UnusedEntry, DiagnosticCatalog.ChangedEvidence];

    public int Run(WaiverScope scope)
    {
        if (JudgingBasis.Read(null, null, host) is not { } basis) return ExitCode.InvalidPolicy;
        var (report, exitCode) = new WaiverRun(basis, host).Check(scope);
        if (report is null) return exitCode;

        var notices = report.Notices.Where(notice => OfWaivers.Contains(notice.Descriptor) && !report.Policies.Any(policy => policy.Baseline?.Path == notice.Place.File)).ToList();
        foreach (var notice in notices) host.Out.WriteLine(TextReport.Notice(notice, host));
        host.Out.WriteLine($"{TextReport.Counted(notices.Count, "problem")} with waivers; {TextReport.Counted(report.Waived, "finding")} waived.");
        var broken = notices.Exists(notice => notice.Severity == Severity.Error) ? ExitCode.InvalidPolicy : ExitCode.Clear;
        if (!HasNotLooked(report)) return broken;
        host.Error.WriteLine(NotLookedAt);
        return broken + ExitCode.Unverified;
    }

    /// <summary>A locked policy takes a project without the gate for unverified, once; it was looked at all the same.</summary>
    private static bool HasNotLooked(CheckReport report) =>
        report.Count(Verdict.Unverified) > report.Projects.Count(project => project.Result is { IsGated: false, Context.Policy.Locked: true });
}

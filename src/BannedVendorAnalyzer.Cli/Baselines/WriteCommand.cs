using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Cli.Waivers;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Baselines;

/// <summary>Writes what is to be reviewed into the baseline of each policy. One that is there grows only where the user says so.</summary>
internal sealed class WriteCommand(ToolHost host)
{
    public int Run(WaiverScope scope, bool update)
    {
        if (JudgingBasis.Read(null, null, host) is not { } basis) return ExitCode.InvalidPolicy;
        var (report, exitCode) = new WaiverRun(basis, host).Check(scope);
        if (report is null) return exitCode;

        var found = report.Results.SelectMany(result => result.Findings.Select(finding => (result.Context?.Policy, Finding: finding)))
            .Where(one => one.Finding.Verdict == Verdict.Review && !one.Finding.IsAccepted).ToList();
        if (found.Exists(one => one.Policy is null)) return Wrong($"No policy counts for these projects: 'banned-vendors init' writes one.");

        var growths = found.GroupBy(one => one.Policy!).Select(group => (Policy: group.Key, Entries: New(group.Select(one => one.Finding)))).Where(growth => growth.Entries.Count > 0).ToList();
        if (growths.Count == 0) host.Out.WriteLine("Nothing to add.");
        if (!update && growths.Exists(growth => growth.Policy.Baseline is not null)) return Refused(growths);
        foreach (var (policy, entries) in growths)
            if (!Write(policy, entries)) return ExitCode.WrongUsage;
        return End(report, found.Select(one => one.Finding).Count(finding => !IsWhole(finding)));
    }

    /// <summary>What its own baseline does not have yet; a finding of several projects counts once.</summary>
    private static List<BaselineEntry> New(IEnumerable<Finding> findings) =>
    [
        .. findings.Where(finding => finding.Content is { Hash.Length: > 0 })
            .SelectMany(finding => finding.Judgement!.Decisions.Where(BaselineDesk.CanAccept).Select(decision => new BaselineEntry(finding.Judgement.Vendor.Id, finding.Content!, decision.Authority.Id, decision.From, FileProblem.Of("", ""))))
            .DistinctBy(entry => entry.ToString(), StringComparer.OrdinalIgnoreCase).OrderBy(entry => entry.Subject, StringComparer.Ordinal),
    ];

    private static bool IsWhole(Finding finding) => finding.Content is { Hash.Length: > 0 } && finding.Judgement!.Decisions.All(BaselineDesk.CanAccept);

    private int Refused(List<(OrganisationPolicy Policy, List<BaselineEntry> Entries)> growths)
    {
        foreach (var entry in growths.Where(growth => growth.Policy.Baseline is not null).SelectMany(growth => growth.Entries)) Say("new:", entry);
        return Wrong($"{string.Join(", ", growths.Select(growth => growth.Policy.Baseline).OfType<Baseline>().Select(baseline => $"'{host.Relative(baseline.Path)}'"))} is there already and does not have these. Look at them; '--update' adds them.");
    }

    private bool Write(OrganisationPolicy policy, List<BaselineEntry> entries)
    {
        var path = Baseline.PathFor(policy.Deciding.Path);
        var text = BaselineText.Of([.. policy.Baseline?.Entries ?? [], .. entries]);
        if (!(policy.Baseline is { } baseline ? WholeFile.Replace(path, baseline.Utf8, text, host) : WholeFile.Create(path, text, host))) return false;
        foreach (var entry in entries) Say("added:", entry);
        host.Out.WriteLine($"Added {Count(entries.Count)} to {host.Relative(path)}. Their verdict is still review; what is new or changes is warned about as before.");
        return true;
    }

    private int End(CheckReport report, int open)
    {
        if (open > 0) host.Out.WriteLine($"{TextReport.Counted(open, "finding")} to review cannot be taken over wholly: prohibited from a known day on, or without a content that could be told from another. 'banned-vendors check' shows them.");
        var unverified = report.Count(Verdict.Unverified);
        if (unverified == 0) return ExitCode.Clear;
        host.Error.WriteLine($"{TextReport.Counted(unverified, "finding")} could not be looked at, so more may be to review. 'banned-vendors check' shows them.");
        return ExitCode.Unverified;
    }

    public static string Count(int entries) => entries == 1 ? "1 entry" : $"{entries.ToString(System.Globalization.CultureInfo.InvariantCulture)} entries";

    private void Say(string what, BaselineEntry entry) => host.Out.WriteLine(PrintableText.Of($"{what} {entry.Subject}"));

    private int Wrong(string message)
    {
        host.Error.WriteLine(message);
        return ExitCode.WrongUsage;
    }
}

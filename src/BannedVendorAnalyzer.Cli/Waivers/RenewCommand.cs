using BannedVendorAnalyzer.Cli.Contents;
using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Inspection;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Waivers;

/// <summary>Gives the waivers of a package or file a new time, and the content that is there now. Who approves it is left empty: it counts once somebody has looked at it again.</summary>
internal sealed class RenewCommand(ToolHost host)
{
    public int Run(string what, WaiverScope scope, IsoDate until)
    {
        if (JudgingBasis.Read(null, null, host) is not { } basis) return ExitCode.InvalidPolicy;
        var (report, exitCode) = new WaiverRun(basis, host).Check(scope);
        if (report is null) return exitCode;

        var contents = report.Findings.Select(finding => finding.Content).OfType<WaivedContent>().Distinct().ToLookup(content => (content.IsFile, content.Name.ToLowerInvariant()));
        var renewals = report.Results.SelectMany(result => result.MatchedWaivers).Distinct()
            .Where(waiver => string.Equals(waiver.Content.Name, what.Replace('\\', '/'), StringComparison.OrdinalIgnoreCase))
            .Select(waiver => (Waiver: waiver, Now: contents[(waiver.Content.IsFile, waiver.Content.Name.ToLowerInvariant())].OrderByDescending(waiver.Content.Fits).First())).ToList();
        renewals.AddRange(report.Contents.SelectMany(content => Files(content, what)));
        var isContent = renewals.Count > 0;
        renewals.AddRange(report.Policies.SelectMany(policy => Imports(policy, what, report)).Where(renewal => !isContent || string.Equals(renewal.Waiver.Content.Import, what, StringComparison.OrdinalIgnoreCase)));
        if (renewals.Count == 0)
        {
            host.Error.WriteLine($"No waiver is about a finding for '{what}' in what was looked at; 'banned-vendors waivers list' prints them.");
            return ExitCode.WrongUsage;
        }

        var files = report.Policies.SelectMany(policy => policy.Files).DistinctBy(file => file.Path).ToDictionary(file => file.Path, StringComparer.Ordinal);
        return renewals.GroupBy(renewal => renewal.Waiver.Place.File).All(group => Write(files[group.Key], [.. group], until, basis.Rules)) ? ExitCode.Clear : ExitCode.WrongUsage;
    }

    private static IEnumerable<(Waiver Waiver, WaivedContent Now)> Files(ContentResult content, string what) =>
        from waiver in content.Found.MatchedWaivers
        where string.Equals(waiver.Content.Name, what.Replace('\\', '/'), StringComparison.OrdinalIgnoreCase)
        select (waiver, waiver.Content with { Hash = FileHash.Sha256(Path.Combine(content.Context.Policy!.Root, waiver.Content.Name)) ?? "" });

    /// <summary>Nothing here sees what code imports, so what is named is taken to be it. Where a file was meant, its path is no new name for the import of the same library.</summary>
    private static IEnumerable<(Waiver Waiver, WaivedContent Now)> Imports(OrganisationPolicy policy, string what, CheckReport report) =>
        from waiver in policy.Waivers
        let now = WaivedContent.OfImport(waiver.Content.Name, what)
        where waiver.Content.HasNameOf(now) && report.Projects.Any(project => string.Equals(PathComparison.Below(policy.Root, project.Project), now.Name, StringComparison.OrdinalIgnoreCase))
        select (waiver, now);

    private bool Write(PolicyFile file, List<(Waiver Waiver, WaivedContent Now)> renewals, IsoDate until, RuleSet rules)
    {
        // From the last one up: what stands before it keeps its place.
        var text = renewals.OrderByDescending(renewal => renewal.Waiver.Place.Line).ThenByDescending(renewal => renewal.Waiver.Place.Column)
            .Aggregate(file.Utf8, (utf8, renewal) => PolicyText.Replace(utf8, (renewal.Waiver.Place.Line, renewal.Waiver.Place.Column), Values(renewal.Now, until)));
        if (!PolicyEdit.Write(file, text, rules, host)) return false;
        host.Out.WriteLine($"Renewed {TextReport.Counted(renewals.Count, "waiver")} in {host.Relative(file.Path)} until {until}. Fill in 'approvedBy', and look at the reason again: until then they do not count.");
        return true;
    }

    private Dictionary<string, string> Values(WaivedContent now, IsoDate until) => new(StringComparer.Ordinal)
    {
        ["version"] = now.Version,
        ["import"] = now.Import ?? "",
        [now.IsFile ? "sha256" : "sha512"] = now.Hash,
        ["approvedBy"] = "",
        ["from"] = host.Today.ToString(),
        ["until"] = until.ToString(),
        ["removal"] = until.ToString(),
    };
}

using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Reports;

/// <summary>Everything that a check found, in the order in which it is reported.</summary>
/// <param name="Packages">How many different package versions were looked at.</param>
/// <param name="Scanned">What these packages hold, and how much of it was read.</param>
/// <param name="NotSupported">Projects of other kinds, which were not checked; relative.</param>
internal sealed record CheckReport(
    RuleSet Rules,
    CheckContext Context,
    IReadOnlyList<(string Project, ProjectResult Result)> Projects,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Recognised> Recognised,
    int Packages,
    ScanSize Scanned,
    IReadOnlyList<string> NotSupported)
{
    public Verdict Verdict => Findings.Select(finding => finding.Verdict).DefaultIfEmpty(Verdict.Clear).Max();

    /// <summary>Sum of what was found: prohibited and unverified each have their bit, review has none.</summary>
    public int ExitCode => (Count(Verdict.Prohibited) > 0 ? Cli.ExitCode.Prohibited : 0) + (Count(Verdict.Unverified) > 0 ? Cli.ExitCode.Unverified : 0);

    /// <summary>Projects whose own build would not notice what is found here.</summary>
    public IEnumerable<string> NotGated => Projects.Where(project => project.Result.IsGated == false).Select(project => project.Project);

    public static CheckReport Of(IReadOnlyList<(string Project, ProjectResult Result)> projects, IReadOnlyList<string> notSupported, RuleSet rules, CheckContext context, ToolHost host)
    {
        var packages = projects.SelectMany(project => project.Result.Packages).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var recognised = projects.SelectMany(project => project.Result.Recognised).Distinct()
            .OrderBy(item => item.Package, StringComparer.Ordinal).ThenBy(item => item.Vendor, StringComparer.Ordinal);
        return new CheckReport(
            rules,
            context,
            projects,
            [.. projects.SelectMany(project => project.Result.Findings).OrderByDescending(finding => finding.Verdict)],
            [.. recognised],
            packages,
            projects.Aggregate(default(ScanSize), (sum, project) => sum + project.Result.Scanned),
            [.. notSupported.Select(host.Relative)]);
    }

    public int Count(Verdict verdict) => Findings.Count(finding => finding.Verdict == verdict);
}

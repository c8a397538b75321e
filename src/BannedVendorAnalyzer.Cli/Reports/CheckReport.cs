using BannedVendorAnalyzer.Cli.Contents;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Reports;

/// <summary>Everything that a check found, in the order in which it is reported.</summary>
/// <param name="Contents">Packages, files and folders that no project leads to.</param>
/// <param name="Packages">How many different package versions were looked at.</param>
/// <param name="Scanned">What these packages and files hold, and how much of it was read.</param>
/// <param name="NotSupported">Projects of other kinds, which were not checked; relative.</param>
internal sealed record CheckReport(
    RuleSet Rules,
    CheckContext Context,
    IReadOnlyList<(string Project, ProjectResult Result)> Projects,
    IReadOnlyList<ContentResult> Contents,
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

    public static CheckReport Of(IReadOnlyList<(string Project, ProjectResult Result)> projects, IReadOnlyList<ContentResult> contents, IReadOnlyList<string> notSupported, JudgingBasis basis, ToolHost host)
    {
        var packages = projects.SelectMany(project => project.Result.Packages).Concat(contents.SelectMany(content => content.Packages)).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var recognised = projects.SelectMany(project => project.Result.Recognised).Concat(contents.SelectMany(content => content.Recognised)).Distinct()
            .OrderBy(item => item.Package, StringComparer.Ordinal).ThenBy(item => item.Vendor, StringComparer.Ordinal);
        return new CheckReport(
            basis.Rules,
            basis.Context,
            projects,
            contents,
            [.. projects.SelectMany(project => project.Result.Findings).Concat(contents.SelectMany(content => content.Findings)).OrderByDescending(finding => finding.Verdict)],
            [.. recognised],
            packages,
            projects.Select(project => project.Result.Scanned).Concat(contents.Select(content => content.Scanned)).Aggregate(default(ScanSize), (sum, one) => sum + one),
            [.. notSupported.Select(host.Relative)]);
    }

    public int Count(Verdict verdict) => Findings.Count(finding => finding.Verdict == verdict);
}

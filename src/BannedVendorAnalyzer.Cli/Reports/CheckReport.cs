using BannedVendorAnalyzer.Cli.Contents;
using BannedVendorAnalyzer.Cli.Repositories;
using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Reports;

/// <summary>Everything that a check found, in the order in which it is reported.</summary>
/// <param name="Repository">Files that bring in packages beside the references of projects.</param>
/// <param name="Contents">Packages, files and folders that no project leads to.</param>
/// <param name="Packages">How many different package versions were looked at.</param>
/// <param name="Scanned">What these packages and files hold, and how much of it was read.</param>
/// <param name="NotSupported">Projects of other kinds, which were not checked; relative.</param>
/// <param name="Today">The day on which it was checked.</param>
/// <param name="Unused">Waivers that match nothing, where all was looked at that they could be about.</param>
internal sealed record CheckReport(
    RuleSet Rules,
    CheckContext Context,
    IReadOnlyList<(string Project, ProjectResult Result)> Projects,
    IReadOnlyList<FileResult> Repository,
    IReadOnlyList<ContentResult> Contents,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Recognised> Recognised,
    int Packages,
    ScanSize Scanned,
    IReadOnlyList<string> NotSupported,
    IsoDate Today,
    IReadOnlyList<PolicyNotice> Unused)
{
    /// <summary>Of projects and of the files beside them: what was judged by a policy.</summary>
    public IReadOnlyList<ProjectResult> Results { get; } = All(Projects, Repository);

    /// <summary>Packages of which the contents were not looked at, because they lie in no package folder.</summary>
    public IReadOnlyList<string> KnownByIdAlone => [.. Repository.SelectMany(file => file.Result.KnownByIdAlone).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];

    /// <summary>The gravest. What is waived was accepted by somebody, which is not the same as clear.</summary>
    public Verdict Verdict => Findings.Select(finding => finding.IsWaived ? Verdict.Review : finding.Verdict).DefaultIfEmpty(Verdict.Clear).Max();

    /// <summary>Sum of what was found: prohibited, unverified and a broken waiver or loosened lock each have their bit; review has none, unless the policy is strict.</summary>
    public int ExitCode =>
        (Fails(Verdict.Prohibited) || Fails(Verdict.Review) ? Cli.ExitCode.Prohibited : 0)
        + (Fails(Verdict.Unverified) ? Cli.ExitCode.Unverified : 0)
        + (Notices.Any(notice => notice.Severity == Severity.Error) ? Cli.ExitCode.InvalidPolicy : 0);

    /// <summary>That decided for some project, by path.</summary>
    public IReadOnlyList<OrganisationPolicy> Policies { get; } =
        [.. All(Projects, Repository).Select(result => result.Context?.Policy).OfType<OrganisationPolicy>().Distinct().OrderBy(policy => policy.Deciding.Path, StringComparer.Ordinal)];

    /// <summary>What is to be said of these policies and of the day.</summary>
    public IReadOnlyList<PolicyNotice> Notices =>
        [.. Results.Select(result => result.Context).OfType<CheckContext>().SelectMany(context => context.Policy?.Notices(context.AsOf, Rules.Date) ?? []).Concat(Results.SelectMany(result => result.Notices)).Distinct(), .. Unused, .. Results.Select(result => result.Context).OfType<CheckContext>().Distinct().Where(context => context.Policy is not null && context.AsOf < Today)
            .Select(context => PolicyNotice.Loosened(context.Policy!.Deciding.At("asOf", $"judged as of {context.AsOf}, in the past: what came into force since is not judged"), context.Policy.Locked))];

    private bool Fails(Verdict verdict) => Findings.Any(finding => finding.Verdict == verdict && finding.Severity == Severity.Error);

    /// <summary>Projects whose own build would not notice what is found here.</summary>
    public IEnumerable<string> NotGated => Projects.Where(project => project.Result.IsGated == false).Select(project => project.Project);

    public static CheckReport Of(IReadOnlyList<(string Project, ProjectResult Result)> projects, IReadOnlyList<FileResult> repository, IReadOnlyList<ContentResult> contents, FoundTargets found, JudgingBasis basis, ToolHost host)
    {
        var judged = All(projects, repository);
        var packages = judged.SelectMany(result => result.Packages).Concat(contents.SelectMany(content => content.Packages)).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var recognised = judged.SelectMany(result => result.Recognised).Concat(contents.SelectMany(content => content.Recognised)).Distinct()
            .OrderBy(item => item.Package, StringComparer.Ordinal).ThenBy(item => item.Vendor, StringComparer.Ordinal);
        return new CheckReport(
            basis.Rules,
            Head(judged, basis.Context),
            projects,
            repository,
            contents,
            [.. judged.SelectMany(result => result.Findings).Concat(contents.SelectMany(content => content.Findings)).OrderBy(finding => finding.IsWaived).ThenByDescending(finding => finding.Verdict)],
            [.. recognised],
            packages,
            judged.Select(result => result.Scanned).Concat(contents.Select(content => content.Scanned)).Aggregate(default(ScanSize), (sum, one) => sum + one),
            [.. found.NotSupported.Select(host.Relative)],
            host.Today,
            UnusedWaivers.Of(judged, found.Folders));
    }

    /// <summary>For whom and as of when: what all projects have in common, or what they come to together.</summary>
    private static CheckContext Head(IReadOnlyList<ProjectResult> results, CheckContext asked)
    {
        var contexts = results.Select(result => result.Context).OfType<CheckContext>().Distinct().ToList();
        if (contexts.Count == 0) return asked;
        if (contexts.Count == 1) return contexts[0];
        var days = contexts.Select(context => context.AsOf).Distinct().ToList();
        return new CheckContext([.. contexts.SelectMany(context => context.Audiences).Distinct()], contexts.All(context => context.AudienceIsDefault), days.Count == 1 ? days[0] : asked.AsOf);
    }

    private static List<ProjectResult> All(IReadOnlyList<(string Project, ProjectResult Result)> projects, IReadOnlyList<FileResult> repository)
    {
        // Generic code over pairs would have to be compiled for them, which costs more than the work.
        var all = new List<ProjectResult>(projects.Count + repository.Count);
        foreach (var (_, result) in projects) all.Add(result);
        foreach (var file in repository) all.Add(file.Result);
        return all;
    }

    public int Waived => Findings.Count(finding => finding.IsWaived);

    /// <summary>Without what is waived.</summary>
    public int Count(Verdict verdict) => Findings.Count(finding => finding.Verdict == verdict && !finding.IsWaived);
}

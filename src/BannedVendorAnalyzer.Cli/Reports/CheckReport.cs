using BannedVendorAnalyzer.Cli.Contents;
using BannedVendorAnalyzer.Cli.Diffing;
using BannedVendorAnalyzer.Cli.Feeds;
using BannedVendorAnalyzer.Cli.Repositories;
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
/// <param name="Proposed">Packages on the configured sources that no project has yet.</param>
/// <param name="Packages">How many different package versions were looked at.</param>
/// <param name="Scanned">What these packages and files hold, and how much of it was read.</param>
/// <param name="NotSupported">Projects of other kinds, which were not checked; relative.</param>
/// <param name="Today">The day on which it was checked.</param>
/// <param name="Unused">Waivers and entries of baselines that match nothing, where all was looked at that they could be about.</param>
internal sealed record CheckReport(
    RuleSet Rules,
    CheckContext Context,
    IReadOnlyList<CheckedProject> Projects,
    IReadOnlyList<FileResult> Repository,
    IReadOnlyList<ContentResult> Contents,
    IReadOnlyList<ProposedPackage> Proposed,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Recognised> Recognised,
    int Packages,
    ScanSize Scanned,
    IReadOnlyList<string> NotSupported,
    IsoDate Today,
    IReadOnlyList<PolicyNotice> Unused)
{
    /// <summary>With what it was compared; null where everything is reported.</summary>
    public DiffSummary? Diff { get; init; }

    /// <summary>Full path of the folder from which paths are shown.</summary>
    public string Folder { get; private init; } = "";

    /// <summary>Full paths of the folders that were looked at as a whole.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Of everything that names packages: what was judged by a policy.</summary>
    public IReadOnlyList<ProjectResult> Results { get; } = All(Projects, Repository, Proposed);

    /// <summary>Packages of which the contents were not looked at, because nothing that was looked at has them.</summary>
    public IReadOnlyList<string> KnownByIdAlone =>
        [.. Repository.SelectMany(file => file.Result.KnownByIdAlone).Concat(Contents.SelectMany(content => content.KnownByIdAlone)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];

    /// <summary>The gravest. What is waived was accepted by somebody, which is not the same as clear.</summary>
    public Verdict Verdict => Findings.Select(finding => finding.IsWaived ? Verdict.Review : finding.Verdict).DefaultIfEmpty(Verdict.Clear).Max();

    /// <summary>Sum of what was found: prohibited, unverified and a broken waiver or loosened lock each have their bit; review has none, unless the policy is strict.</summary>
    public int ExitCode =>
        (Fails(Verdict.Prohibited) || Fails(Verdict.Review) ? Cli.ExitCode.Prohibited : 0)
        + (Fails(Verdict.Unverified) ? Cli.ExitCode.Unverified : 0)
        + (Notices.Any(notice => notice.Severity == Severity.Error) ? Cli.ExitCode.InvalidPolicy : 0);

    /// <summary>By what all of it was judged.</summary>
    private IReadOnlyList<CheckContext> Contexts { get; } = [.. Judged(All(Projects, Repository, Proposed), Contents)];

    /// <summary>That decided for something, by path.</summary>
    public IReadOnlyList<OrganisationPolicy> Policies { get; } =
        [.. Judged(All(Projects, Repository, Proposed), Contents).Select(context => context.Policy).OfType<OrganisationPolicy>().Distinct().OrderBy(policy => policy.Deciding.Path, StringComparer.Ordinal)];

    /// <summary>What is to be said of these policies and of the day.</summary>
    public IReadOnlyList<PolicyNotice> Notices =>
    [
        .. Contexts.SelectMany(context => context.Notices(Rules.Date)).Concat(OfWaivers.Where(notice => !KnownOfWaivers.Contains(notice))).Distinct(),
        .. Unused,
        .. Contexts.Select(context => PastDay(context, Today)).OfType<PolicyNotice>(),
    ];

    /// <summary>What is to be said of waivers that are about something here.</summary>
    public IEnumerable<PolicyNotice> OfWaivers => Results.SelectMany(result => result.Notices).Concat(Contents.SelectMany(content => content.Found.Notices));

    /// <summary>Of these, what was to be said before the change that is reported.</summary>
    public IReadOnlySet<PolicyNotice> KnownOfWaivers { get; init; } = new HashSet<PolicyNotice>();

    /// <summary>What is to be said of a policy's day that is past; null where it is not.</summary>
    public static PolicyNotice? PastDay(CheckContext context, IsoDate today) => context.Policy is { } policy && context.AsOf < today
        ? PolicyNotice.Loosened(policy.Deciding.At("asOf", $"judged as of {context.AsOf}, in the past: what came into force since is not judged"), policy.Locked)
        : null;

    private bool Fails(Verdict verdict) => Findings.Any(finding => finding.Verdict == verdict && finding.Severity == Severity.Error);

    /// <summary>Projects whose own build would not notice what is found here.</summary>
    public IEnumerable<string> NotGated => Projects.Where(project => project.Result.IsGated == false).Select(project => project.Project);

    public static CheckReport Of(CheckedTargets looked, IReadOnlyList<ProposedPackage> proposed, JudgingBasis basis, ToolHost host)
    {
        var (found, projects, repository, contents) = looked;
        var results = All(projects, repository, proposed);
        var packages = results.SelectMany(result => result.Packages).Concat(contents.SelectMany(content => content.Packages)).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var recognised = results.SelectMany(result => result.Recognised).Concat(contents.SelectMany(content => content.Found.Recognised)).Distinct()
            .OrderBy(item => item.Package, StringComparer.Ordinal).ThenBy(item => item.Vendor, StringComparer.Ordinal);
        return new CheckReport(
            basis.Rules,
            Head([.. Judged(results, contents)], basis.Context),
            projects,
            repository,
            contents,
            proposed,
            [.. results.SelectMany(result => result.Findings).Concat(contents.SelectMany(content => content.Findings)).OrderBy(finding => finding.IsAccepted).ThenByDescending(finding => finding.Verdict)],
            [.. recognised],
            packages,
            results.Select(result => result.Scanned).Concat(contents.Select(content => content.Scanned)).Aggregate(ScanSize.None, (sum, one) => sum + one),
            [.. found.NotSupported.Select(host.Relative)],
            host.Today,
            UnusedEntries.Of(results, contents, found.Folders))
        {
            Folder = host.WorkingFolder,
            Folders = found.Folders,
        };
    }

    private static IEnumerable<CheckContext> Judged(IEnumerable<ProjectResult> results, IReadOnlyList<ContentResult> contents) =>
        results.Select(result => result.Context).OfType<CheckContext>().Concat(contents.Select(content => content.Context)).Distinct();

    /// <summary>For whom and as of when: what all of it has in common, or what it comes to together.</summary>
    private static CheckContext Head(IReadOnlyList<CheckContext> contexts, CheckContext asked)
    {
        if (contexts.Count == 0) return asked;
        if (contexts.Count == 1) return contexts[0];
        var days = contexts.Select(context => context.AsOf).Distinct().ToList();
        return new CheckContext([.. contexts.SelectMany(context => context.Audiences).Distinct()], contexts.All(context => context.AudienceIsDefault), days.Count == 1 ? days[0] : asked.AsOf);
    }

    private static List<ProjectResult> All(IReadOnlyList<CheckedProject> projects, IReadOnlyList<FileResult> repository, IReadOnlyList<ProposedPackage> proposed)
    {
        var all = new List<ProjectResult>(projects.Count + repository.Count + proposed.Count);
        foreach (var (_, result) in projects) all.Add(result);
        foreach (var file in repository) all.Add(file.Result);
        foreach (var package in proposed) all.Add(package.Result);
        return all;
    }

    public int Waived => Findings.Count(finding => finding.IsWaived);

    /// <summary>To be reviewed, and known since the baseline was written.</summary>
    public int InBaseline => Findings.Count(finding => finding.IsInBaseline);

    /// <summary>Without what is waived or in the baseline.</summary>
    public int Count(Verdict verdict) => Findings.Count(finding => finding.Verdict == verdict && !finding.IsAccepted);
}

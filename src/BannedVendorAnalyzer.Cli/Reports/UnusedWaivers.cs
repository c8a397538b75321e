using BannedVendorAnalyzer.Cli.Contents;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Reports;

/// <summary>
/// Finds waivers that nothing needs any more. Only a check of everything below a policy that could all be looked at can say so; of a file or project only
/// that it is gone, for imports are found in source and output, and files also where no project leads to them.
/// </summary>
internal static class UnusedWaivers
{
    /// <param name="folders">Full paths of the folders that were named as a whole.</param>
    public static IReadOnlyList<PolicyNotice> Of(IReadOnlyList<(string Project, ProjectResult Result)> projects, IReadOnlyList<ContentResult> contents, IReadOnlyList<string> folders)
    {
        if (projects.Any(project => project.Result.Findings.Any(finding => finding.Verdict == Verdict.Unverified))) return [];
        var matched = projects.SelectMany(project => project.Result.MatchedWaivers).Concat(contents.SelectMany(content => content.Found.MatchedWaivers)).ToHashSet();
        return
        [
            .. projects.Select(project => project.Result.Context?.Policy).OfType<OrganisationPolicy>()
                .Where(policy => folders.Any(folder => Covers(folder, policy.Root)))
                .SelectMany(policy => policy.Files.Where(file => Covers(policy.Root, file.Path)).SelectMany(file => file.Waivers).Where(waiver => !MayBeElsewhere(waiver.Content, policy))).Distinct()
                .Where(waiver => !matched.Contains(waiver) && !waiver.Flaws().Any())
                .Select(waiver => new PolicyNotice(DiagnosticCatalog.UnusedWaiver, Severity.Warning, waiver.Place with { Message = $"the waiver for {waiver.Subject} matches nothing in any project: take it out" }))
                .OrderBy(notice => notice.Place.File, StringComparer.Ordinal).ThenBy(notice => notice.Place.Line),
        ];
    }

    private static bool MayBeElsewhere(WaivedContent content, OrganisationPolicy policy) => (content.IsFile || content.Import is not null) && File.Exists(Path.Combine(policy.Root, content.Name));

    private static bool Covers(string folder, string other) => PathComparison.AreSame(folder, other) || PathComparison.IsBelow(other, folder);
}

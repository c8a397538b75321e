using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Reports;

/// <summary>Finds waivers that nothing needs any more. Only a check of everything below a policy that could all be looked at can say so.</summary>
internal static class UnusedWaivers
{
    /// <param name="folders">Full paths of the folders that were named as a whole.</param>
    public static IReadOnlyList<PolicyNotice> Of(IReadOnlyList<ProjectResult> results, IReadOnlyList<string> folders)
    {
        if (results.Any(result => result.Findings.Any(finding => finding.Verdict == Verdict.Unverified))) return [];
        var matched = results.SelectMany(result => result.MatchedWaivers).ToHashSet();
        return
        [
            .. results.Select(result => result.Context?.Policy).OfType<OrganisationPolicy>()
                .Where(policy => folders.Any(folder => Covers(folder, policy.Root)))
                .SelectMany(policy => policy.Files.Where(file => Covers(policy.Root, file.Path))).SelectMany(file => file.Waivers).Distinct()
                .Where(waiver => !matched.Contains(waiver) && !waiver.Flaws().Any())
                .Select(waiver => new PolicyNotice(DiagnosticCatalog.UnusedWaiver, Severity.Warning, waiver.Place with { Message = $"the waiver for {waiver.Subject} matches nothing in any project: take it out" }))
                .OrderBy(notice => notice.Place.File, StringComparer.Ordinal).ThenBy(notice => notice.Place.Line),
        ];
    }

    private static bool Covers(string folder, string other) =>
        PathComparison.AreSame(folder, other) || other.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}

using BannedVendorAnalyzer.Cli.Contents;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Reports;

/// <summary>
/// Finds waivers and entries of baselines that nothing needs any more. Only a check of everything below a policy that could all be looked at can say so; of a
/// waiver for a file or an import only that the file or project is gone, for imports are found in source and output, and files also where no project leads to them.
/// </summary>
internal static class UnusedEntries
{
    /// <param name="folders">Full paths of the folders that were named as a whole.</param>
    public static IReadOnlyList<PolicyNotice> Of(IReadOnlyList<ProjectResult> results, IReadOnlyList<ContentResult> contents, IReadOnlyList<string> folders)
    {
        var policies = Looked(results, folders);
        var matched = results.SelectMany(result => result.MatchedWaivers).Concat(contents.SelectMany(content => content.Found.MatchedWaivers)).ToHashSet();
        var waivers = policies.SelectMany(policy => policy.Files.Where(file => Covers(policy.Root, file.Path)).SelectMany(file => file.Waivers).Where(waiver => !MayBeElsewhere(waiver.Content, policy))).Distinct()
            .Where(waiver => !matched.Contains(waiver) && !waiver.Flaws().Any())
            .Select(waiver => waiver.Place with { Message = $"the waiver for {waiver.Subject} matches nothing in any project: take it out" });
        var entries = policies.SelectMany(policy => OfBaseline(policy, results))
            .Select(entry => entry.Place with { Message = $"the entry for {entry.Subject} matches nothing to review in any project: 'banned-vendors baseline prune' takes it out" });
        return [.. waivers.Concat(entries).OrderBy(place => place.File, StringComparer.Ordinal).ThenBy(place => place.Line).Select(place => new PolicyNotice(DiagnosticCatalog.UnusedEntry, Severity.Warning, place))];
    }

    /// <summary>Policies below which everything was looked at.</summary>
    public static IReadOnlyList<OrganisationPolicy> Looked(IReadOnlyList<ProjectResult> results, IReadOnlyList<string> folders) =>
        results.Any(result => result.Findings.Any(finding => finding.Verdict == Verdict.Unverified))
            ? []
            : [.. results.Select(result => result.Context?.Policy).OfType<OrganisationPolicy>().Distinct().Where(policy => folders.Any(folder => Covers(folder, policy.Root)))];

    /// <summary>Entries of the policy's baseline that match nothing in these projects.</summary>
    public static IEnumerable<BaselineEntry> OfBaseline(OrganisationPolicy policy, IReadOnlyList<ProjectResult> results)
    {
        var matched = results.SelectMany(result => result.MatchedBaseline).ToHashSet();
        return policy.Baseline?.Entries.Where(entry => !matched.Contains(entry)) ?? [];
    }

    private static bool MayBeElsewhere(WaivedContent content, OrganisationPolicy policy) => (content.IsFile || content.Import is not null) && File.Exists(Path.Combine(policy.Root, content.Name));

    private static bool Covers(string folder, string other) => PathComparison.AreSame(folder, other) || PathComparison.IsBelow(other, folder);
}

using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Repositories;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Inspection.Restoring;

/// <summary>What files bring in beside the references of a project, as far as it is known before any download: tools, MSBuild SDKs, package sources and packages.config.</summary>
public static class StatedFiles
{
    /// <param name="projectPath">Full path.</param>
    /// <param name="root">Full path of the folder in which the search ends.</param>
    /// <returns>Files that bring in anything, or cannot be read.</returns>
    public static IReadOnlyList<StatedFile> Of(string projectPath, string root) =>
    [
        .. RepositoryFiles.Above(Path.GetDirectoryName(projectPath)!, root).Concat(RepositoryFiles.Of(projectPath))
            .Where(file => file.Kind != RepositoryFileKind.Nuspec)
            .GroupBy(file => file.Path, StringComparer.Ordinal)
            .Select(group => new StatedFile(group.First(), RepositoryReader.Read(group.First())))
            .Where(stated => !stated.Entries.IsEmpty),
    ];
}

/// <summary>One of these files.</summary>
/// <param name="Entries">What it brings in.</param>
public sealed record StatedFile(RepositoryFile File, FileEntries Entries)
{
    /// <summary>All that it can be judged by before any download.</summary>
    public IEnumerable<EvidenceItem> Evidence =>
        Entries.Packages.Select(package => new EvidenceItem(EvidenceKind.PackageId, package.Id)).Concat(Entries.Sources.Select(source => new EvidenceItem(EvidenceKind.Domain, source.Host)));

    /// <summary>Whether any of it meets an indicator, or it could not be read: if not, no policy, audience or day can make a finding of it.</summary>
    public bool MayMatter(RuleSet rules) => Entries.Problems.Count > 0 || Evidence.Any(evidence => rules.Index.Find(evidence).Any());

    /// <summary>Whether the policy accepts some content of this package. Which one comes is known only once it is there, so nothing is stopped that might be accepted.</summary>
    public static bool MayBeAccepted(Finding finding, CheckContext context)
    {
        if (finding is not { Judgement: { } judgement, Content: { IsFile: false } content } || context.Policy is not { } policy) return false;
        var desk = new PolicyDesk(context);
        return policy.Waivers.Select(waiver => waiver.Content).Concat(policy.Baseline?.Entries.Select(entry => entry.Content) ?? [])
            .Where(known => known.HasNameOf(content)).Distinct()
            .Any(known => desk.Settle(judgement, known) is { Waivers.Count: > 0 } or { Baseline.Count: > 0 });
    }
}

using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Rules;
using NuGet.Frameworks;
using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>Checks packages that are in no project yet.</summary>
internal sealed class FeedRun(PolicyBasis basis, ToolHost host, FeedLibrary library, NuGetFramework framework, CancellationToken end)
{
    private readonly Judge _judge = new(basis.Rules, basis.Context);

    /// <param name="suggest">Whether versions are looked for that are without what is found.</param>
    public async Task<ProposedPackage> CheckAsync(PackageQuery query, bool suggest)
    {
        var place = Path.Combine(host.WorkingFolder, query.AsWritten);
        var versions = await library.VersionsAsync(query.Id);
        if (query.Choose(versions) is not { } version) return await NotThereAsync(query, place, versions);

        var closure = await WalkAsync(query.Id, version);
        var result = Judged(closure, place, []);
        var suggested = suggest ? await SuggestAsync(query.Id, version, versions, result) : null;
        if (suggested is not null) result = Judged(closure, place, [.. suggested.All]);
        var sources = closure.Packages.Select(package => package.Source).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        return new ProposedPackage(query.AsWritten, framework.GetShortFolderName(), version.ToNormalizedString(), [.. sources], result, suggested);
    }

    private async Task<ProposedPackage> NotThereAsync(PackageQuery query, string place, KnownVersions versions)
    {
        var range = query.Range ?? VersionRange.AllStable;
        var closure = new Closure(new Dictionary<string, NuGetVersion>(), new Dictionary<string, HashSet<VersionRange>> { [query.Id] = [range] });
        var walked = await WalkedClosure.OfAsync(new PackageIdentity(query.Id, null), closure, new Dictionary<PackageIdentity, FetchedPackage>(), new Dictionary<string, KnownVersions> { [query.Id] = versions }, _ => null, framework.GetShortFolderName(), []);
        return new ProposedPackage(query.AsWritten, framework.GetShortFolderName(), null, [], Judged(walked, place, []), null);
    }

    private Task<WalkedClosure> WalkAsync(string id, NuGetVersion version) => new ClosureWalk(library, framework, host.FeedBounds, end).WalkAsync(new PackageIdentity(id, version));

    private ProjectResult Judged(WalkedClosure closure, string place, IReadOnlyList<string> clean) => new ClosureFindings(closure, place, _judge, basis.Context).Judge(clean);

    /// <returns>Null where nothing was found that another version could be without.</returns>
    private async Task<SuggestedVersions?> SuggestAsync(string id, NuGetVersion asked, KnownVersions versions, ProjectResult found)
    {
        var vendors = found.Findings.Where(finding => !finding.IsAccepted).Select(finding => finding.Judgement?.Vendor.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (vendors.Count == 0) return null;
        var candidates = versions.All.Keys.Where(version => asked.IsPrerelease || !version.IsPrerelease).Order().ToList();
        var newer = FirstWithoutAsync(id, candidates.Where(version => version > asked), vendors);
        var older = FirstWithoutAsync(id, candidates.Where(version => version < asked).Reverse(), vendors);
        return new SuggestedVersions((await older)?.ToNormalizedString(), (await newer)?.ToNormalizedString());
    }

    private async Task<NuGetVersion?> FirstWithoutAsync(string id, IEnumerable<NuGetVersion> candidates, HashSet<string> vendors)
    {
        foreach (var version in candidates.Take(FeedBounds.MostCandidates))
        {
            var findings = Judged(await WalkAsync(id, version), "", []).Findings;
            if (findings.All(finding => finding.Verdict != Verdict.Unverified && !(finding.Judgement is { } judgement && vendors.Contains(judgement.Vendor.Id)))) return version;
        }

        return null;
    }
}

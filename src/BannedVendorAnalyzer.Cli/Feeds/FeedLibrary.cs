using System.Collections.Concurrent;
using BannedVendorAnalyzer.Inspection.Policies;
using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>The versions of a package on all sources that it may come from.</summary>
/// <param name="All">With the first source that has each.</param>
/// <param name="Problems">Why there may be more.</param>
internal sealed record KnownVersions(IReadOnlyDictionary<NuGetVersion, IFeed> All, IReadOnlyList<string> Problems)
{
    /// <summary>The one that a restore takes; null where none fits.</summary>
    public NuGetVersion? Best(VersionRange range) => range.FindBestMatch(All.Keys);
}

/// <summary>Versions and packages by what sources answer, each asked for once. Nothing here throws: what could not be had is a problem of the answer.</summary>
/// <param name="temporary">Folder in which archives lie while they are read.</param>
internal sealed class FeedLibrary(ConfiguredSources sources, PolicyBasis basis, string temporary, FeedProgress progress)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<KnownVersions>>> _versions = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<PackageIdentity, Lazy<Task<FetchedPackage>>> _packages = new();
    private readonly TaskFactory _reading = new(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Environment.ProcessorCount).ConcurrentScheduler);
    private int _files;

    public Task<KnownVersions> VersionsAsync(string id) => _versions.GetOrAdd(id, _ => new(() => AskAsync(id))).Value;

    public Task<FetchedPackage> PackageAsync(PackageIdentity package) => _packages.GetOrAdd(package, _ => new(() => FetchAsync(package))).Value;

    private async Task<KnownVersions> AskAsync(string id)
    {
        var (feeds, problems) = sources.For(id);
        var answers = await Task.WhenAll(feeds.Select(feed => AskAsync(feed, id)));
        var all = new Dictionary<NuGetVersion, IFeed>();
        foreach (var (feed, versions, _) in answers)
            foreach (var version in versions) all.TryAdd(version, feed);
        return new KnownVersions(all, [.. problems, .. answers.Select(answer => answer.Problem).OfType<string>()]);
    }

    private static async Task<Answer> AskAsync(IFeed feed, string id)
    {
        try
        {
            return new Answer(feed, await feed.VersionsAsync(id), null);
        }
        catch (FeedException exception)
        {
            return new Answer(feed, [], exception.Message);
        }
    }

    private async Task<FetchedPackage> FetchAsync(PackageIdentity package)
    {
        progress.Begin();
        var feed = (await VersionsAsync(package.Id)).All[package.Version];
        try
        {
            // Names come from no source, and the file goes with its handle.
            var file = Path.Combine(temporary, $"{Interlocked.Increment(ref _files)}.nupkg");
            await using var archive = new FileStream(file, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose);
            await feed.DownloadAsync(package, archive);
            var fetched = await _reading.StartNew(() => ArchiveReading.Read(package, feed.Name, archive, basis.Packages.Wanted, isWaivable: basis.Context.Policy is { Waivers.Count: > 0 } or { Baseline: not null }));
            return fetched with { Inspection = fetched.Inspection.Relevant(basis.Rules.Index), HashProblem = HashProblemAsync(feed, fetched) };
        }
        catch (Exception exception) when (exception is FeedException or IOException or UnauthorizedAccessException)
        {
            return ArchiveReading.Missing(package, exception is FeedException ? exception.Message : $"the package cannot be kept in the temporary folder ({exception.Message})");
        }
        finally
        {
            progress.End(package.Id);
        }
    }

    private static async Task<string?> HashProblemAsync(IFeed feed, FetchedPackage package)
    {
        try
        {
            return await feed.PublishedHashAsync(package.Identity) is { } published && published != package.Sha512 ? $"the archive has the SHA-512 {package.Sha512}, and the source has published another one for it" : null;
        }
        catch (FeedException exception)
        {
            return exception.Message;
        }
    }

    /// <param name="Problem">Null where the source has answered.</param>
    private sealed record Answer(IFeed Feed, IReadOnlyList<NuGetVersion> Versions, string? Problem);
}

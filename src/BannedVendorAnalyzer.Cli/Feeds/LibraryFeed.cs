using NuGet.Common;
using NuGet.Configuration;
using NuGet.Packaging.Core;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>A folder or a V2 source, as NuGet's own library reads them.</summary>
internal sealed class LibraryFeed(PackageSource source, FeedBounds bounds, CancellationToken end) : IFeed
{
    private readonly SourceRepository _repository = Repository.Factory.GetCoreV3(source);

    public string Name => SourceName.Short(source);

    public Task<IReadOnlyList<NuGetVersion>> VersionsAsync(string id) => AskAsync<IReadOnlyList<NuGetVersion>>(async (packages, cache) =>
        [.. await packages.GetAllVersionsAsync(id, cache, NullLogger.Instance, end).WaitAsync(end)]);

    public Task DownloadAsync(PackageIdentity package, Stream to) => AskAsync(async (packages, cache) =>
    {
        using var bounded = new BoundedStream(to, FeedBounds.MostPackageBytes);
        return await packages.CopyNupkgToStreamAsync(package.Id, package.Version, bounded, cache, NullLogger.Instance, end).WaitAsync(end)
            ? true
            : throw new FeedException($"{SourceName.Of(source)} lists '{package.Id}' {package.Version.ToNormalizedString()} and does not have it");
    });

    public Task<string?> PublishedHashAsync(PackageIdentity package) => Task.FromResult<string?>(null);

    private async Task<T> AskAsync<T>(Func<FindPackageByIdResource, SourceCacheContext, Task<T>> ask)
    {
        if (source.IsLocal && !Directory.Exists(source.TrySourceAsUri?.LocalPath ?? source.Source)) throw new FeedException($"{SourceName.Of(source)} is a folder that does not exist");

        // Nothing is left in anybody's cache; what the library needs meanwhile goes with the context.
        using var cache = new SourceCacheContext { NoCache = true, DirectDownload = true };
        try
        {
            return await ask(await _repository.GetResourceAsync<FindPackageByIdResource>(end).WaitAsync(end) ?? throw new FeedException($"{SourceName.Of(source)} is no package source"), cache);
        }
        catch (Exception exception) when (exception is FatalProtocolException or HttpRequestException or IOException or UnauthorizedAccessException or TimeoutException or OperationCanceledException or NuGetConfigurationException or InvalidDataException or PackagingException)
        {
            var trouble = exception is FatalProtocolException && exception.GetBaseException() is HttpRequestException or IOException or TimeoutException ? exception.GetBaseException() : exception;
            throw new FeedException($"{SourceName.Of(source)} {FeedTrouble.Of(trouble, end.IsCancellationRequested ? bounds.Whole : bounds.Answer)}");
        }
    }
}

using System.Security.Cryptography;
using BannedVendorAnalyzer.Json;
using NuGet.Configuration;
using NuGet.Packaging.Core;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>A V3 source: two requests a package, its versions and its archive, and up to two for the hash where the source publishes hashes.</summary>
internal sealed class FlatContainerFeed(PackageSource source, FeedBounds bounds, CancellationToken end) : IFeed
{
    private const string Contents = "PackageBaseAddress/3.0.0";

    /// <summary>The first that a source has: they differ in which versions they list, and in how they are packed.</summary>
    private static readonly string[] Registrations = ["RegistrationsBaseUrl/3.6.0", "RegistrationsBaseUrl/Versioned", "RegistrationsBaseUrl/3.4.0", "RegistrationsBaseUrl"];

    private readonly string _name = SourceName.Of(source);
    private readonly Lazy<Task<FeedClient>> _client = new(() => ClientAsync(source, bounds, end));
    private readonly Lock _lock = new();
    private Task<List<(string Type, string Address)>>? _resources;

    public string Name => SourceName.Short(source);

    public async Task<IReadOnlyList<NuGetVersion>> VersionsAsync(string id)
    {
        var what = $"the versions of '{id}'";
        if (await ReadAsync(new Uri(await ContentsAsync(), $"{Segment(id)}/index.json"), what) is not { } bytes) return [];
        var versions = new List<NuGetVersion>();
        foreach (var text in Parse(what, () => FeedJson.Versions(bytes)))
            versions.Add(NuGetVersion.TryParse(text, out var version) ? version : throw new FeedException($"{_name} lists a version of '{id}' that is none"));
        return versions;
    }

    public async Task DownloadAsync(PackageIdentity package, Stream to)
    {
        var (id, version) = (Segment(package.Id), Segment(package.Version.ToNormalizedString()));
        var client = await _client.Value;
        if (!await client.ReadAsync(new Uri(await ContentsAsync(), $"{id}/{version}/{id}.{version}.nupkg"), What(package), to, FeedBounds.MostPackageBytes))
            throw new FeedException($"{_name} lists {What(package)} and does not have it");
    }

    public async Task<string?> PublishedHashAsync(PackageIdentity package)
    {
        var resources = await ResourcesAsync();
        var known = Registrations.SelectMany(type => resources.Where(resource => resource.Type == type)).Select(resource => resource.Address).FirstOrDefault();
        if (known is null) return null;
        var what = $"the hash of {What(package)}";
        if (await ReadAsync(new Uri(Address(known), $"{Segment(package.Id)}/{Segment(package.Version.ToNormalizedString())}.json"), what) is not { } leaf) return null;
        var (hash, catalog) = Parse(what, () => FeedJson.Hash(leaf));
        if (hash is not null || catalog is null) return hash;
        return await ReadAsync(Address(catalog, isFolder: false), what) is { } entry ? Parse(what, () => FeedJson.Hash(entry)).Sha512 : null;
    }

    private static async Task<FeedClient> ClientAsync(PackageSource source, FeedBounds bounds, CancellationToken end)
    {
        try
        {
            var resource = await Repository.Factory.GetCoreV3(source).GetResourceAsync<HttpSourceResource>(end);
            return new FeedClient(resource!.HttpSource, SourceName.Of(source), bounds, end);
        }
        catch (Exception exception) when (exception is NuGetConfigurationException or FatalProtocolException or CryptographicException or OperationCanceledException)
        {
            throw new FeedException($"{SourceName.Of(source)} {FeedTrouble.Of(exception, bounds.Whole)}");
        }
    }

    private static string What(PackageIdentity package) => $"'{package.Id}' {package.Version.ToNormalizedString()}";

    /// <summary>As addresses have it (Package Content: lower case).</summary>
    private static string Segment(string text) => Uri.EscapeDataString(text.ToLowerInvariant());

    private async Task<Uri> ContentsAsync()
    {
        var address = (await ResourcesAsync()).Where(resource => resource.Type == Contents).Select(resource => resource.Address).FirstOrDefault();
        return address is null ? throw new FeedException($"{_name} offers no package contents ({Contents}): correct its address") : Address(address);
    }

    private Task<List<(string Type, string Address)>> ResourcesAsync()
    {
        lock (_lock) return _resources ??= ReadResourcesAsync();
    }

    private async Task<List<(string Type, string Address)>> ReadResourcesAsync()
    {
        const string what = "its service index";
        var bytes = await ReadAsync(source.SourceUri, what) ?? throw new FeedException($"{_name} answered 404 (NotFound) where its service index should be: correct its address");
        return Parse(what, () => FeedJson.Resources(bytes));
    }

    /// <summary>What a source sends us on to has to be as safe as the source.</summary>
    private Uri Address(string text, bool isFolder = true)
    {
        if (!Uri.TryCreate(isFolder && !text.EndsWith('/') ? $"{text}/" : text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new FeedException($"{_name} names an address for its packages that is none");
        return address.Scheme == "https" || source.AllowInsecureConnections ? address : throw new FeedException($"{_name} leads to an address without https, which NuGet refuses too");
    }

    /// <returns>Null where the source does not have it.</returns>
    private async Task<byte[]?> ReadAsync(Uri address, string what)
    {
        using var answer = new MemoryStream();
        var client = await _client.Value;
        return await client.ReadAsync(address, what, answer, FeedBounds.MostIndexBytes) ? answer.ToArray() : null;
    }

    private T Parse<T>(string what, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (JsonFormatException exception)
        {
            throw new FeedException($"{_name} answered with something else than {what} ({exception.Message})");
        }
    }
}

using NuGet.Configuration;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>The package sources that a restore in the working folder would ask: NuGet.config files, disabled sources and source mapping.</summary>
internal sealed class ConfiguredSources
{
    private readonly PackageSourceMapping _mapping;
    private readonly List<(PackageSource Source, IFeed? Feed)> _feeds;

    private ConfiguredSources(IEnumerable<PackageSource> sources, PackageSourceMapping mapping, FeedBounds bounds, CancellationToken end)
    {
        _mapping = mapping;
        _feeds = [.. sources.Select(source => (source, IsRefused(source) ? null : FeedOf(source, bounds, end)))];
    }

    public static (ConfiguredSources? Sources, string? Problem) Read(string folder, FeedBounds bounds, CancellationToken end)
    {
        try
        {
            var settings = Settings.LoadDefaultSettings(folder);
            var sources = new PackageSourceProvider(settings).LoadPackageSources().Where(source => source.IsEnabled).ToList();
            return sources.Count == 0
                ? (null, "no package source is configured here: add one to NuGet.config")
                : (new ConfiguredSources(sources, PackageSourceMapping.GetPackageSourceMapping(settings), bounds, end), null);
        }
        catch (NuGetConfigurationException exception)
        {
            return (null, $"NuGet.config cannot be used: {exception.Message.TrimEnd('.')}");
        }
    }

    /// <returns>Where the package may come from, and why sources that may have it are not asked.</returns>
    public (IReadOnlyList<IFeed> Feeds, IReadOnlyList<string> Problems) For(string id)
    {
        var names = _mapping.IsEnabled ? _mapping.GetConfiguredPackageSources(id) : null;
        var meant = _feeds.Where(feed => names is null || names.Contains(feed.Source.Name, StringComparer.OrdinalIgnoreCase)).ToList();
        return meant.Count == 0
            ? ([], [$"the source mapping of NuGet.config leads package '{id}' to no source"])
            : ([.. meant.Select(feed => feed.Feed).OfType<IFeed>()], [.. meant.Where(feed => feed.Feed is null).Select(feed => Refusal(feed.Source))]);
    }

    /// <summary>As NuGet knows them: by the address, unless the configuration says it.</summary>
    private static IFeed FeedOf(PackageSource source, FeedBounds bounds, CancellationToken end) =>
        source.IsHttp && (source.ProtocolVersion >= 3 || source.SourceUri.AbsolutePath.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            ? new FlatContainerFeed(source, bounds, end)
            : new LibraryFeed(source, bounds, end);

    private static bool IsRefused(PackageSource source) => (source.IsHttp && !source.IsHttps && !source.AllowInsecureConnections) || (!source.IsHttp && !source.IsLocal);

    private static string Refusal(PackageSource source) => source.IsHttp
        ? $"{SourceName.Of(source)} is not asked: its address is http, which NuGet refuses too; use https, or set allowInsecureConnections"
        : $"{SourceName.Of(source)} is not asked: its address is neither a folder nor http";
}

using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>A package source. Every member throws <see cref="FeedException"/> alone, and is safe for several threads.</summary>
internal interface IFeed
{
    /// <summary>As NuGet.config calls it.</summary>
    string Name { get; }

    /// <returns>Empty where the source does not have the package.</returns>
    Task<IReadOnlyList<NuGetVersion>> VersionsAsync(string id);

    /// <param name="to">Takes the archive; can seek.</param>
    Task DownloadAsync(PackageIdentity package, Stream to);

    /// <returns>SHA-512 of the archive in Base64 as the source has published it; null where it has not.</returns>
    Task<string?> PublishedHashAsync(PackageIdentity package);
}

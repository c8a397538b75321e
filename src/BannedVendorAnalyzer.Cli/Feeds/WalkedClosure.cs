using BannedVendorAnalyzer.Inspection.Packages;
using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>Something that an asked package needs and that could not be had.</summary>
/// <param name="Id">As the one that needs it writes it.</param>
internal sealed record MissingPackage(string Id, IReadOnlyList<string> Problems);

/// <summary>What an asked package brings in.</summary>
/// <param name="Packages">By id, ordinal.</param>
/// <param name="Graph">From the asked package.</param>
/// <param name="Problems">Why it may not be all.</param>
internal sealed record WalkedClosure(PackageIdentity Root, IReadOnlyList<FetchedPackage> Packages, IReadOnlyList<MissingPackage> Missing, AssetsFramework Graph, IReadOnlyList<string> Problems)
{
    /// <param name="dependencies">Of a package, for the framework that is asked for.</param>
    public static async Task<WalkedClosure> OfAsync(PackageIdentity root, Closure closure, IReadOnlyDictionary<PackageIdentity, FetchedPackage> packages, IReadOnlyDictionary<string, KnownVersions> versions, Func<PackageIdentity, IReadOnlyList<PackageDependency>?> dependencies, string framework, IReadOnlyList<string> problems)
    {
        var chosen = closure.Chosen.Select(pair => packages.GetValueOrDefault(new PackageIdentity(pair.Key, pair.Value))).OfType<FetchedPackage>().OrderBy(package => package.Identity.Id, StringComparer.Ordinal);
        var fetched = await Task.WhenAll(chosen.Select(package => package.VerifiedAsync()));
        var missing = closure.Requests.Where(request => !closure.Chosen.ContainsKey(request.Key) && versions.ContainsKey(request.Key)).OrderBy(request => request.Key, StringComparer.Ordinal)
            .Select(request => new MissingPackage(request.Key, Why(request.Key, request.Value, versions[request.Key]))).ToList();
        var nodes = fetched.Select(package => new AssetsNode(package.Inspection.Component.Key, package.Inspection.Component.Id, false, [.. (dependencies(package.Identity) ?? []).Select(dependency => dependency.Id)]))
            .Concat(missing.Select(package => new AssetsNode(package.Id, package.Id, false, [])));
        var target = new AssetsTarget(framework, nodes.ToDictionary(node => node.Id, StringComparer.OrdinalIgnoreCase));
        var unsure = closure.Chosen.Keys.Where(versions.ContainsKey).SelectMany(id => versions[id].Problems);
        return new WalkedClosure(root, fetched, missing, new AssetsFramework(framework, [root.Id], [], [target]), [.. problems.Concat(unsure).Distinct()]);
    }

    private static IReadOnlyList<string> Why(string id, IEnumerable<VersionRange> ranges, KnownVersions versions) =>
        versions.Problems.Count > 0 ? versions.Problems : [$"package '{id}'{Told(ranges)} is on none of the sources that it may come from{(versions.All.Count > 0 ? ", which have other versions of it" : "")}"];

    /// <returns>Empty where any version would have done.</returns>
    private static string Told(IEnumerable<VersionRange> ranges)
    {
        var told = string.Join(" and ", ranges.Where(range => range.HasLowerBound || range.HasUpperBound).Select(Told).Order(StringComparer.Ordinal));
        return told.Length > 0 ? $" {told}" : "";
    }

    private static string Told(VersionRange range) =>
        range is { IsFloating: false, HasLowerAndUpperBounds: true } && range.MinVersion == range.MaxVersion ? range.MinVersion!.ToNormalizedString() : range.ToNormalizedString();
}

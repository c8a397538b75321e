using NuGet.Frameworks;
using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>Finds out what a package brings in: chooses with what is known, asks sources for what that needs, all of it at once, and chooses again.</summary>
internal sealed class ClosureWalk(FeedLibrary library, NuGetFramework framework, FeedBounds bounds, CancellationToken end)
{
    /// <summary>What SDK projects fall back to where a package has nothing else for them (Microsoft.NET.Sdk, AssetTargetFallback).</summary>
    private static readonly string[] Fallbacks = ["net461", "net462", "net47", "net471", "net472", "net48", "net481"];

    private readonly FallbackFramework _fallback = new(framework, [.. Fallbacks.Select(NuGetFramework.Parse)]);

    public async Task<WalkedClosure> WalkAsync(PackageIdentity root)
    {
        var versions = new Dictionary<string, KnownVersions>(StringComparer.OrdinalIgnoreCase);
        var packages = new Dictionary<PackageIdentity, FetchedPackage>();
        var closure = new Closure(new Dictionary<string, NuGetVersion>(StringComparer.OrdinalIgnoreCase) { [root.Id] = root.Version }, new Dictionary<string, HashSet<VersionRange>>());
        NuGetVersion? Pick(string id, VersionRange range) => versions.TryGetValue(id, out var known) ? known.Best(range) : null;
        IReadOnlyList<PackageDependency>? Dependencies(PackageIdentity package) => packages.TryGetValue(package, out var fetched) ? DependenciesOf(fetched) : null;
        Task<WalkedClosure> EndedAsync(params string[] problems) => WalkedClosure.OfAsync(root, closure, packages, versions, Dependencies, framework.GetShortFolderName(), problems);

        var solver = new ClosureSolver(root, Pick, Dependencies, end);
        while (true)
        {
            try
            {
                if (solver.Solve() is not { } solved) return await EndedAsync("the versions that it asks for take turns in removing each other, so what a restore would take cannot be said");
                closure = solved;
            }
            catch (OperationCanceledException)
            {
                return await EndedAsync($"what it brings in was not known within {bounds.Whole}, which is as long as anything is waited for");
            }

            var ids = closure.Requests.Where(request => !versions.ContainsKey(request.Key)).ToList();
            var wanted = closure.Chosen.Select(pair => new PackageIdentity(pair.Key, pair.Value)).Where(package => !packages.ContainsKey(package)).ToList();
            if (ids.Count + wanted.Count == 0) return await EndedAsync();
            if (versions.Count + packages.Count + ids.Count + wanted.Count > FeedBounds.MostPackages) return await EndedAsync($"it leads to more than {FeedBounds.MostPackages} packages and versions, so not all were looked at");

            var found = await Task.WhenAll(ids.Select(request => FindAsync(request.Key, request.Value)).Concat(wanted.Select(FetchAsync)));
            foreach (var (id, known, package) in found)
            {
                versions[id] = known;
                if (package is not null) packages[package.Identity] = package;
            }
        }
    }

    /// <summary>The versions, and at once the package that will be wanted most probably.</summary>
    private async Task<Found> FindAsync(string id, IEnumerable<VersionRange> ranges)
    {
        var versions = await library.VersionsAsync(id);
        return new Found(id, versions, ranges.Select(versions.Best).Max() is { } best ? await library.PackageAsync(new PackageIdentity(id, best)) : null);
    }

    private async Task<Found> FetchAsync(PackageIdentity package) =>
        new(package.Id, await library.VersionsAsync(package.Id), await library.PackageAsync(package));

    private IReadOnlyList<PackageDependency> DependenciesOf(FetchedPackage package) =>
        [.. (NuGetFrameworkUtility.GetNearest(package.Groups, _fallback, group => group.TargetFramework)?.Packages ?? []).OrderBy(dependency => dependency.Id, StringComparer.Ordinal)];

    /// <param name="Package">Null where no version fits.</param>
    private sealed record Found(string Id, KnownVersions Versions, FetchedPackage? Package);
}

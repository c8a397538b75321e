using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>Which versions a package brings in, as far as is known.</summary>
/// <param name="Chosen">One of each id.</param>
/// <param name="Requests">For each id what asks for it and counts.</param>
internal sealed record Closure(IReadOnlyDictionary<string, NuGetVersion> Chosen, IReadOnlyDictionary<string, HashSet<VersionRange>> Requests);

/// <summary>
/// Chooses versions as NuGet does: of each range the lowest that fits; what stands nearer to the root on the same way hides what
/// is further away; of what is left of an id the highest. Works on sets, one for each id, because the number of ways through a graph that somebody made
/// for it has no bound.
/// </summary>
/// <param name="pick">The version for a range; null where it is not known or there is none.</param>
/// <param name="dependencies">Null where they are not known.</param>
internal sealed class ClosureSolver(PackageIdentity root, Func<string, VersionRange, NuGetVersion?> pick, Func<PackageIdentity, IReadOnlyList<PackageDependency>?> dependencies, CancellationToken end)
{
    /// <summary>Versions that take turns in removing each other would never settle.</summary>
    private const int MostRounds = 64;

    /// <returns>Null where the choice does not settle.</returns>
    public Closure? Solve()
    {
        var chosen = Only(root);
        for (var round = 0; round < MostRounds; round++)
        {
            var requests = Requests(chosen);
            var next = Only(root);
            foreach (var (id, ranges) in requests)
                if (ranges.Select(range => pick(id, range)).Max() is { } best) next.TryAdd(id, best);
            if (next.Count == chosen.Count && next.All(pair => chosen.TryGetValue(pair.Key, out var version) && version == pair.Value)) return new Closure(chosen, requests);
            chosen = next;
        }

        return null;
    }

    private static Dictionary<string, NuGetVersion> Only(PackageIdentity package) => new(StringComparer.OrdinalIgnoreCase) { [package.Id] = package.Version };

    /// <summary>What is asked for by packages that can be reached, where nothing nearer hides it on every way.</summary>
    private Dictionary<string, HashSet<VersionRange>> Requests(Dictionary<string, NuGetVersion> chosen)
    {
        var requests = new Dictionary<string, HashSet<VersionRange>>(StringComparer.OrdinalIgnoreCase);
        var hidden = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase) { [root.Id] = new(StringComparer.OrdinalIgnoreCase) { root.Id } };
        var open = new Queue<string>([root.Id]);
        while (open.TryDequeue(out var id))
        {
            end.ThrowIfCancellationRequested();
            if (dependencies(new PackageIdentity(id, chosen[id])) is not { } own) continue;
            var below = new HashSet<string>(hidden[id], StringComparer.OrdinalIgnoreCase) { id };
            below.UnionWith(own.Select(dependency => dependency.Id));
            foreach (var dependency in own.Where(dependency => !hidden[id].Contains(dependency.Id) && !string.Equals(dependency.Id, id, StringComparison.OrdinalIgnoreCase)))
            {
                if (!requests.TryGetValue(dependency.Id, out var ranges)) requests.Add(dependency.Id, ranges = []);
                ranges.Add(dependency.VersionRange);
                if (!chosen.TryGetValue(dependency.Id, out var version) || pick(dependency.Id, dependency.VersionRange) != version) continue;
                if (Shrinks(hidden, dependency.Id, below)) open.Enqueue(dependency.Id);
            }
        }

        return requests;
    }

    /// <returns>Whether less is hidden from the package than before, so that it has to be looked at again.</returns>
    private static bool Shrinks(Dictionary<string, HashSet<string>> hidden, string id, HashSet<string> byThisWay)
    {
        if (hidden.TryAdd(id, byThisWay)) return true;
        var before = hidden[id];
        if (before.IsSubsetOf(byThisWay)) return false;
        hidden[id] = new HashSet<string>(before.Where(byThisWay.Contains), StringComparer.OrdinalIgnoreCase);
        return true;
    }
}

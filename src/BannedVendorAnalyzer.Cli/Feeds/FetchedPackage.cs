using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Packages;
using NuGet.Packaging;
using NuGet.Packaging.Core;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>A package as a source sent it.</summary>
/// <param name="Source">The name of the source; null where none sent it.</param>
/// <param name="Groups">Its dependencies, for each framework.</param>
/// <param name="Inspection">What was seen of it, with what kept it from being looked at.</param>
/// <param name="ContentHash">As an assets file would state it; empty where it is not known.</param>
internal sealed record FetchedPackage(PackageIdentity Identity, string? Source, IReadOnlyList<PackageDependencyGroup> Groups, PackageInspection Inspection, string ContentHash)
{
    /// <summary>Of the archive, in Base64; empty where none was sent.</summary>
    public string Sha512 { get; init; } = "";

    /// <summary>What is wrong with that; known later than the rest, so that nobody waits for it who looks for dependencies. Null where nothing is.</summary>
    public Task<string?> HashProblem { get; init; } = Task.FromResult<string?>(null);

    /// <summary>With everything that is known in the end.</summary>
    public async Task<FetchedPackage> VerifiedAsync() => await HashProblem is { } problem
        ? this with { Inspection = Inspection with { Problems = [.. Inspection.Problems, FileProblem.Of(Identity.ToString(), problem)] } }
        : this;
}

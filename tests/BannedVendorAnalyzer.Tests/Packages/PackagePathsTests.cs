using BannedVendorAnalyzer.Inspection.Packages;

namespace BannedVendorAnalyzer.Tests.Packages;

public sealed class PackagePathsTests
{
    [Fact]
    public void EveryPath_IsFoundShortestFirst() => Assert.Equal(
        ["Bad", "B Bad", "A B Bad", "A C Bad", "A C B Bad"],
        Paths(["A", "B", "Bad"], ("A", "B C"), ("B", "Bad"), ("C", "Bad B"), ("Bad", "")));

    [Fact]
    public void WhatNothingReferences_HasNoPath() => Assert.Empty(Paths(["A"], ("A", ""), ("B", "Bad"), ("Bad", "")));

    [Fact]
    public void Cycle_Ends() => Assert.Equal(["A Bad", "A B Bad"], Paths(["A"], ("A", "B Bad"), ("B", "A Bad"), ("Bad", "A")));

    [Fact]
    public void EveryRuntime_IsLookedAtAndEachPathIsToldOnce()
    {
        var framework = Framework(new AssetsBuilder("/App.csproj").Framework("net10.0", ["A"], runtimes: ["linux-x64"])
            .Package("A/1", ["Bad"]).Package("Bad/1"));

        Assert.Single(PackagePaths.Of(framework, "bad/1", 10).Paths);
    }

    [Fact]
    public void MoreThanAskedFor_IsSaid()
    {
        (string, string)[] graph = [("A", "Bad"), ("B", "Bad"), ("C", "Bad"), ("Bad", "")];
        var framework = Framework(["A", "B", "C"], graph);

        Assert.Equal((2, false), (PackagePaths.Of(framework, "Bad/1", 2).Paths.Count, PackagePaths.Of(framework, "Bad/1", 2).AreAll));
        Assert.Equal((3, true), (PackagePaths.Of(framework, "Bad/1", 3).Paths.Count, PackagePaths.Of(framework, "Bad/1", 3).AreAll));
    }

    /// <summary>Forty layers of two packages each are 2^40 paths.</summary>
    [Fact]
    public void GraphWithTooManyPaths_Ends()
    {
        var layers = Enumerable.Range(0, 40).SelectMany(layer => new[] { ($"A{layer}", $"A{layer + 1} B{layer + 1}"), ($"B{layer}", $"A{layer + 1} B{layer + 1}") });
        var framework = Framework(["A0", "B0"], [.. layers, ("A40", "Bad"), ("B40", "Bad"), ("Bad", "")]);

        Assert.False(PackagePaths.Of(framework, "Bad/1", 20).AreAll);
    }

    private static IEnumerable<string> Paths(string[] roots, params (string Id, string Dependencies)[] graph) =>
        PackagePaths.Of(Framework(roots, graph), "Bad/1", 10).Paths.Select(path => string.Join(' ', path.Select(node => node.Id)));

    private static AssetsFramework Framework(string[] roots, (string Id, string Dependencies)[] graph)
    {
        var assets = new AssetsBuilder("/App.csproj").Framework("net10.0", roots);
        foreach (var (id, dependencies) in graph) assets.Package($"{id}/1", dependencies.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return Framework(assets);
    }

    private static AssetsFramework Framework(AssetsBuilder assets) => Assert.Single(AssetsFileReaderTests.Read(assets).Frameworks);
}

using BannedVendorAnalyzer.Inspection.Packages;

namespace BannedVendorAnalyzer.Tests.Packages;

public sealed class PackageGraphTests
{
    [Fact]
    public void DirectPackage_IsItsOwnPath() => Assert.Equal("Bad/1", Path(Graph("Bad", "Bad", "")));

    [Fact]
    public void ShortestPath_IsTaken() => Assert.Equal("B/1 Bad/1", Path(Graph("A B", "A C", "B Bad", "C D", "D Bad", "Bad")));

    [Fact]
    public void EqualPaths_AreTakenInOrdinalOrder()
    {
        Assert.Equal("A/1 Z/1 Bad/1", Path(Graph("B A", "A Z", "B C", "C Bad", "Z Bad", "Bad")));
        Assert.Equal("A/1 C/1 Bad/1", Path(Graph("A", "A D C", "D Bad", "C Bad", "Bad")));
    }

    [Fact]
    public void Cycle_Ends()
    {
        Assert.Equal("A/1 B/1 Bad/1", Path(Graph("A", "A B", "B A Bad", "Bad B")));
        Assert.Null(Path(Graph("A", "A B", "B A", "Bad A")));
    }

    [Fact]
    public void ClosedNode_IsPassedBy()
    {
        var graph = Graph("A B", "A Bad", "B C", "C Bad", "Bad");

        Assert.Equal("A/1 Bad/1", Path(graph));
        Assert.Equal("B/1 C/1 Bad/1", Path(graph, closed: "A"));
        Assert.Null(Path(graph, closed: "A C"));
    }

    [Fact]
    public void EveryRuntime_IsLookedAt()
    {
        var framework = AssetsFileReaderTests.Read(new AssetsBuilder("/App.csproj")
            .Framework("net10.0", ["A"], runtimes: ["linux-x64", "win-x64"])
            .Package("A/1", ["B"], only: "net10.0").Package("B/1", only: "net10.0")
            .Package("A/1", ["B"], only: "net10.0/linux-x64").Package("B/1", ["Bad"], only: "net10.0/linux-x64").Package("Bad/1", only: "net10.0/linux-x64")
            .Package("A/1", ["Bad"], only: "net10.0/win-x64").Package("Bad/1", only: "net10.0/win-x64")).Frameworks[0];

        Assert.Equal("A/1 Bad/1", Path(framework));
    }

    [Fact]
    public void EqualPathsOfRuntimes_AreTakenInOrdinalOrder()
    {
        var framework = AssetsFileReaderTests.Read(new AssetsBuilder("/App.csproj")
            .Framework("net10.0", ["A", "B"], runtimes: ["linux-x64", "win-x64"])
            .Package("B/1", ["Bad"], only: "net10.0/linux-x64").Package("Bad/1", only: "net10.0/linux-x64")
            .Package("A/1", ["Bad"], only: "net10.0/win-x64").Package("Bad/1", only: "net10.0/win-x64")).Frameworks[0];

        Assert.Equal("A/1 Bad/1", Path(framework));
    }

    [Fact]
    public void PackageWithoutReference_HasNoPath() => Assert.Null(Path(Graph("A", "A", "Bad")));

    [Fact]
    public void Key_PassesOverCase() => Assert.NotNull(PackageGraph.ShortestPath(Graph("Bad", "Bad"), "BAD/1", _ => false));

    /// <summary>The ids that the project references, then for each package its id and those it depends on.</summary>
    private static AssetsFramework Graph(string roots, params string[] packages)
    {
        var builder = new AssetsBuilder("/App.csproj").Framework("net10.0", roots.Split(' '));
        foreach (var package in packages.Where(package => package.Length > 0).Select(package => package.Split(' '))) builder.Package($"{package[0]}/1", package[1..]);
        return AssetsFileReaderTests.Read(builder).Frameworks[0];
    }

    private static string? Path(AssetsFramework framework, string closed = "")
    {
        var path = PackageGraph.ShortestPath(framework, "Bad/1", node => closed.Split(' ').Contains(node.Id));
        return path is null ? null : string.Join(' ', path.Select(node => node.Key));
    }
}

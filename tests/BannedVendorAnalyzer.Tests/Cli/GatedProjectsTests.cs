using BannedVendorAnalyzer.Tests.Projects;

namespace BannedVendorAnalyzer.Tests.Cli;

public sealed class GatedProjectsTests : IDisposable
{
    private readonly ToolWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void SomeGated_NamesTheOthersByPath()
    {
        _workspace.Gated("G");
        _workspace.Clean("B");
        _workspace.Prohibited("A");
        var outcome = _workspace.Check();
        Assert.Contains("\nnot gated: A/A.csproj, B/B.csproj" + Environment.NewLine, outcome.Output, StringComparison.Ordinal);
        Assert.Equal(["A/A.csproj-", "B/B.csproj-", "G/G.csproj+"], _workspace.Check("--format", "json").Projects);
    }

    [Fact]
    public void Many_AreCutUnlessDetailed()
    {
        _workspace.Gated("G");
        foreach (var name in new[] { "A", "B", "C", "D", "E", "F", "H" }) _workspace.Clean(name);
        Assert.Contains("not gated: A/A.csproj, B/B.csproj, C/C.csproj, D/D.csproj, E/E.csproj and 2 more", _workspace.Check().Output, StringComparison.Ordinal);
        Assert.Contains("E/E.csproj, F/F.csproj, H/H.csproj" + Environment.NewLine, _workspace.Check("--verbosity", "detailed").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("gate", _workspace.Check("--verbosity", "quiet").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void NoneGated_IsOneLine()
    {
        _workspace.Clean("A");
        _workspace.Clean("B");
        var outcome = _workspace.Check();
        Assert.Contains("no project of these runs the gate itself, which alone looks at imports in source and at what is compiled", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not gated", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AllGated_IsNotWorthALine()
    {
        _workspace.Gated("G");
        Assert.DoesNotContain("gate", _workspace.Check().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void GateWithoutItsBuildFiles_IsNone()
    {
        _workspace.Gated("G");
        _workspace.Files.Restore("E", _workspace.Files.Assets("E", "Contoso.Video", "BannedVendorAnalyzer").Video().Gate("build/_._"));
        Assert.Equal(["E/E.csproj-", "G/G.csproj+"], _workspace.Check("--format", "json").Projects);
    }

    [Fact]
    public void GateInOneFrameworkOfTwo_IsNone()
    {
        _workspace.Gated("G");
        _workspace.Files.Restore("T", _workspace.Files.Assets("T", "BannedVendorAnalyzer").Framework("net8.0", []).Package("BannedVendorAnalyzer/1.0.0", files: ["build/BannedVendorAnalyzer.targets"], only: "net10.0"));
        Assert.Equal(["G/G.csproj+", "T/T.csproj-"], _workspace.Check("--format", "json").Projects);
    }

    [Fact]
    public void WhatCouldNotBeChecked_IsNeitherGatedNorNot()
    {
        _workspace.Gated("G");
        _workspace.Files.Restore("A", _workspace.Files.Assets("Other"));
        _workspace.Files.Write("Bad.slnx", "<Solution>");
        var outcome = _workspace.Check("A", "G", "Bad.slnx", "--format", "json");
        Assert.Equal(["A/A.csproj?", "G/G.csproj+"], outcome.Projects);
        Assert.DoesNotContain("not gated", _workspace.Check("A", "G").Output, StringComparison.Ordinal);
    }

    /// <summary>An import leaves no trace in an assets file.</summary>
    [Theory]
    [InlineData("<Project><Import Project=\"Sdk.targets\" Sdk=\"BannedVendorAnalyzer\" Version=\"0.1.0\" /></Project>", "+")]
    [InlineData("<Project><Sdk Name=\"bannedvendoranalyzer\" Version=\"0.1.0\" /></Project>", "+")]
    [InlineData("<Project Sdk=\"Contoso.Sdk;BannedVendorAnalyzer/0.1.0\" />", "+")]
    [InlineData("<Project><Import Project=\"Sdk.targets\" Sdk=\"BannedVendorAnalyzer.Tool\" /></Project>", "-")]
    [InlineData("<Project><!-- <Import Project=\"Sdk.targets\" Sdk=\"BannedVendorAnalyzer\" /> --></Project>", "-")]
    [InlineData("<Project><Import Project=\"BannedVendorAnalyzer\" /></Project>", "-")]
    public void ImportAsAnSdk_CountsWhereverMSBuildLooks(string targets, string gated)
    {
        _workspace.Clean("A");
        _workspace.Files.Write("Directory.Build.targets", targets);
        File.SetLastWriteTimeUtc(_workspace.Files["Directory.Build.targets"], new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal([$"A/A.csproj{gated}"], _workspace.Check("--format", "json").Projects);
    }
}

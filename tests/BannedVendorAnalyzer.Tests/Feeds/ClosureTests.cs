using System.Security.Cryptography;
using System.Text.Json;
using BannedVendorAnalyzer.Cli;

namespace BannedVendorAnalyzer.Tests.Feeds;

/// <summary>Which versions a package brings in: those that a restore would take.</summary>
public sealed class ClosureTests : IDisposable
{
    private readonly FeedWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("Contoso.Lib", "2.0.0")]
    [InlineData("Contoso.Lib@1.0.0", "1.0.0")]
    [InlineData("Contoso.Lib@1.1.0", "1.2.0")]
    [InlineData("Contoso.Lib@[1.2.0]", "1.2.0")]
    [InlineData("Contoso.Lib@(1.0.0,2.0.0)", "1.2.0")]
    [InlineData("Contoso.Lib@1.*", "1.2.0")]
    [InlineData("Contoso.Lib@*-*", "3.0.0-beta")]
    public void Version_IsTheOneThatAReferenceWouldGet(string asked, string version)
    {
        foreach (var known in new[] { "1.0.0", "1.2.0", "2.0.0", "3.0.0-beta" }) _workspace.Feed.Add("Contoso.Lib", known);

        Assert.Contains($"proposed: {asked}: version {version} for net10.0", _workspace.Check("--package", asked).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void VersionThatIsNowhere_IsNotChecked()
    {
        _workspace.Feed.Add("Contoso.Lib", "1.0.0");

        var outcome = _workspace.Check("--package", "Contoso.Lib@2.0.0");

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains("Package 'Contoso.Lib' [2.0.0, ) is on none of the sources that it may come from, which have other versions of it", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("proposed: Contoso.Lib@2.0.0: nothing was looked at", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void LowestThatFits_IsTakenOfADependency()
    {
        Leaves("1.0.0", "1.5.0", "2.0.0");
        _workspace.Feed.Add("Contoso.App", "1.0.0", ["Contoso.Leaf/1.1.0"]);

        Assert.Equal("1.5.0", Leaf());
    }

    [Fact]
    public void OfTwoThatStandBesideEachOther_TheHigherIsTaken()
    {
        Leaves("1.0.0", "2.0.0");
        _workspace.Feed.Add("Contoso.A", "1.0.0", ["Contoso.Leaf/1.0.0"]);
        _workspace.Feed.Add("Contoso.B", "1.0.0", ["Contoso.C/1.0.0"]);
        _workspace.Feed.Add("Contoso.C", "1.0.0", ["Contoso.Leaf/2.0.0"]);
        _workspace.Feed.Add("Contoso.App", "1.0.0", ["Contoso.A/1.0.0", "Contoso.B/1.0.0"]);

        Assert.Equal("2.0.0", Leaf());
    }

    [Fact]
    public void NearerOnTheSameWay_IsTaken_EvenWhereItIsLower()
    {
        Leaves("1.0.0", "2.0.0");
        _workspace.Feed.Add("Contoso.A", "1.0.0", ["Contoso.Leaf/2.0.0"]);
        _workspace.Feed.Add("Contoso.App", "1.0.0", ["Contoso.A/1.0.0", "Contoso.Leaf/1.0.0"]);

        Assert.Equal("1.0.0", Leaf());
    }

    [Fact]
    public void HiddenOnOneWayOnly_Counts()
    {
        Leaves("1.0.0", "2.0.0");
        _workspace.Feed.Add("Contoso.Deep", "1.0.0", ["Contoso.Leaf/2.0.0"]);
        _workspace.Feed.Add("Contoso.A", "1.0.0", ["Contoso.Deep/1.0.0", "Contoso.Leaf/1.0.0"]);
        _workspace.Feed.Add("Contoso.B", "1.0.0", ["Contoso.Deep/1.0.0"]);
        _workspace.Feed.Add("Contoso.App", "1.0.0", ["Contoso.A/1.0.0", "Contoso.B/1.0.0"]);

        Assert.Equal("2.0.0", Leaf());
    }

    [Fact]
    public void WhatOnlyALoserNeeds_IsLeftOut()
    {
        _workspace.Feed.Add("QuickNV.HikvisionNetSDK", "1.0.1");
        _workspace.Feed.Add("Contoso.Leaf", "1.0.0", ["QuickNV.HikvisionNetSDK/1.0.1"]);
        Leaves("2.0.0");
        _workspace.Feed.Add("Contoso.A", "1.0.0", ["Contoso.Leaf/1.0.0"]);
        _workspace.Feed.Add("Contoso.B", "1.0.0", ["Contoso.Leaf/2.0.0"]);
        _workspace.Feed.Add("Contoso.App", "1.0.0", ["Contoso.A/1.0.0", "Contoso.B/1.0.0"]);

        Assert.Equal("2.0.0", Leaf());
        Assert.Equal(ExitCode.Clear, _workspace.Check("--package", "Contoso.App").ExitCode);
        Assert.Equal(ExitCode.Prohibited, _workspace.Check("--package", "Contoso.A").ExitCode);
    }

    [Fact]
    public void Circle_Ends()
    {
        _workspace.Feed.Add("Contoso.A", "1.0.0", ["Contoso.App/1.0.0", "Contoso.A/1.0.0"]);
        _workspace.Feed.Add("Contoso.App", "1.0.0", ["Contoso.A/1.0.0"]);

        Assert.Contains("brings in 2 packages with itself", _workspace.Check("--package", "Contoso.App").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("net10.0", 2)]
    [InlineData("net48", 1)]
    public void Dependencies_AreThoseOfTheFramework(string framework, int packages)
    {
        Leaves("1.0.0");
        var nuspec = FeedPackages.Nuspec("Contoso.App", "1.0.0", ["Contoso.Leaf/1.0.0"]).Replace("netstandard2.0", "net6.0", StringComparison.Ordinal);
        _workspace.Feed.AddArchive("Contoso.App", "1.0.0", FeedPackages.Archive(nuspec, "Contoso.App"));

        using var report = JsonDocument.Parse(_workspace.Check("--package", "Contoso.App", "--framework", framework, "--format", "json").Output);
        var proposed = report.RootElement.GetProperty("proposed")[0];
        Assert.Equal((framework, packages), (proposed.GetProperty("framework").GetString(), proposed.GetProperty("packages").GetArrayLength()));
    }

    /// <summary>A project that names Windows without a version gets 7.0, and packages name their versions.</summary>
    [Theory]
    [InlineData("net10.0-windows", "net10.0-windows7.0")]
    [InlineData("net10.0-windows10.0.19041.0", "net10.0-windows10.0.19041")]
    public void DependenciesForWindows_AreTakenWhetherOrNotItsVersionIsAsked(string asked, string taken)
    {
        Leaves("1.0.0");
        var nuspec = FeedPackages.Nuspec("Contoso.App", "1.0.0", ["Contoso.Leaf/1.0.0"]).Replace("netstandard2.0", "net6.0-windows7.0", StringComparison.Ordinal);
        _workspace.Feed.AddArchive("Contoso.App", "1.0.0", FeedPackages.Archive(nuspec, "Contoso.App"));

        Assert.Contains($"version 1.0.0 for {taken} brings in 2 packages with itself", _workspace.Check("--package", "Contoso.App", "--framework", asked).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Contoso.None", "Package 'Contoso.None' is on none of the sources that it may come from\n")]
    [InlineData("Contoso.Leaf@[2.0]", "Package 'Contoso.Leaf' 2.0.0 is on none of the sources that it may come from, which have other versions of it\n")]
    public void WhatIsOnNoSource_IsNamedAsItWasAskedFor(string asked, string words)
    {
        Leaves("1.0.0");

        Assert.Contains(words, _workspace.Check("--package", asked).Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void DependenciesForFrameworkOnly_AreTakenAsProjectsFallBackToThem()
    {
        Leaves("1.0.0");
        var nuspec = FeedPackages.Nuspec("Contoso.App", "1.0.0", ["Contoso.Leaf/1.0.0"]).Replace("netstandard2.0", "net461", StringComparison.Ordinal);
        _workspace.Feed.AddArchive("Contoso.App", "1.0.0", FeedPackages.Archive(nuspec, "Contoso.App"));

        Assert.Contains("brings in 2 packages with itself", _workspace.Check("--package", "Contoso.App").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Suggestions_AreTheNearestVersionsWithoutTheVendor()
    {
        _workspace.Feed.Add("QuickNV.HikvisionNetSDK", "1.0.1");
        foreach (var (version, isWithout) in new[] { ("0.8.0", true), ("0.9.0", true), ("1.0.0", false), ("1.1.0", false), ("1.2.0-rc", true), ("2.0.0", true), ("3.0.0", true) })
            _workspace.Feed.Add("Contoso.Cameras", version, isWithout ? [] : ["QuickNV.HikvisionNetSDK/1.0.1"]);

        var outcome = _workspace.Check("--package", "Contoso.Cameras@1.0.0", "--suggest");

        Assert.Equal(ExitCode.Prohibited, outcome.ExitCode);
        Assert.Contains("take version 2.0.0 or 0.9.0 of it, which is without this", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("; without what was found: 2.0.0 (newer) and 0.9.0 (older)", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("""
              "suggested": {
                "newer": "2.0.0",
                "older": "0.9.0"
              }
        """.ReplaceLineEndings("\n"), _workspace.Check("--package", "Contoso.Cameras@1.0.0", "--suggest", "--format", "json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutACleanVersion_NoneIsSuggested()
    {
        _workspace.Feed.Add("QuickNV.HikvisionNetSDK", "1.0.1");
        _workspace.Feed.Add("Contoso.Cameras", "1.0.0", ["QuickNV.HikvisionNetSDK/1.0.1"]);
        _workspace.Feed.Add("Contoso.Cameras", "2.0.0", ["Contoso.Gone/1.0.0"]);
        _workspace.Feed.Add("Contoso.Plain", "1.0.0");

        Assert.Contains("; no version near it is without what was found", _workspace.Check("--package", "Contoso.Cameras@1.0.0", "--suggest").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("without what was found", _workspace.Check("--package", "Contoso.Plain", "--suggest").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Policy_OfTheWorkingFolderDecides()
    {
        _workspace.Feed.Add("Contoso.Plain", "1.0.0");
        _workspace.Folder.Write("banned-vendors.json", """{ "root": true, "audiences": ["us-person"] }""");

        Assert.Contains("policy: banned-vendors.json decided for 1 proposed package", _workspace.Check("--package", "Contoso.Plain").Output, StringComparison.Ordinal);

        _workspace.Folder.Write("banned-vendors.json", "{ \"unknown\": true }");
        var outcome = _workspace.Check("--package", "Contoso.Plain");
        Assert.Equal(ExitCode.InvalidPolicy, outcome.ExitCode);
        Assert.Contains("banned-vendors.json(1,3): error BVA0002", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Waiver_IsForTheVeryContentsOnTheSource()
    {
        _workspace.Feed.Add("QuickNV.HikvisionNetSDK", "1.0.1");
        var hash = Convert.ToBase64String(SHA512.HashData(_workspace.Feed.Files["/flat/quicknv.hikvisionnetsdk/1.0.1/quicknv.hikvisionnetsdk.1.0.1.nupkg"]));
        Waive(hash);
        var outcome = _workspace.Check("--package", "QuickNV.HikvisionNetSDK");
        Assert.Equal(ExitCode.Clear, outcome.ExitCode);
        Assert.Contains("prohibited (waived) BVA1001", outcome.Output, StringComparison.Ordinal);

        Waive(Convert.ToBase64String(new byte[64]));
        Assert.Equal(ExitCode.Prohibited + ExitCode.InvalidPolicy, _workspace.Check("--package", "QuickNV.HikvisionNetSDK").ExitCode);
    }

    [Fact]
    public void Baseline_CountsAsForAProject()
    {
        _workspace.Feed.Add("Kaspersky.Adapter", "1.0.0");
        var hash = Convert.ToBase64String(SHA512.HashData(_workspace.Feed.Files["/flat/kaspersky.adapter/1.0.0/kaspersky.adapter.1.0.0.nupkg"]));
        _workspace.Folder.Write("banned-vendors.json", """{ "root": true, "audiences": ["us-person"], "strict": true }""");
        Assert.Equal(ExitCode.Prohibited, _workspace.Check("--package", "Kaspersky.Adapter").ExitCode);

        _workspace.Folder.Write("banned-vendors.baseline.json", $$"""{ "findings": [{ "vendor": "kaspersky", "package": "Kaspersky.Adapter", "version": "1.0.0", "authority": "us-icts-kaspersky", "from": "2024-09-29", "sha512": "{{hash}}" }] }""");
        var outcome = _workspace.Check("--package", "Kaspersky.Adapter");
        Assert.Equal(ExitCode.Clear, outcome.ExitCode);
        Assert.Contains("review (baseline) BVA1004", outcome.Output, StringComparison.Ordinal);
    }

    private void Waive(string hash) => _workspace.Folder.Write("banned-vendors.json", $$"""
        { "root": true, "waivers": [{ "vendor": "hikvision", "package": "QuickNV.HikvisionNetSDK", "version": "1.0.1", "sha512": "{{hash}}", "authority": "us-889",
          "kind": "not-applicable", "reason": "Only run in the laboratory", "approvedBy": "Compliance office", "ticket": "TICKET-1", "from": "2026-06-01", "until": "2027-05-31" }] }
        """);

    private void Leaves(params string[] versions)
    {
        foreach (var version in versions) _workspace.Feed.Add("Contoso.Leaf", version);
    }

    /// <summary>The version of the leaf among what Contoso.App brings in.</summary>
    private string Leaf()
    {
        using var report = JsonDocument.Parse(_workspace.Check("--package", "Contoso.App", "--format", "json").Output);
        return report.RootElement.GetProperty("proposed")[0].GetProperty("packages").EnumerateArray().Select(package => package.GetString()!.Split('/')).Single(package => package[0] == "Contoso.Leaf")[1];
    }
}

using BannedVendorAnalyzer.Cli;
using BannedVendorAnalyzer.Cli.Selftest;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Cli;

/// <summary>What is planted, and what is said where nothing can be. The builds are tried on the package.</summary>
public sealed class SelftestTests : IDisposable
{
    private static readonly RuleSet Rules = RuleSetReader.Read(EmbeddedRules.Files()).Rules!;

    private readonly TempFolder _folder = new();

    /// <summary>Those for whom too little is prohibited stand apart: for most of them every provision leaves something to decide.</summary>
    private static readonly string[] WithoutMarks = ["au-government", "ca-government", "it-public-sector", "lt-public-sector", "nl-government", "ua-public-sector"];

    public static TheoryData<string> Audiences => [.. Rules.Audiences.Select(audience => audience.Id).Where(Rules.Binds)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Audiences))]
    public void EveryAudience_HasSomethingToPlant(string audience)
    {
        var plants = For(new PolicyRequest(null, audience, null))!;
        Assert.Equal(WithoutMarks.Contains(audience), plants.IsForOthers);
        Assert.Equal(plants.IsForOthers ? $"{audience};{Rules.DefaultAudience}" : audience, plants.Audiences);
    }

    [Fact]
    public void NobodysChoice_IsTheDefaultAudience() => Assert.Equal((null, false), For(new PolicyRequest(null, null, null)) is { } plants ? (plants.Audiences, plants.IsForOthers) : ("none", true));

    [Fact]
    public void DayBeforeEveryListing_HasNothingToPlant() => Assert.Null(For(new PolicyRequest(null, null, "2010-01-01")));

    [Fact]
    public void WhatIsNoFolder_IsWrongUsage()
    {
        var outcome = ToolWorkspace.Run(_folder.Root, "selftest", "gone");
        Assert.Equal((ExitCode.WrongUsage, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("'gone' is not a folder", outcome.Error, StringComparison.Ordinal);
    }

    /// <summary>Nobody can write there, whoever he is.</summary>
    [Fact]
    public void FolderThatCannotBeWrittenTo_IsUnverified()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /proc.");
        var outcome = ToolWorkspace.Run(_folder.Root, "selftest", "/proc/sys/fs");
        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains("Nothing can be planted in '", outcome.Error, StringComparison.Ordinal);
    }

    private Plants? For(PolicyRequest request) => Plants.For(_folder["A.csproj"], request, new PolicyBook(Rules, TestRules.Day("2026-11-20")), Rules);
}

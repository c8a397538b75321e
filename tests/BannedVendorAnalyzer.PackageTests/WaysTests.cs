using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>Layouts and references beyond the plain ones, built together once: each prohibited project fails at its line, its clean twin builds in silence.</summary>
public sealed class WaysTests(Workspace workspace)
{
    /// <summary>Of a chain of projects only the one that brings the package in; reviews once, whatever the layout.</summary>
    private static readonly string[] Expected =
    [
        "BVA1001 error GlobalReference/Directory.Packages.props(7,5) GlobalReference.csproj",
        "BVA1001 error SeveralCauses/SeveralCauses.csproj(8,5) SeveralCauses.csproj",
        "BVA1002 error Elsewhere/eng/Versions.props(11,5) ElsewherePinned.csproj",
        "BVA1002 error SeveralCauses/SeveralCauses.csproj(6,5) SeveralCauses.csproj",
        "BVA1003 error ArtifactsLayout/ArtifactsApp/ArtifactsApp.csproj(6,5) ArtifactsApp.csproj",
        "BVA1003 error Chains/ChainLibrary/ChainLibrary.csproj(7,5) ChainLibrary.csproj",
        "BVA1003 error Extensions/ExtensionsApp/ExtensionsApp.csproj(6,5) ExtensionsApp.csproj",
        "BVA1003 error GlobalComputed/Directory.Packages.props GlobalComputed.csproj",
        "BVA1003 error MovedObj/MovedObjApp/MovedObjApp.csproj(6,5) MovedObjApp.csproj",
        "BVA1004 warning ArtifactsLayout/ArtifactsLibrary/ArtifactsLibrary.csproj(6,5) ArtifactsLibrary.csproj",
        "BVA1004 warning Chains/ReviewLibrary/ReviewLibrary.csproj(6,5) ReviewLibrary.csproj",
        "BVA1004 warning Extensions/ExtensionsLibrary/ExtensionsLibrary.csproj(6,5) ExtensionsLibrary.csproj",
        "BVA1004 warning MovedObj/MovedObjLibrary/MovedObjLibrary.csproj(6,5) MovedObjLibrary.csproj",
        "BVA1004 warning SeveralCauses/SeveralCauses.csproj(9,5) SeveralCauses.csproj",
    ];

    private BuiltScenario Ways => workspace.Built("Ways");

    [Fact]
    public void EveryWay_IsReportedAtItsLine() => Assert.Equal(Expected, BuildLine.Sorted(Ways.Lines));

    [Fact]
    public void CleanTwins_AreBuilt()
    {
        foreach (var name in new[] { "GlobalClean", "ElsewhereClean", "ArtifactsClean", "ExtensionsClean", "MovedObjClean", "ReviewApp" }) Assert.Contains($"{name} -> ", Ways.Result.Output, StringComparison.Ordinal);
        foreach (var name in new[] { "ChainApp", "ChainLibrary", "GlobalReference", "SeveralCauses" }) Assert.DoesNotContain($"{name} -> ", Ways.Result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void SolutionFilter_JudgesWhatItHolds()
    {
        var result = workspace.Build(Ways.Folder, "Filter.slnf", "--no-restore").Expect(1);

        Assert.Equal([Expected[0]], BuildLine.Sorted(result, Ways.Folder));
        Assert.Contains("GlobalClean -> ", result.Output, StringComparison.Ordinal);
    }
}

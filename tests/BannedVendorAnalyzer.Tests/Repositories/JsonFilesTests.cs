namespace BannedVendorAnalyzer.Tests.Repositories;

/// <summary>Tool manifests and global.json.</summary>
public sealed class JsonFilesTests
{
    [Fact]
    public void ToolManifest_NamesItsTools()
    {
        const string Manifest =
            """
            {
              "version": 1,
              "isRoot": true,
              "tools": {
                "contoso.tool": { "version": "1.2.0", "commands": ["tool"], "rollForward": false },
                "other": { "version": "2.0.0-beta.1", "commands": ["other"] }
              }
            }
            """;

        Assert.Equal(["contoso.tool/1.2.0 (5,5) tool", "other/2.0.0-beta.1 (6,5) tool"], Reading.Packages("dotnet-tools.json", Manifest));
        Assert.True(Reading.Of("dotnet-tools.json", Manifest).IsRoot);
        Assert.False(Reading.Of("dotnet-tools.json", Manifest.Replace("true", "false", StringComparison.Ordinal)).IsRoot);
    }

    [Fact]
    public void GlobalJson_NamesItsSdks() => Assert.Equal(
        ["Contoso.Sdk/1.0.0 (5,5) tool", "Other/2.0 (6,21) tool"],
        Reading.Packages(
            "global.json",
            """
            {
              "sdk": { "version": "10.0.100", "rollForward": "latestFeature" }, // the SDK itself
              "msbuild-sdks": {
                /* "Gone": "1.0.0" and "https://gone" */
                "Contoso.Sdk": "1.0.0",
                /* here */      "Other": "2.0",
              },
            }
            """));

    [Fact]
    public void StringsThatLookLikeComments_AreKept() =>
        Assert.Equal(["A/1 // 2 (1,21) tool"], Reading.Packages("global.json", """{ "msbuild-sdks": { "A": "1 // 2" }, "x": "/* \" ,}" }"""));

    [Fact]
    public void GlobalJsonWithoutSdks_BringsNothing() => Assert.Empty(Reading.Packages("global.json", """{ "sdk": { "version": "10.0.100" } }"""));
}

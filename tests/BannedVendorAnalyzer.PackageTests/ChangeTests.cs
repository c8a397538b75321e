using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>Something has changed since the last build: the next one judges by what is true then.</summary>
public sealed class ChangeTests(Workspace workspace)
{
    private static readonly string[] Prohibited = ["BVA1003 error Clean/Clean.csproj(6,5) Clean.csproj"];

    [Fact]
    public void GitClean_AndAnotherReference()
    {
        var folder = workspace.Copy("Switches", "GitClean");
        Assert.Empty(Build(0, workspace.DotNet, folder));

        var project = Path.Combine(folder, "Clean", "Clean.csproj");
        foreach (var output in new[] { "bin", "obj" }) Directory.Delete(Path.Combine(folder, "Clean", output), recursive: true);
        File.WriteAllText(project, File.ReadAllText(project).Replace("Contoso.Plain", "Contoso.Scan", StringComparison.Ordinal));
        Assert.Equal(Prohibited, Build(1, workspace.DotNet, folder));
    }

    /// <summary>
    /// The feed now has other contents under the same version, as a repaired internal feed may; <c>obj</c> is left as it was. No second project
    /// has the package: NuGet writes the assets file anew only for the first that misses it (docs/limits.md).
    /// </summary>
    [Fact]
    public void PurgeOfThePackageFolder()
    {
        var folder = workspace.Copy("Switches", "Purge");
        var feed = Directory.CreateDirectory(Path.Combine(folder, "feed")).FullName;
        foreach (var id in new[] { $"BannedVendorAnalyzer.{workspace.Version}", "Contoso.Plain.1.0.0", "Contoso.Leaf.1.0.0" }) File.Copy(Path.Combine(workspace.Feed, $"{id}.nupkg"), Path.Combine(feed, $"{id}.nupkg"));
        File.Copy(Path.Combine(workspace.Root, "NuGet.config"), Path.Combine(folder, "NuGet.config"));
        var packages = Path.Combine(folder, "packages");
        var dotnet = new DotNet(Path.Combine(folder, "home"), packages);
        Assert.Empty(Build(0, dotnet, folder));

        File.Delete(Path.Combine(feed, "Contoso.Plain.1.0.0.nupkg"));
        PackageBuilder.Write(feed, "Contoso.Plain", "1.0.0", files: ["runtimes/linux-x64/native/libkavsdk.so"]);
        Directory.Delete(packages, recursive: true);
        Assert.Equal(Prohibited, Build(1, dotnet, folder));
    }

    /// <summary>
    /// One SDK is at hand, so this stands for two: <c>global.json</c> lets it roll forward, and <c>SdkAnalysisLevel</c>, which every SDK writes into the
    /// assets file and by which NuGet restores again under another one, changes from an older level to its own. The processes are new in any case.
    /// </summary>
    [Fact]
    public void RollForwardOfTheSdk()
    {
        var folder = workspace.Copy("Switches", "RollForward");
        var assets = Path.Combine(folder, "Prohibited", "obj", "project.assets.json");
        string[] expected = ["BVA1003 error Prohibited/Prohibited.csproj(6,5) Prohibited.csproj"];
        string[] Lines(params string[] more) => BuildLine.Sorted(workspace.Build(folder, "Prohibited/Prohibited.csproj", more).Expect(1), folder);
        Assert.Equal(expected, Lines("-p:SdkAnalysisLevel=10.0.100"));
        var before = File.ReadAllText(assets);

        File.WriteAllText(Path.Combine(folder, "global.json"), """{ "sdk": { "version": "10.0.100", "rollForward": "latestMajor" } }""");
        Assert.Equal(expected, Lines());
        Assert.NotEqual(before, File.ReadAllText(assets));
    }

    [Fact]
    public void AudienceAndDay()
    {
        var folder = workspace.Copy("Packages", "Options");
        string[] Lines(int exitCode, params string[] more) => BuildLine.Sorted(workspace.Build(folder, "DirectCSharp/DirectCSharp.csproj", more).Expect(exitCode), folder);

        Assert.Empty(Lines(0, "-p:BannedVendorAudiences=ca-government"));
        Assert.Equal(["BVA1001 error DirectCSharp/DirectCSharp.csproj(6,5) DirectCSharp.csproj"], Lines(1, "--no-restore"));
        Assert.Equal(["BVA0007 warning DirectCSharp/DirectCSharp.csproj DirectCSharp.csproj", "BVA1004 warning DirectCSharp/DirectCSharp.csproj(6,5) DirectCSharp.csproj"], Lines(0, "--no-restore", "-p:BannedVendorAsOf=2018-09-30"));
    }

    [Fact]
    public void Rules()
    {
        const string version = "99.0.0";
        var folder = workspace.Copy("Switches", "Rules");
        Assert.Empty(Build(0, workspace.DotNet, folder));

        // The indicator of a stand-in becomes that of the harmless package, in as many bytes.
        OtherRules.Write(workspace.Feed, workspace.Version, version, "\"kavsdk\"", "\"plain\" ");
        Assert.Equal(Prohibited, Build(1, workspace.DotNet, folder, $"-p:GateVersion={version}"));
    }

    private string[] Build(int exitCode, DotNet dotnet, string folder, params string[] more) =>
        BuildLine.Sorted(workspace.Build(dotnet, folder, "Clean/Clean.csproj", more).Expect(exitCode), folder);
}

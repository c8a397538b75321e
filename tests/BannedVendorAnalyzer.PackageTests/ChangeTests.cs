using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>Something has changed since the last build: the next one judges by what is true then.</summary>
public sealed class ChangeTests(Workspace workspace)
{
    private static readonly string[] Prohibited = ["BVA1003 error Prohibited/Prohibited.csproj(6,5) Prohibited.csproj"];
    private static readonly string[] Exchanged = ["BVA1003 error Clean/Clean.csproj(6,5) Clean.csproj"];

    [Fact]
    public void GitClean_AndOtherReferences()
    {
        var folder = Folder("GitClean");
        Assert.Equal(Prohibited, Build(workspace.DotNet, folder));

        foreach (var output in Directory.GetDirectories(folder, "bin", SearchOption.AllDirectories).Concat(Directory.GetDirectories(folder, "obj", SearchOption.AllDirectories))) Directory.Delete(output, recursive: true);
        Replace(Path.Combine(folder, "Clean", "Clean.csproj"), "Contoso.Plain", "Contoso.Scan");
        Replace(Path.Combine(folder, "Prohibited", "Prohibited.csproj"), "Contoso.Scan", "Contoso.Plain");
        Assert.Equal(Exchanged, Build(workspace.DotNet, folder));
    }

    /// <summary>
    /// The feed now has other contents under the same version, as a repaired internal feed may; <c>obj</c> is left as it was. No two projects
    /// share a package here: NuGet writes the assets file anew only for the first project that misses one (docs/limits.md).
    /// </summary>
    [Fact]
    public void PurgeOfThePackageFolder()
    {
        var folder = Folder("Purge");
        Replace(Path.Combine(folder, "Switches.slnx"), "<Project Path=\"App/App.csproj\" />", "");
        var feed = Directory.CreateDirectory(Path.Combine(folder, "feed")).FullName;
        foreach (var id in new[] { $"BannedVendorAnalyzer.{workspace.Version}", "Contoso.Plain.1.0.0", "Contoso.Scan.1.0.0", "Contoso.Leaf.1.0.0" }) File.Copy(Path.Combine(workspace.Feed, $"{id}.nupkg"), Path.Combine(feed, $"{id}.nupkg"));
        File.Copy(Path.Combine(workspace.Root, "NuGet.config"), Path.Combine(folder, "NuGet.config"));
        var packages = Path.Combine(folder, "packages");
        var dotnet = new DotNet(Path.Combine(folder, "home"), packages);
        Assert.Equal(Prohibited, Build(dotnet, folder));

        foreach (var id in new[] { "Contoso.Plain", "Contoso.Scan" }) File.Delete(Path.Combine(feed, $"{id}.1.0.0.nupkg"));
        PackageBuilder.Write(feed, "Contoso.Plain", "1.0.0", files: ["runtimes/linux-x64/native/libkavsdk.so"]);
        PackageBuilder.Write(feed, "Contoso.Scan", "1.0.0");
        Directory.Delete(packages, recursive: true);
        Assert.Equal(Exchanged, Build(dotnet, folder));
    }

    /// <summary>
    /// One SDK is at hand, so this stands for two: <c>global.json</c> lets it roll forward, and <c>SdkAnalysisLevel</c>, which every SDK writes into the
    /// assets file and by which NuGet restores again under another one, changes from an older level to its own. The processes are new in any case.
    /// </summary>
    [Fact]
    public void RollForwardOfTheSdk()
    {
        var folder = Folder("RollForward");
        Assert.Equal(Prohibited, Build(workspace.DotNet, folder, "-p:SdkAnalysisLevel=10.0.100"));
        var before = Assets(folder);

        File.WriteAllText(Path.Combine(folder, "global.json"), """{ "sdk": { "version": "10.0.100", "rollForward": "latestMajor" } }""");
        Assert.Equal(Prohibited, Build(workspace.DotNet, folder));
        Assert.NotEqual(before, Assets(folder));
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
        var folder = Folder("Rules");
        Assert.Equal(Prohibited, Build(workspace.DotNet, folder));

        // The indicator of the stand-in becomes that of the harmless package, in as many bytes.
        OtherRules.Write(workspace.Feed, workspace.Version, version, "\"kavsdk\"", "\"plain\" ");
        Assert.Equal(Exchanged, Build(workspace.DotNet, folder, $"-p:GateVersion={version}"));
    }

    private string Folder(string name) => workspace.Copy("Switches", name);

    private string[] Build(DotNet dotnet, string folder, params string[] more) =>
        BuildLine.Sorted(workspace.Build(dotnet, folder, "Switches.slnx", more).Expect(1), folder);

    private static string Assets(string folder) => File.ReadAllText(Path.Combine(folder, "Clean", "obj", "project.assets.json"));

    private static void Replace(string file, string old, string by) => File.WriteAllText(file, File.ReadAllText(file).Replace(old, by, StringComparison.Ordinal));
}

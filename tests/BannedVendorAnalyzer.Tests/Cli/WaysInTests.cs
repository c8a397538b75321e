using System.Text;
using System.Text.Json;
using BannedVendorAnalyzer.Tests.Assemblies;
using BannedVendorAnalyzer.Tests.Contents;

namespace BannedVendorAnalyzer.Tests.Cli;

/// <summary>Every way in that is no reference of a restored project: what is prohibited is found at its line, and the same with a harmless name is clear.</summary>
public sealed class WaysInTests : IDisposable
{
    private const string Prohibited = "Kaspersky.CaptchaMixer";
    private const string Harmless = "Contoso.Text";

    private readonly ToolWorkspace _workspace = new();

    public WaysInTests() => _workspace.Files.Write(".git/HEAD", "");

    public void Dispose() => _workspace.Dispose();

    /// <summary>What is written, with <c>$ID</c> for the package, where it is found, and as what.</summary>
    public static TheoryData<string, string, string> Ways => new()
    {
        { ".config/dotnet-tools.json", "{ \"version\": 1, \"tools\": {\n  \"$ID\": { \"version\": \"1.0.0\", \"commands\": [\"x\"] } } }", "(2,3): prohibited BVA1006" },
        { "dotnet-tools.json", "{ \"version\": 1, \"tools\": {\n  \"$ID\": { \"version\": \"1.0.0\", \"commands\": [\"x\"] } } }", "(2,3): prohibited BVA1006" },
        { "global.json", "{\n  \"msbuild-sdks\": { \"$ID\": \"1.0.0\" } }", "(2,21): prohibited BVA1006" },
        { "App/App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\">\n  <Sdk Name=\"$ID\" Version=\"1.0.0\" />\n</Project>", "(2,3): prohibited BVA1006" },
        { "App/App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk;$ID/1.0.0\" />", "(1,1): prohibited BVA1006" },
        { "Directory.Build.targets", "<Project>\n\n<Import Project=\"Sdk.targets\" Sdk=\"$ID\" Version=\"1.0.0\" /></Project>", "(3,1): prohibited BVA1006" },
        { "App/packages.config", "<packages>\n  <package id=\"$ID\" version=\"1.0.0\" targetFramework=\"net472\" />\n</packages>", "(2,3): prohibited BVA1001" },
        { "tools/script.cs", "#:property A=b\n#:package $ID@1.0.0\nreturn;\n", "(2,1): prohibited BVA1001" },
        { "tools/script.cs", "#:sdk $ID@1.0.0\nreturn;\n", "(1,1): prohibited BVA1006" },
        { "pack/Product.nuspec", "<package><metadata><dependencies>\n  <dependency id=\"$ID\" version=\"1.0.0\" /></dependencies></metadata></package>", "(2,3): prohibited BVA1001" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void ProhibitedPackage_IsFoundAtItsLine(string file, string text, string expected)
    {
        _workspace.Clean("App");
        _workspace.Files.Write(file, text.Replace("$ID", Prohibited, StringComparison.Ordinal));
        Restored();

        var outcome = _workspace.Check();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"{file}{expected}", outcome.Output, StringComparison.Ordinal);
        Assert.Single(outcome.Output.Split('\n'), line => line.Contains(": prohibited BVA", StringComparison.Ordinal));
        Assert.Contains($"{(file.StartsWith(".config", StringComparison.Ordinal) ? file : Path.GetFileName(file))} → {Prohibited}/1.0.0", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"judged by their ids alone, because their contents are not here: {Prohibited}/1.0.0", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void CleanTwin_Passes(string file, string text, string _)
    {
        _workspace.Clean("App");
        _workspace.Files.Write(file, text.Replace("$ID", Harmless, StringComparison.Ordinal));
        Restored();

        var outcome = _workspace.Check();

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("No indicator matched. 1 project, ", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("by their ids alone", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void FileThatIsNamed_IsChecked(string file, string text, string expected)
    {
        if (file.EndsWith(".csproj", StringComparison.Ordinal) || file.EndsWith(".targets", StringComparison.Ordinal)) return;
        _workspace.Files.Write(file, text.Replace("$ID", Prohibited, StringComparison.Ordinal));

        var outcome = _workspace.Check(file);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"{file}{expected}", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("1 other file and 1 package checked", outcome.Output, StringComparison.Ordinal);
    }

    /// <summary>Nothing but its contents shows whose it is.</summary>
    [Theory]
    [InlineData("dotnet-tools.json", "{ \"version\": 1, \"tools\": { \"Contoso.Scan\": { \"version\": \"1.0\", \"commands\": [\"x\"] } } }", "(1,28): prohibited BVA1006")]
    [InlineData("script.cs", "#:package Contoso.Scan@1.0.0\n", "(1,1): prohibited BVA1003")]
    [InlineData("Product.nuspec", "<package><metadata><dependencies><dependency id=\"contoso.scan\" version=\"[1.0.0,2.0.0)\" /></dependencies></metadata></package>", "(1,34): prohibited BVA1003")]
    [InlineData("packages.lock.json", "{ \"version\": 1, \"dependencies\": { \"net10.0\": { \"Contoso.Scan\": { \"type\": \"Direct\", \"resolved\": \"1.0.0\" } } } }", "(1,48): prohibited BVA1003")]
    public void ContentsInThePackageFolder_Count(string file, string text, string expected)
    {
        _workspace.Files.Write($"packages/contoso.scan/1.0.0/{Projects.Workspace.Library}", "a library");
        _workspace.Files.Write(file, text);

        var outcome = _workspace.Check(file);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"{file}{expected}", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"(file {Projects.Workspace.Library})", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("by their ids alone", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void SourceThatAVendorRuns_IsToBeReviewedWithoutUserOrPassword()
    {
        const string Config = "<configuration><packageSources>\n  <add key=\"feed\" value=\"https://somebody:secret@nuget.$HOST/v3/index.json\" />\n</packageSources></configuration>";
        _workspace.Clean("App");
        _workspace.Files.Write("NuGet.Config", Config.Replace("$HOST", "kaspersky.com", StringComparison.Ordinal));
        Restored();

        var outcome = _workspace.Check();

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("NuGet.Config(2,3): review BVA1004", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Software of Kaspersky is called by the restore from package source 'feed' (host 'nuget.kaspersky.com' in NuGet.Config)", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", outcome.Output + outcome.Error + _workspace.Check("--format", "json").Output, StringComparison.Ordinal);

        _workspace.Files.Write("NuGet.Config", Config.Replace("$HOST", "contoso.example", StringComparison.Ordinal));
        Restored();
        Assert.Contains("No indicator matched. 1 project and 1 package", _workspace.Check().Output, StringComparison.Ordinal);
    }

    /// <summary>As <c>dotnet nuget add source</c> of old named them.</summary>
    [Fact]
    public void SourceThatIsNamedByItsAddress_IsToldWithoutUserPasswordAndKey()
    {
        const string Address = "https://somebody:secret@nuget.kaspersky.com/v3/index.json?key=secret";
        _workspace.Files.Write("NuGet.Config", $"<configuration><packageSources><add key=\"{Address}\" value=\"{Address}\" /></packageSources></configuration>");

        var outcome = _workspace.Check("NuGet.Config");
        Assert.Contains("from package source 'https://nuget.kaspersky.com' (host 'nuget.kaspersky.com'", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", outcome.Output + outcome.Error + _workspace.Check("NuGet.Config", "--format", "json").Output, StringComparison.Ordinal);

        _workspace.Files.Write("NuGet.Config", $"<configuration><packageSources><add key=\"{Address}\" value=\"{Address}\" /></packageSources><disabledPackageSources><add key=\"{Address}\" value=\"true\" /></disabledPackageSources></configuration>");
        Assert.DoesNotContain("BVA1004", _workspace.Check("NuGet.Config").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void FileOfTheRepository_IsReportedOnceForManyProjects()
    {
        _workspace.Clean("A");
        _workspace.Clean("B");
        _workspace.Files.Write("global.json", $"{{ \"msbuild-sdks\": {{ \"{Prohibited}\": \"1.0.0\" }} }}");
        foreach (var name in new[] { "A", "B" }) _workspace.Files.Write($"{name}/{name}.csproj", $"<Project Sdk=\"{Prohibited}\" />");
        Restored();

        using var report = JsonDocument.Parse(_workspace.Check("A/A.csproj", "B/B.csproj", "--format", "json").Output);

        var finding = Assert.Single(report.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(("BVA1006", "global.json"), (finding.GetProperty("code").GetString(), finding.GetProperty("project").GetString()));
        Assert.Equal(2, report.RootElement.GetProperty("projects").GetArrayLength());
        Assert.Equal("global.json", Assert.Single(report.RootElement.GetProperty("repositoryFiles").EnumerateArray()).GetProperty("path").GetString());
        Assert.Contains("build-tools", report.RootElement.GetProperty("checks").GetProperty("run").EnumerateArray().Select(check => check.GetString()));
        Assert.Contains($"package-contents:{Prohibited}/1.0.0", report.RootElement.GetProperty("checks").GetProperty("notRun").EnumerateArray().Select(check => check.GetString()));
    }

    [Fact]
    public void SdkOfDotNetItself_IsNoPackageAndNoFileToCount()
    {
        _workspace.Clean("App", "<Project Sdk=\"Microsoft.NET.Sdk\" />");

        Assert.Contains("No indicator matched. 1 project and 1 package checked", _workspace.Check().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ManifestAboveARoot_DoesNotCount()
    {
        _workspace.Clean("App");
        _workspace.Files.Write(".config/dotnet-tools.json", Manifest(Prohibited, isRoot: false));
        Assert.Equal(1, _workspace.Check("App").ExitCode);

        _workspace.Files.Write("App/dotnet-tools.json", Manifest(Harmless, isRoot: true));
        Assert.Equal(0, _workspace.Check("App").ExitCode);
    }

    [Fact]
    public void ProjectThatIsNotRestored_IsJudgedByItsLockFileAndStaysUnverified()
    {
        _workspace.Files.Write("App/App.csproj", "<Project />");
        _workspace.Files.Write("App/packages.lock.json", $$"""
            { "version": 2, "dependencies": { "net10.0": {
              "Contoso.Video": { "type": "Direct", "resolved": "1.0.0", "dependencies": { "{{Prohibited}}": "1.0.0" } },
              "{{Prohibited}}": { "type": "Transitive", "resolved": "1.0.0" } } } }
            """);

        var outcome = _workspace.Check("App");

        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("App/obj/project.assets.json: unverified BVA0001", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("App/packages.lock.json(3,3): prohibited BVA1002 [net10.0]", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"packages.lock.json → Contoso.Video/1.0.0 → {Prohibited}/1.0.0", outcome.Output, StringComparison.Ordinal);

        _workspace.Clean("App");
        Restored();
        Assert.Equal(0, _workspace.Check("App").ExitCode);
    }

    [Fact]
    public void ContentsThatDifferFromTheLockFile_AreUnverified()
    {
        _workspace.Files.Write("packages/contoso.text/1.0.0/.nupkg.metadata", """{ "version": 2, "contentHash": "b3RoZXI=" }""");
        _workspace.Files.Write("packages.lock.json", """{ "version": 1, "dependencies": { "net10.0": { "Contoso.Text": { "type": "Direct", "resolved": "1.0.0", "contentHash": "aGFzaA==" } } } }""");

        Assert.Equal(2, _workspace.Check("packages.lock.json").ExitCode);

        _workspace.Files.Write("packages/contoso.text/1.0.0/.nupkg.metadata", """{ "version": 2, "contentHash": "aGFzaA==" }""");
        Assert.Equal(0, _workspace.Check("packages.lock.json").ExitCode);
    }

    /// <summary>As nuget.exe unpacks: the archive, which alone has nuspec and signature, beside its files.</summary>
    [Theory]
    [InlineData(null, "packages")]
    [InlineData("<configuration><config><add key=\"repositoryPath\" value=\"eng\\unpacked\" /></config></configuration>", "eng/unpacked")]
    public void PackagesConfig_IsLookedIntoWhereItIsUnpacked(string? config, string folder)
    {
        if (config is not null) _workspace.Files.Write("nuget.config", config);
        _workspace.Files.Write("App/packages.config", "<packages>\n  <package id=\"Contoso.Old\" version=\"1.2\" />\n</packages>");
        var files = $"{folder}/Contoso.Old.1.2";
        _workspace.Files.Write($"{files}/Contoso.Old.1.2.nupkg", new RawZip().Add("Contoso.Old.nuspec", Encoding.UTF8.GetBytes("<package><metadata><id>Contoso.Old</id><version>1.2</version><authors>Contoso</authors></metadata></package>")).Build());
        Assert.Equal(0, _workspace.Check("App/packages.config").ExitCode);

        _workspace.Files.Write($"{files}/lib/net40/Video.dll", new AssemblyImage { Imports = [("HCNetSDK.dll", "Init")] }.Build());
        var outcome = _workspace.Check("App/packages.config");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("App/packages.config(2,3): prohibited BVA1003", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("(import of 'HCNetSDK.dll' in lib/net40/Video.dll (function 'Init' as Contoso.Native.CallInit))", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void NuspecThatAProjectNames_IsCheckedWithItsFiles()
    {
        _workspace.Clean("App");
        _workspace.Files.Write("App/App.csproj", "<Project><PropertyGroup><NuspecFile>..\\pack\\$(MSBuildProjectName).nuspec</NuspecFile></PropertyGroup></Project>");
        _workspace.Files.Write("pack/App.nuspec", "<package><metadata /><files>\n  <file src=\"native\\**\\*.dll\" target=\"runtimes\" /></files></package>");
        _workspace.Files.Write("pack/native/x64/HCNetSDK.dll", "a library");
        Restored();

        var outcome = _workspace.Check("App/App.csproj");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("pack/App.nuspec(2,3): prohibited BVA1005", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("is contained in file 'native/x64/HCNetSDK.dll'", outcome.Output, StringComparison.Ordinal);

        File.Move(_workspace.Files["pack/native/x64/HCNetSDK.dll"], _workspace.Files["pack/native/x64/frames.dll"]);
        Assert.Equal(0, _workspace.Check("App/App.csproj").ExitCode);
    }

    [Fact]
    public void WaiverForATool_AnswersIt()
    {
        _workspace.Clean("App");
        _workspace.Files.Write("dotnet-tools.json", Manifest("Contoso.Scan", isRoot: true));
        _workspace.Files.Write($"packages/contoso.scan/1.0.0/{Projects.Workspace.Library}", "a library");
        _workspace.Files.Write("packages/contoso.scan/1.0.0/.nupkg.metadata", """{ "version": 2, "contentHash": "c2hhNTEy" }""");
        _workspace.Files.Write("banned-vendors.json", "{ \"root\": true, \"waivers\": [\n" + string.Join(",\n", new[] { "us-ndaa18-1634", "us-icts-kaspersky" }.Select(authority => $$"""
            { "vendor": "kaspersky", "package": "Contoso.Scan", "version": "1.0.0", "sha512": "c2hhNTEy", "authority": "{{authority}}", "kind": "not-applicable",
              "reason": "Only run in the laboratory", "approvedBy": "Compliance office", "from": "2026-06-01", "until": "2027-05-31" }
            """)) + "\n] }");

        var outcome = _workspace.Check();

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("dotnet-tools.json(1,44): prohibited (waived) BVA1006", outcome.Output, StringComparison.Ordinal);

        _workspace.Files.Write("packages/contoso.scan/1.0.0/.nupkg.metadata", """{ "version": 2, "contentHash": "b3RoZXI=" }""");
        Assert.Contains("BVA0005", _workspace.Check().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void VendorOfThePolicy_IsFoundInFilesOfItsFolder()
    {
        _workspace.Clean("App");
        _workspace.Files.Write("dotnet-tools.json", Manifest("Initech.Reports", isRoot: true));
        Assert.Equal(0, _workspace.Check().ExitCode);

        _workspace.Files.Write("banned-vendors.json", """
            { "root": true, "prohibit": [{ "vendor": "initech", "from": "2026-01-01", "reason": "Decision 12 of the board" }],
              "vendors": [{ "id": "initech", "name": "Initech", "entities": [], "listings": [],
                "products": [{ "id": "reports", "name": "Reports", "class": "other-software",
                  "indicators": [{ "kind": "package-id", "value": "Initech.Reports", "relation": "published", "source": "our own inventory" }] }],
                "mustMatch": [{ "package-id": "Initech.Reports" }], "mustNotMatch": [{ "package-id": "Initiative" }] }] }
            """);
        var outcome = _workspace.Check();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("dotnet-tools.json(1,44): prohibited BVA1006", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Decision 12 of the board", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void InvalidPolicyOfAFile_JudgesNothing()
    {
        _workspace.Clean("App");
        _workspace.Files.Write("scripts/app.cs", $"#:package {Prohibited}@1.0.0\n");
        _workspace.Files.Write("scripts/banned-vendors.json", "{ \"root\": 1 }");

        var outcome = _workspace.Check();

        Assert.Equal(4, outcome.ExitCode);
        Assert.Contains("scripts/banned-vendors.json(1,11): error BVA0002", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WaiverForTheSettings_AcceptsTheirSources()
    {
        _workspace.Clean("App");
        var config = _workspace.Files.Write("nuget.config", "<configuration><packageSources><add key=\"feed\" value=\"https://nuget.kaspersky.com\" /></packageSources></configuration>");
        Restored();
        Waive(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(config))));

        Assert.Contains("nuget.config(1,32): review (waived) BVA1004", _workspace.Check().Output, StringComparison.Ordinal);

        Waive(new string('0', 64));
        Assert.Contains("BVA0005", _workspace.Check().Output, StringComparison.Ordinal);

        void Waive(string sha256) => _workspace.Files.Write("banned-vendors.json", "{ \"root\": true, \"waivers\": [\n" + string.Join(",\n", new[] { "us-ndaa18-1634", "us-icts-kaspersky" }.Select(authority => $$"""
            { "vendor": "kaspersky", "file": "nuget.config", "sha256": "{{sha256}}", "authority": "{{authority}}", "kind": "not-applicable",
              "reason": "Only mirrors", "approvedBy": "Compliance office", "from": "2026-06-01", "until": "2027-05-31" }
            """)) + "\n] }");
    }

    [Fact]
    public void DamagedFiles_AreUnverifiedWithTheirPlace()
    {
        _workspace.Clean("App");
        _workspace.Files.Write("global.json", "{\n  \"msbuild-sdks\": [] }");

        var outcome = _workspace.Check("App");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("global.json(2,19): unverified BVA0001", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderWithNothingButAnApp_NeedsNoProject()
    {
        using var folder = new TempFolder();
        folder.Write("app.cs", $"#:package {Prohibited}@1.0.0\n");
        Assert.Contains("app.cs(1,1): prohibited BVA1001", ToolWorkspace.Run(folder.Root, "check").Output, StringComparison.Ordinal);

        folder.Write("app.cs", "return;\n");
        Assert.Equal(64, ToolWorkspace.Run(folder.Root, "check").ExitCode);
        Assert.Equal(64, ToolWorkspace.Run(folder.Root, "check", "app.cs").ExitCode);
    }

    [Fact]
    public void InstalledPackages_AreNotTakenForSources()
    {
        _workspace.Clean("App");
        _workspace.Files.Write("restored/a/1.0.0/.nupkg.metadata", "{}");
        _workspace.Files.Write("restored/a/1.0.0/a.nuspec", $"<package><metadata><dependencies><dependency id=\"{Prohibited}\" version=\"1.0.0\" /></dependencies></metadata></package>");
        Assert.Equal(0, _workspace.Check().ExitCode);

        File.Delete(_workspace.Files["restored/a/1.0.0/.nupkg.metadata"]);
        Assert.Equal(1, _workspace.Check().ExitCode);
    }

    private static string Manifest(string id, bool isRoot) => $"{{ \"version\": 1, \"isRoot\": {(isRoot ? "true" : "false")}, \"tools\": {{ \"{id}\": {{ \"version\": \"1.0.0\", \"commands\": [\"x\"] }} }} }}";

    /// <summary>Everything that was written is older than the last restore.</summary>
    private void Restored()
    {
        foreach (var file in Directory.GetFiles(_workspace.Root, "*", SearchOption.AllDirectories)) _workspace.Written(Path.GetRelativePath(_workspace.Root, file), 0);
    }
}

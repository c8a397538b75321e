using System.Text.Json;
using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>The packed and installed tool on real projects.</summary>
public sealed class ToolTests(Workspace workspace)
{
    private BuiltScenario Packages => workspace.Built("Packages");

    [Fact]
    public void ToolAndBuild_FindTheSame()
    {
        // The build takes switch, audience and day of these from the project; the tool takes them from its command line.
        string[] ownOptions = ["UnknownAudience.csproj", "PastDay.csproj", "CleanCanada.csproj", "SwitchedOff.csproj", "ShieldedLibrary.csproj", "ShieldedApp.csproj"];
        var build = Packages.Lines.Where(line => !ownOptions.Contains(line.Project)).Select(ToolFinding.LineOf).Distinct().Order(StringComparer.Ordinal);
        using var report = Json(1, "Packages.slnx", "--no-restore");
        var tool = ToolFinding.Of(report).Where(finding => !ownOptions.Contains(Path.GetFileName(finding.Project))).Select(finding => finding.Line);

        Assert.Equal(build, tool.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Json_IsTheSameToTheByteAndSaysByWhichProvision()
    {
        var first = workspace.Tool(Packages.Folder, "check", "DirectCSharp", "--format", "json").Expect(1);
        Assert.Equal(first.Output, workspace.Tool(Packages.Folder, "check", "DirectCSharp", "--format", "json").Expect(1).Output);

        using var report = JsonDocument.Parse(first.Output);
        var provision = Findings(report).Single().GetProperty("provision");
        Assert.Equal(("us-ndaa18-1634", "us-federal-contractor", "2018-10-01", "text"), (Text(provision, "authority"), Text(provision, "audience"), Text(provision, "from"), Text(provision, "basis")));
        Assert.Equal("prohibited", Text(report.RootElement, "verdict"));
    }

    [Theory]
    [InlineData("us-federal-contractor", "2018-10-01", "prohibited", 1)]
    [InlineData("us-federal-contractor", "2018-09-30", "review", 0)]
    [InlineData("us-person", "2026-11-20", "review", 0)]
    [InlineData("ca-government,au-government", "2026-11-20", "prohibited", 1)]
    [InlineData("ca-government", "2026-11-20", "clear", 0)]
    public void AudienceAndDay_DecideTheVerdict(string audience, string asOf, string verdict, int exitCode)
    {
        using var report = Json(exitCode, "DirectCSharp", "--audience", audience, "--as-of", asOf);
        Assert.Equal(verdict, Text(report.RootElement, "verdict"));
        Assert.Equal(asOf, Text(report.RootElement, "asOf"));
    }

    [Fact]
    public void RecognisedAndClear_IsListedWithTheReason()
    {
        using var report = Json(0, "DirectCSharp", "--audience", "ca-government");
        var recognised = report.RootElement.GetProperty("recognised").EnumerateArray().Single();
        Assert.Equal(("Kaspersky.CaptchaMixer", "kaspersky"), (Text(recognised, "package"), Text(recognised, "vendor")));
        Assert.NotEmpty(Text(recognised, "why"));
    }

    [Fact]
    public void AProjectAlone_IsCheckedWithTheProjectsItReferences()
    {
        using var report = Json(1, "App/App.csproj");
        Assert.Equal(["Library/Library.csproj"], Findings(report).Select(finding => Text(finding, "project")));
    }

    [Fact]
    public void WithoutAnAssetsFile_RestoresAndSaysSo()
    {
        var folder = Ungated("Restores");
        var unverified = workspace.Tool(folder, "check", "Contents", "--no-restore").Expect(2);
        Assert.Contains("BVA0001", unverified.Output, StringComparison.Ordinal);

        var restored = workspace.Tool(folder, "check", "Contents").Expect(1);
        Assert.Contains("Restoring Contents/Contents.csproj", restored.Error, StringComparison.Ordinal);
        Assert.Contains("prohibited BVA1003", restored.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AssetsFileAlone_IsChecked()
    {
        var result = workspace.Tool(Packages.Folder, "check", "Contents/obj/project.assets.json").Expect(1);
        Assert.Contains("Contents/Contents.csproj(6,5): prohibited BVA1003", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void UngatedSolution_ReportsTheCauseOnce()
    {
        var folder = Ungated("Causes");
        File.WriteAllText(Path.Combine(folder, "Two.sln"), """
            Microsoft Visual Studio Solution File, Format Version 12.00
            Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "App", "App\App.csproj", "{00000000-0000-0000-0000-000000000001}"
            EndProject
            Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "Library", "Library\Library.csproj", "{00000000-0000-0000-0000-000000000002}"
            EndProject
            Project("{8BC9CEB8-8B4A-11D0-8D11-00A0C91BC942}") = "Native", "Native\Native.vcxproj", "{00000000-0000-0000-0000-000000000003}"
            EndProject
            Global
            EndGlobal
            """);
        File.Delete(Path.Combine(folder, "Packages.slnx"));

        var result = workspace.Tool(folder, "check", "--format", "json").Expect(1);

        using var report = JsonDocument.Parse(result.Output);
        Assert.Equal(["Library/Library.csproj"], Findings(report).Select(finding => Text(finding, "project")));
        Assert.Contains("\"project:Native/Native.vcxproj\"", result.Output, StringComparison.Ordinal);
        Assert.Contains("not checked: Native/Native.vcxproj", workspace.Tool(folder, "check").Expect(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderWithoutSolution_ChecksEveryProjectBelow()
    {
        var result = workspace.Tool(Packages.Folder, "check", "Central", "--no-restore").Expect(1);
        Assert.Contains("2 projects", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_GoesToTheFile()
    {
        var result = workspace.Tool(Packages.Folder, "check", "Contents", "--format", "json", "--output", "report.json").Expect(1);
        Assert.Empty(result.Output);
        using var report = JsonDocument.Parse(File.ReadAllText(Path.Combine(Packages.Folder, "report.json")));
        Assert.Single(Findings(report));
    }

    [Fact]
    public void DamagedSolutionAndMissingProject_AreUnverified()
    {
        var folder = Directory.CreateDirectory(Path.Combine(workspace.Root, "Damaged")).FullName;
        File.WriteAllText(Path.Combine(folder, "Bad.slnx"), "<Solution>\n  <Project Path=\"A.csproj\">\n");
        File.WriteAllText(Path.Combine(folder, "Gone.slnx"), "<Solution><Project Path=\"Gone/Gone.csproj\" /></Solution>");

        File.WriteAllText(Path.Combine(folder, "None.slnx"), "<Solution />");

        var result = workspace.Tool(folder, "check").Expect(2);

        Assert.Contains("Bad.slnx(3,1): unverified BVA0001", result.Output, StringComparison.Ordinal);
        Assert.Contains("Gone/Gone.csproj: unverified BVA0001", result.Output, StringComparison.Ordinal);
        Assert.Contains("None.slnx: unverified BVA0001", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64, "check", "no-such-folder")]
    [InlineData(64, "check", "--no-such-option")]
    [InlineData(64, "check", "Contents/Contents.csproj", "--format", "xml")]
    [InlineData(64, "explain", "BVA9999")]
    [InlineData(64)]
    [InlineData(4, "check", "Contents", "--audience", "us-contractor")]
    [InlineData(4, "check", "Contents", "--as-of", "tomorrow")]
    public void BadInput_HasItsExitCodeAndSaysWhy(int exitCode, params string[] arguments)
    {
        var result = workspace.Tool(Packages.Folder, arguments).Expect(exitCode);
        Assert.NotEmpty(result.Error);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_PrintsThePage()
    {
        Assert.StartsWith("# BVA1002: ", workspace.Tool(Packages.Folder, "explain", "bva1002").Expect(0).Output, StringComparison.Ordinal);
    }

    /// <summary>The verdict, code and place are those that the check of the same project reports.</summary>
    [Fact]
    public void ExplainOfAPackage_AgreesWithTheCheck()
    {
        using var report = Json(1, "DirectCSharp");
        var finding = Findings(report).Single();
        var location = finding.GetProperty("location");
        var place = $"{Text(location, "file")}({location.GetProperty("line").GetInt32()},{location.GetProperty("column").GetInt32()})";

        var output = workspace.Tool(Packages.Folder, "explain", "kaspersky.captchamixer", "DirectCSharp", "--no-restore").Expect(0).Output;

        Assert.Contains($"  {place}: {Text(finding, "verdict")} {Text(finding, "code")} [net10.0]", output, StringComparison.Ordinal);
        Assert.Contains(string.Join(" → ", finding.GetProperty("path").EnumerateArray().Select(step => step.GetString())), output, StringComparison.Ordinal);
        Assert.Contains($"[{Text(finding.GetProperty("provision"), "authority")}]", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hikvision", "Hikvision [hikvision]")]
    [InlineData("us-889", "Section 889 of the FY2019 NDAA [us-889]")]
    public void Explain_PrintsVendorsAndAuthorities(string word, string firstLine) =>
        Assert.StartsWith(firstLine, workspace.Tool(Packages.Folder, "explain", word).Expect(0).Output, StringComparison.Ordinal);

    /// <summary>The output of a project that has no finding itself, with a library beside it that somebody put there.</summary>
    [Fact]
    public void PublishFolder_IsLookedIntoFileByFile()
    {
        var folder = Ungated("Published");
        workspace.DotNet.Run(folder, "publish", "CleanCSharp/CleanCSharp.csproj", "-tl:off", "-o", "publish").Expect(0);
        Assert.Contains("No indicator matched.", workspace.Tool(folder, "check", "publish").Expect(0).Output, StringComparison.Ordinal);

        File.Copy(Path.Combine(folder, "publish", "CleanCSharp.dll"), Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "publish", "native")).FullName, "HCNetSDK.dll"));

        var result = workspace.Tool(folder, "check", "publish", "--format", "json").Expect(1);
        using var report = JsonDocument.Parse(result.Output);
        var finding = Findings(report).Single();
        Assert.Equal(("BVA1005", "hikvision", "publish/native/HCNetSDK.dll"), (Text(finding, "code"), Text(finding, "vendor"), Text(finding.GetProperty("location"), "file")));
        Assert.Contains("publish/native/HCNetSDK.dll", workspace.Tool(folder, "inspect", "publish/native/HCNetSDK.dll").Expect(0).Output, StringComparison.Ordinal);
        Assert.Contains("prohibited BVA1001", workspace.Tool(folder, "check", Directory.GetFiles(workspace.Feed, "Kaspersky.CaptchaMixer.*.nupkg").Single()).Expect(1).Output, StringComparison.Ordinal);
    }

    private string Ungated(string name)
    {
        var folder = workspace.Copy("Packages", name);
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        return folder;
    }

    private JsonDocument Json(int exitCode, string path, params string[] more) =>
        JsonDocument.Parse(workspace.Tool(Packages.Folder, ["check", path, "--format", "json", .. more]).Expect(exitCode).Output);

    private static List<JsonElement> Findings(JsonDocument report) => [.. report.RootElement.GetProperty("findings").EnumerateArray()];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}

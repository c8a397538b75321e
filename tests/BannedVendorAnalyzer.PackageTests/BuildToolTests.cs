using System.Text.Json;
using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>What a build runs or downloads beside its references, as MSBuild and NuGet really do; the solution is built once.</summary>
public sealed class BuildToolTests(Workspace workspace)
{
    private BuiltScenario BuildTools => workspace.Built("BuildTools", folder =>
    {
        Binaries.WriteAnalyzers(folder);
        workspace.DotNet.Run(folder, "tool", "restore").Expect(0);
    });

    [Fact]
    public void EveryBuildTool_FailsAtItsLine()
    {
        BuildTools.Result.Expect(1);
        Assert.Equal(
            [
                "BVA1003 error Generator/Generator.csproj(6,5) Generator.csproj",
                "BVA1006 error Download/Download.csproj(6,5) Download.csproj",
                "BVA1006 error Loose/Loose.csproj(6,5) Loose.csproj",
                "BVA1006 error Pack/Pack.csproj Pack.csproj",
            ],
            BuildLine.Sorted(BuildTools.Lines));
    }

    [Theory]
    [InlineData("Download", "is contained in package 'Contoso.Scan' 1.0.0 (file runtimes/linux-x64/native/libkavsdk.so)")]
    [InlineData("Download", "Path: Download → Contoso.Scan/1.0.0.")]
    [InlineData("Generator", "is bound by package 'Contoso.Generator' 1.0.0 (import of 'HCNetSDK.dll' in analyzers/dotnet/cs/Generator.dll")]
    [InlineData("Loose", "is bound by file 'libs/Video.dll' (import of 'HCNetSDK.dll' in Video.dll (function 'Init' as Contoso.Native.CallInit))")]
    [InlineData("Pack", "is contained in package 'QuickNV.HikvisionNetSDK.Native' 1.0.0 (package id recorded in the rules")]
    public void Message_NamesWhatWasSeen(string project, string expected) =>
        Assert.Contains(expected, BuildTools.Lines.First(line => line.Project == $"{project}.csproj").Message, StringComparison.Ordinal);

    [Fact]
    public void CleanTwins_AreCompiled()
    {
        foreach (var name in new[] { "DownloadClean", "GeneratorClean", "LooseClean", "PackClean", "Sdks" }) Assert.Contains($"{name} -> ", BuildTools.Result.Output, StringComparison.Ordinal);
        foreach (var name in new[] { "Download", "Generator", "Loose", "Pack" }) Assert.DoesNotContain($"{name} -> ", BuildTools.Result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void SecondBuild_PrintsTheSame() =>
        Assert.Equal(BuildLine.Sorted(BuildTools.Lines), BuildLine.Sorted(workspace.Build(BuildTools.Folder, "BuildTools.slnx").Expect(1), BuildTools.Folder));

    /// <summary>
    /// Beside what both find, the tool finds what no build of a project sees, by what is in the packages: nothing else shows whose these are. dotnet keeps the archive
    /// of a tool beside its files.
    /// </summary>
    [Fact]
    public void Tool_FindsTheSameInProjectsAndTheToolsAndSdksOfTheRepository()
    {
        using var report = JsonDocument.Parse(workspace.Tool(BuildTools.Folder, "check", "--no-restore", "--format", "json").Expect(1).Output);

        var findings = ToolFinding.Of(report).ToList();
        var ofProjects = findings.Where(finding => finding.Project.EndsWith(".csproj", StringComparison.Ordinal)).Select(finding => finding.Line);
        Assert.Equal(BuildTools.Lines.Select(ToolFinding.LineOf).Distinct().Order(StringComparer.Ordinal), ofProjects.Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                ".config/dotnet-tools.json BVA1006 .config/dotnet-tools.json(5,5) 'Hikvision device network SDK (HCNetSDK)' of Hikvision is bound by package 'contoso.tool' 1.0.0 (import of 'HCNetSDK.dll' in Contoso.Tool.nupkg!/tools/net10.0/any/Tool.dll",
                "global.json BVA1006 global.json(3,5) 'Hikvision device network SDK (HCNetSDK)' of Hikvision is bound by package 'Contoso.Sdk' 1.0.0 (import of 'HCNetSDK.dll' in tools/Tasks.dll",
            ],
            findings.Where(finding => !finding.Project.EndsWith(".csproj", StringComparison.Ordinal)).Select(finding => $"{finding.Project} {finding.Line}"[..$"{finding.Project} {finding.Line}".IndexOf(" (function", StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("package-contents:", report.RootElement.GetProperty("checks").GetProperty("notRun").GetRawText(), StringComparison.Ordinal);
    }
}

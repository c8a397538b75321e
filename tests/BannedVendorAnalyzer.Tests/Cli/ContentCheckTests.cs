using System.Text.Json;
using BannedVendorAnalyzer.Cli;
using BannedVendorAnalyzer.Tests.Assemblies;
using BannedVendorAnalyzer.Tests.Binaries;
using BannedVendorAnalyzer.Tests.Contents;

namespace BannedVendorAnalyzer.Tests.Cli;

/// <summary>Folders without projects, and files that are named alone.</summary>
public sealed class ContentCheckTests : IDisposable
{
    private static readonly byte[] _native = new ElfBuilder { Name = "libcontoso.so", Needed = ["libc.so.6"] }.Build();
    private static readonly byte[] _managed = new AssemblyImage { Name = "Contoso.App" }.Build();
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FolderOfAProduct_IsOneFindingWithAllItsFiles()
    {
        _folder.Write("publish/App.dll", new AssemblyImage { Name = "App", Imports = [("HCNetSDK", "NET_DVR_Init")] }.Build());
        _folder.Write("publish/sdk/HCNetSDK.dll", _native);
        _folder.Write("publish/sdk/HCNetSDKCom/PlayCtrl.dll", _native);
        _folder.Write("publish/Clean.dll", _managed);

        var outcome = Check("publish", "--format", "json");

        using var report = JsonDocument.Parse(outcome.Output);
        var finding = Assert.Single(Findings(report));
        Assert.Equal(ExitCode.Prohibited, outcome.ExitCode);
        Assert.Equal(("BVA1005", "prohibited", "hikvision", "contains"), (Text(finding, "code"), Text(finding, "verdict"), Text(finding, "vendor"), Text(finding, "relation")));
        Assert.Equal(
            ["publish/App.dll", "publish/sdk/HCNetSDK.dll", "publish/sdk/HCNetSDKCom/PlayCtrl.dll"],
            finding.GetProperty("evidence").EnumerateArray().Select(evidence => Text(evidence, "file")).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["publish"], finding.GetProperty("path").EnumerateArray().Select(step => step.GetString()));
        Assert.Equal("publish/sdk/HCNetSDK.dll", Text(finding.GetProperty("location"), "file"));
        Assert.False(finding.TryGetProperty("package", out _));
        Assert.Contains("of Hikvision is contained in folder 'publish' (", Text(finding, "message"), StringComparison.Ordinal);
        Assert.Contains("To clear: remove or replace these files, or obtain", Text(finding, "message"), StringComparison.Ordinal);
        Assert.Equal(1, report.RootElement.GetProperty("counts").GetProperty("prohibited").GetInt32());
        Assert.Equal(4, report.RootElement.GetProperty("scanned").GetProperty("files").GetInt32());
        Assert.Equal("publish folder 4", report.RootElement.GetProperty("contents").EnumerateArray().Select(content => $"{Text(content, "path")} {Text(content, "kind")} {content.GetProperty("files").GetInt32()}").Single());
    }

    [Fact]
    public void FoldersBesideEachOther_AreFindingsOfTheirOwn()
    {
        _folder.Write("root/opt/one/libhcnetsdk.so", _native);
        _folder.Write("root/opt/one2/libhcnetsdk.so", _native);

        using var report = JsonDocument.Parse(Check("root", "--format", "json").Output);

        Assert.Equal(["root|opt/one/libhcnetsdk.so", "root|opt/one2/libhcnetsdk.so"], Findings(report).Select(finding => string.Join('|', finding.GetProperty("path").EnumerateArray().Select(step => step.GetString()))));
    }

    [Fact]
    public void CleanFolder_IsClear()
    {
        _folder.Write("publish/Contoso.App.dll", _managed);
        _folder.Write("publish/readme.txt", "HCNetSDK");

        var outcome = Check("publish/");

        Assert.Equal(ExitCode.Clear, outcome.ExitCode);
        Assert.StartsWith("No indicator matched. 2 files checked for us-federal-contractor (default)", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void NameThatSeveralMakersUse_IsReviewWhereItIsAlone()
    {
        _folder.Write("publish/PlayCtrl.dll", _native);

        var outcome = Check("publish");

        Assert.Equal(ExitCode.Clear, outcome.ExitCode);
        Assert.StartsWith("publish/PlayCtrl.dll: review BVA1004", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("File 'publish/PlayCtrl.dll' carries the name of Hikvision (file publish/PlayCtrl.dll)", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void RenamedFile_IsKnownByItsOwnName()
    {
        _folder.Write("render.bin", new ElfBuilder { Name = "libhcnetsdk.so.6" }.Build());

        var outcome = Check("render.bin");

        Assert.Equal(ExitCode.Prohibited, outcome.ExitCode);
        Assert.Contains("render.bin: prohibited BVA1005", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("of Hikvision is contained in file 'render.bin' (file render.bin ('libhcnetsdk.so.6', by its own name))", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("  to clear  remove or replace 'render.bin', or obtain", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("  path ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatLiesInAnArchive_IsFoundInTheFileThatHoldsIt()
    {
        _folder.Write("dist/tools.zip", new RawZip().Add("x64/HCNetSDK.dll", _native).Build());

        var output = Check("dist").Output;

        Assert.StartsWith("dist/tools.zip: prohibited BVA1005", output, StringComparison.Ordinal);
        Assert.Contains("is contained in file 'dist/tools.zip' (file dist/tools.zip!/x64/HCNetSDK.dll)", output, StringComparison.Ordinal);
        Assert.Contains("  path      dist → tools.zip", output, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesInsideFiles_LeadNowhere()
    {
        var inner = new AssemblyImage { Name = "Inner", Imports = [("HCNetSDK", "NET_DVR_Init")] }.Build();
        _folder.Write("publish/a!/Host.dll", new AssemblyImage { Name = "Host", Resources = [("../../../other", inner)] }.Build());

        var output = Check("publish").Output;

        Assert.StartsWith("publish/a!/Host.dll: prohibited BVA1005", output, StringComparison.Ordinal);
        Assert.Contains("is bound by file 'publish/a!/Host.dll' (import of 'HCNetSDK' in publish/a!/Host.dll!/../../../other (function", output, StringComparison.Ordinal);
    }

    [Fact]
    public void ClearFiles_AreRecognised()
    {
        _folder.Write("libkavsdk.so", _native);

        using var report = JsonDocument.Parse(Check("libkavsdk.so", "--audience", "ca-government", "--as-of", "2016-01-01", "--format", "json").Output);

        var recognised = Assert.Single(report.RootElement.GetProperty("recognised").EnumerateArray());
        Assert.Equal(("libkavsdk.so", "kaspersky"), (Text(recognised, "file"), Text(recognised, "vendor")));
    }

    [Fact]
    public void DamagedImage_IsReview()
    {
        _folder.Write("publish/Contoso.dll", _managed[..1000]);

        var outcome = Check("publish");

        Assert.Equal(ExitCode.Clear, outcome.ExitCode);
        Assert.StartsWith("publish/Contoso.dll: review BVA1004", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void DamageInsideAFile_StandsAtThatFile()
    {
        _folder.Write("publish/Host.dll", new AssemblyImage { Name = "Host", Resources = [("../inner", _managed[..1000])] }.Build());

        Assert.StartsWith("publish/Host.dll: review BVA1004\n  observed  '../inner': ", Check("publish").Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void LinkThatLeavesTheFolder_IsUnverified()
    {
        _folder.Write("elsewhere/a.dll", _managed);
        _folder.Write("publish/b.dll", _managed);
        File.CreateSymbolicLink(_folder["publish/a.dll"], _folder["elsewhere/a.dll"]);

        var outcome = Check("publish");

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains("'a.dll' is a symbolic link that leaves the folder", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void EmptyFolder_IsUnverified()
    {
        Directory.CreateDirectory(_folder["publish"]);

        var outcome = Check("publish");

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains("The folder holds no file, so nothing was looked at", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void FileThatPromisesABinaryAndIsNone_IsUnverified()
    {
        _folder.Write("a.dll", "text");

        var outcome = Check("a.dll");

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains("a.dll: unverified BVA0001", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("")]
    public void FileInWhichNothingIsLookedFor_IsWrongUsage(string text)
    {
        _folder.Write("a.txt", text);

        var outcome = Check("a.txt");

        Assert.Equal(ExitCode.WrongUsage, outcome.ExitCode);
        Assert.StartsWith("'a.txt' is none of: a folder, ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderThatNobodyNamed_IsNotSearchedForFiles()
    {
        _folder.Write("HCNetSDK.dll", _native);

        var outcome = Check();

        Assert.Equal(ExitCode.WrongUsage, outcome.ExitCode);
        Assert.Equal("no solution in '.' and no project below it; 'banned-vendors check .' looks into its files", outcome.Error.Trim());
        Assert.Equal(ExitCode.Prohibited, Check(".").ExitCode);
    }

    [Fact]
    public void ManyFiles_GiveTheSameReportToTheByte()
    {
        foreach (var number in Enumerable.Range(1, 200)) _folder.Write($"publish/{number % 10}/{number}/libhcnetsdk.so", number % 3 == 0 ? _native : _managed[..900]);

        Assert.Equal(Check("publish", "--format", "json").Output, Check("publish", "--format", "json").Output);
    }

    [Fact]
    public void Explain_SaysThatNoPackageCameInThere()
    {
        _folder.Write("publish/a.dll", _managed);

        var outcome = ToolWorkspace.Run(_folder.Root, "explain", "Some.Package", "publish");

        Assert.Equal((ExitCode.WrongUsage, "'publish' is no project and holds none, so no package came in there; 'banned-vendors inspect publish' shows what is in it"), (outcome.ExitCode, outcome.Error.Trim()));
    }

    private static List<JsonElement> Findings(JsonDocument report) => [.. report.RootElement.GetProperty("findings").EnumerateArray()];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private ToolOutcome Check(params string[] arguments) => ToolWorkspace.Run(_folder.Root, ["check", .. arguments]);
}

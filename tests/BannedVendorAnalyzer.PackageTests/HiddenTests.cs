using System.Text.Json;
using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>Components that no package id shows, with real bytes in real builds; the solution is built once.</summary>
public sealed class HiddenTests(Workspace workspace)
{
    private BuiltScenario Hidden => workspace.Built("Hidden", Binaries.WriteLoose);

    [Fact]
    public void EveryHidingPlace_IsReportedAtItsLine()
    {
        Hidden.Result.Expect(1);
        Assert.Equal(
            [
                "BVA1003 error NativeFile/NativeFile.csproj(6,5) NativeFile.csproj",
                "BVA1003 error PlayerBesideSdk/PlayerBesideSdk.csproj(6,5) PlayerBesideSdk.csproj",
                "BVA1003 error Renamed/Renamed.csproj(6,5) Renamed.csproj",
                "BVA1003 error Wrapper/Wrapper.csproj(6,5) Wrapper.csproj",
                "BVA1004 warning Player/Player.csproj(6,5) Player.csproj",
                "BVA1005 error Copied/Copied.csproj(6,5) Copied.csproj",
                "BVA1005 error DirectPInvoke/DirectPInvoke.csproj(6,5) DirectPInvoke.csproj",
                "BVA1005 error NativeLibrary/NativeLibrary.csproj(6,5) NativeLibrary.csproj",
                "BVA1005 error NativeReference/NativeReference.csproj(6,5) NativeReference.csproj",
                "BVA1005 error Reference/Reference.csproj(6,5) Reference.csproj",
                "BVA1005 error Resource/Resource.csproj(6,5) Resource.csproj",
            ],
            BuildLine.Sorted(Hidden.Lines));
    }

    [Theory]
    [InlineData("Wrapper", "is bound by package 'Contoso.Video' 1.0.0 (import of 'dhnetsdk' in lib/netstandard2.0/Contoso.Video.dll (function 'CLIENT_Init' as Contoso.Native.CallCLIENT_Init)). Dahua Technology Company is named in Section 889 of the FY2019 NDAA (Pub. L. 115-232)")]
    [InlineData("Wrapper", "Path: Wrapper → Contoso.Video/1.0.0.")]
    [InlineData("NativeFile", "is contained in package 'Contoso.Capture' 1.0.0 (file runtimes/linux-x64/native/libhcnetsdk.so)")]
    [InlineData("Renamed", "is contained in package 'Contoso.Codec' 1.0.0 (100 exported functions 'NET_DVR_…' in runtimes/win-x64/native/codec.dll)")]
    [InlineData("Player", "carries the name of Hikvision (file runtimes/win-x64/native/PlayCtrl.dll)")]
    [InlineData("PlayerBesideSdk", "(file runtimes/win-x64/native/HCNetSDK.dll; file runtimes/win-x64/native/PlayCtrl.dll)")]
    [InlineData("Reference", "is bound by file 'libs/Video.dll' (import of 'HCNetSDK.dll' in Video.dll (function 'Init' as Contoso.Native.CallInit))")]
    [InlineData("Copied", "is contained in file 'data/frames.dat' (100 exported functions 'NET_DVR_…' in frames.dat)")]
    [InlineData("Resource", "is contained in file 'data/frames.bin' (100 exported functions 'NET_DVR_…' in frames.bin)")]
    [InlineData("NativeReference", "is bound by file 'libs/frames.lib' (import of 'HCNetSDK.dll' in frames.lib)")]
    [InlineData("NativeLibrary", "is bound by file 'libs/frames.lib' (import of 'HCNetSDK.dll' in frames.lib)")]
    [InlineData("DirectPInvoke", "is bound by file 'HCNetSDK' (import of 'HCNetSDK' in HCNetSDK)")]
    public void Message_NamesWhatWasSeen(string project, string expected) =>
        Assert.Contains(expected, Hidden.Lines.First(line => line.Project == $"{project}.csproj").Message, StringComparison.Ordinal);

    [Fact]
    public void CleanTwins_AreCompiled()
    {
        foreach (var name in new[] { "LooseClean", "PackageClean", "Player" })
            Assert.NotEmpty(Directory.GetFiles(Path.Combine(Hidden.Folder, name, "bin"), $"{name}.dll", SearchOption.AllDirectories));
    }

    [Fact]
    public void ToolAndBuild_FindTheSame()
    {
        var build = Hidden.Lines.Select(ToolFinding.LineOf).Distinct().Order(StringComparer.Ordinal);
        using var report = JsonDocument.Parse(workspace.Tool(Hidden.Folder, "check", "Hidden.slnx", "--no-restore", "--format", "json").Expect(1).Output);

        Assert.Equal(build, ToolFinding.Of(report).Select(finding => finding.Line).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void SecondBuild_PrintsTheSame() =>
        Assert.Equal(BuildLine.Sorted(Hidden.Lines), BuildLine.Sorted(workspace.Build(Hidden.Folder, "Hidden.slnx").Expect(1), Hidden.Folder));
}

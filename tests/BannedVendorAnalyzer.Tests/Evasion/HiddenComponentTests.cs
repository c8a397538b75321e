using BannedVendorAnalyzer.Tests.Binaries;

namespace BannedVendorAnalyzer.Tests.Evasion;

/// <summary>What a finding says of a component that the package's id does not show.</summary>
public sealed class HiddenComponentTests : IDisposable
{
    private readonly Hideout _hideout = new();

    public void Dispose() => _hideout.Dispose();

    [Fact]
    public void Import_IsNamedWithPackageFilePathAndAuthority()
    {
        _hideout.InPackage("lib/net8.0/Contoso.Video.dll", StandIn.Wrapper("dhnetsdk", "CLIENT_Init"));

        Assert.Equal(
            "BVA1003: 'Dahua device network SDK (NetSDK)' of Dahua is bound by package 'Contoso.Harmless' 1.0.0 (import of 'dhnetsdk' in lib/net8.0/Contoso.Video.dll (function 'CLIENT_Init' as Contoso.Native.CallCLIENT_Init)). Dahua Technology Company is named in Section 889 of the FY2019 NDAA (Pub. L. 115-232), in force since 2019-08-13",
            Beginning());
        Assert.EndsWith("Path: App → Contoso.Harmless/1.0.0. To clear: remove or replace 'Contoso.Harmless', or obtain a record that no covered equipment or service is provided or used. More: banned-vendors explain BVA1003", Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void FileAlone_IsContained()
    {
        _hideout.InPackage("runtimes/linux-x64/native/libhcnetsdk.so", new ElfBuilder { Exports = ["start"] }.Build());

        Assert.StartsWith("BVA1003: 'Hikvision device network SDK (HCNetSDK)' of Hikvision is contained in package 'Contoso.Harmless' 1.0.0 (file runtimes/linux-x64/native/libhcnetsdk.so). ", Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void FunctionsAlone_AreContained()
    {
        _hideout.InPackage("runtimes/win-x64/native/camera.dll", new PeBuilder { Exports = StandIn.Functions(100) }.Build());

        Assert.StartsWith("BVA1003: 'Hikvision device network SDK (HCNetSDK)' of Hikvision is contained in package 'Contoso.Harmless' 1.0.0 (100 exported functions 'NET_DVR_…' in runtimes/win-x64/native/camera.dll). ", Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void PlayerAlone_IsReview()
    {
        _hideout.InPackage("native/PlayCtrl.dll", StandIn.Plain);

        Assert.StartsWith("BVA1004: Package 'Contoso.Harmless' 1.0.0 carries the name of Hikvision (file native/PlayCtrl.dll). ", Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void PlayerBesideTheSdk_IsPartOfItsFinding()
    {
        _hideout.InPackage("native/PlayCtrl.dll", StandIn.Plain).InPackage("native/HCNetSDK.dll", StandIn.Plain);

        Assert.StartsWith("BVA1003: 'Hikvision device network SDK (HCNetSDK)' of Hikvision is contained in package 'Contoso.Harmless' 1.0.0 (file native/HCNetSDK.dll; file native/PlayCtrl.dll). ", Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Reference")]
    [InlineData("None")]
    [InlineData("EmbeddedResource")]
    [InlineData("NativeReference")]
    [InlineData("NativeLibrary")]
    public void LooseFile_IsReportedAtItsItem(string type)
    {
        _hideout.InProject(type, "data/camera.bin", new PeBuilder { Exports = StandIn.Functions(100) }.Build());
        var finding = Assert.Single(_hideout.Check().Findings);

        Assert.Equal(("BVA1005", "App.csproj", 2, 1), (finding.Descriptor.Id, Path.GetFileName(finding.Location.File), finding.Location.Line, finding.Location.Column));
        Assert.StartsWith("'Hikvision device network SDK (HCNetSDK)' of Hikvision is contained in file 'data/camera.bin' (100 exported functions 'NET_DVR_…' in camera.bin). ", finding.Text.OnOneLine(finding.Descriptor), StringComparison.Ordinal);
        Assert.Equal(["App", "data/camera.bin"], finding.Path);
    }

    [Theory]
    [InlineData("Reference")]
    [InlineData("None")]
    [InlineData("EmbeddedResource")]
    [InlineData("NativeReference")]
    [InlineData("NativeLibrary")]
    public void LooseFileOfSomebodyElse_DoesNotTrigger(string type)
    {
        _hideout.InProject(type, "data/camera.bin", new PeBuilder { Exports = StandIn.Functions(100, "CAM_") }.Build());
        _hideout.InPackage("lib/net8.0/Contoso.Video.dll", StandIn.Wrapper("camera", "Init"));

        Assert.Empty(_hideout.Check().Findings);
    }

    private string Message()
    {
        var finding = Assert.Single(_hideout.Check().Findings);
        return $"{finding.Descriptor.Id}: {finding.Text.OnOneLine(finding.Descriptor)}";
    }

    private string Beginning() => Message().Split(". Applies")[0];
}

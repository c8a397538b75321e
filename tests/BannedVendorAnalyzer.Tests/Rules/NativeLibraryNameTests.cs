using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Rules.Verification;

namespace BannedVendorAnalyzer.Tests.Rules;

public sealed class NativeLibraryNameTests
{
    [Theory]
    [InlineData("HCNetSDK.dll", "hcnetsdk")]
    [InlineData("libhcnetsdk.so", "hcnetsdk")]
    [InlineData("libhcnetsdk.so.6", "hcnetsdk")]
    [InlineData("libhcnetsdk.so.6.1.9", "hcnetsdk")]
    [InlineData("libhcnetsdk.dylib", "hcnetsdk")]
    [InlineData("libhcnetsdk.6.dylib", "hcnetsdk")]
    [InlineData("libhcnetsdk.6.1.9.dylib", "hcnetsdk")]
    [InlineData("libSystem.B.dylib", "system.b")]
    [InlineData("libsdk2.dylib", "sdk2")]
    [InlineData("7.dylib", "7")]
    [InlineData("HCNetSDK.dll.", "hcnetsdk")]
    [InlineData("HCNetSDK. ", "hcnetsdk")]
    [InlineData("HCNetSDK.dll.so", "hcnetsdk")]
    [InlineData("libHCNetSDK.dll.so", "hcnetsdk")]
    [InlineData("HCNetSDK.dll.dylib", "hcnetsdk")]
    [InlineData("libhcnetsdk.so.dll", "hcnetsdk")]
    [InlineData("HCNetSDK.dll, Cameras, Version=1.0.0.0, Culture=neutral", "hcnetsdk")]
    [InlineData(@"bin\HCNetSDK , Cameras", "hcnetsdk")]
    [InlineData("cameras, HCNetSDK.dll", "cameras")]
    [InlineData("HCNetSDK.dll.bak", "hcnetsdk.dll.bak")]
    [InlineData("HCNetSDK.config.so", "hcnetsdk.config")]
    [InlineData("@rpath/HCNetSDK.framework/Versions/A/HCNetSDK", "hcnetsdk")]
    [InlineData("hcnetsdk", "hcnetsdk")]
    [InlineData(@"..\bin\HCNetSDK.DLL", "hcnetsdk")]
    [InlineData(@"\HCNetSDK\HCNetSDK.dll", "hcnetsdk")]
    [InlineData("runtimes/linux-x64/native/libhcnetsdk.so", "hcnetsdk")]
    [InlineData(@"C:\Program Files/Mixed\sdk.d/HCNetSDK.dll ", "hcnetsdk")]
    [InlineData("MvCameraControl.Net.dll", "mvcameracontrol.net")]
    [InlineData("klnagent.exe", "klnagent")]
    [InlineData("winspool.drv", "winspool")]
    [InlineData("klif.sys", "klif.sys")]
    [InlineData("libkavheur_x86.kdl.so", "kavheur_x86.kdl")]
    [InlineData("libc", "libc")]
    [InlineData("libc.so.6", "libc")]
    [InlineData("libdl.so.2", "libdl")]
    [InlineData("libX11", "x11")]
    [InlineData("library", "rary")]
    [InlineData("x.solid", "x.solid")]
    [InlineData("x.so.old", "x.so.old")]
    [InlineData(".dll", ".dll")]
    [InlineData(".dll.so", ".dll")]
    [InlineData("", "")]
    [InlineData(",", "")]
    [InlineData("folder/", "")]
    public void Module_IsNormalised(string written, string expected) => Assert.Equal(expected, NameMatcher.NativeLibrary(written));

    [Fact]
    public void Corpus_IsNormalisedAsLabelled()
    {
        var wrong = Corpus.Read("native-modules.tsv")
            .Select(row => (row.Place, Written: row["module_as_written"], Expected: Expected(row), Actual: NameMatcher.NativeLibrary(row["module_as_written"])))
            .Where(row => row.Actual != row.Expected)
            .Select(row => $"{row.Place}: '{row.Written}' became '{row.Actual}', labelled '{row.Expected}'");

        Assert.True(!wrong.Any(), $"Correct NameMatcher.NativeLibrary, or the label where the design says otherwise:\n{string.Join('\n', wrong)}");
    }

    /// <summary>The table drops every <c>lib</c>; the design keeps it where fewer than three letters would remain.</summary>
    private static string Expected(CorpusRow row) => row["normalized"] is { Length: < 3 } rest ? $"lib{rest}" : row["normalized"];
}

using System.Text;
using System.Text.Json;
using BannedVendorAnalyzer.Cli;
using BannedVendorAnalyzer.Tests.Assemblies;
using BannedVendorAnalyzer.Tests.Binaries;
using BannedVendorAnalyzer.Tests.Contents;
using BannedVendorAnalyzer.Tests.Packages.Signatures;

namespace BannedVendorAnalyzer.Tests.Cli;

public sealed class InspectTests : IDisposable
{
    private static readonly byte[] _clean = new AssemblyImage { Name = "Contoso.Clean", References = [("Contoso.Core", [1, 2, 3, 4, 5, 6, 7, 8], false)] }.Build();
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void NativeFile_IsShownWithWhatIndicatorsKnowOfIt()
    {
        _folder.Write("render.bin", new PeBuilder
        {
            Name = "HCNetSDK.dll",
            Imports = ["KERNEL32.dll"],
            DelayedImports = ["PlayCtrl.dll"],
            Exports = [.. Enumerable.Range(1, 12).Select(number => $"NET_DVR_F{number:00}"), "DllMain"],
            Version = [[("CompanyName", "Contoso Ltd."), ("ProductName", "Contoso Player")]],
        }.Build());

        var outcome = Inspect("render.bin");

        Assert.Equal(ExitCode.Clear, outcome.ExitCode);
        AssertLines(
            outcome.Output,
            "render.bin: PE for x64, 2,048 bytes",
            "  name        HCNetSDK.dll (by its own name) <= contains 'Hikvision device network SDK (HCNetSDK)'",
            "  company     Contoso Ltd.",
            "  product     Contoso Player",
            "  imports     PlayCtrl.dll (delay-loaded) <= name 'Hikvision device network SDK (HCNetSDK)' of",
            "  imports     KERNEL32.dll",
            "  exports     13",
            "  exports     NET_DVR_… (12 functions) <= contains 'Hikvision device network SDK (HCNetSDK)' of",
            "1 file (binaries: 1, archives: 0).");
        Assert.EndsWith("Judged by: banned-vendors check render.bin\n", outcome.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("prohibited", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ManagedFile_IsShownWithWhatLiesInside()
    {
        var inner = new AssemblyImage { Name = "Inner", Imports = [("dhnetsdk", "CLIENT_Init"), ("dhnetsdk", "CLIENT_Cleanup")] }.Build();
        _folder.Write("Host.dll", new AssemblyImage { Name = "Host", References = [("Contoso.Core", [1, 2, 3, 4, 5, 6, 7, 8], false)], Resources = [("costura.inner.dll", inner)] }.Build());

        var output = Inspect("Host.dll").Output;

        AssertLines(
            output,
            "  assembly    Host",
            "  references  System.Runtime, Contoso.Core",
            "  by keys     0102030405060708",
            $"  resource    costura.inner.dll ({inner.Length} bytes)",
            "  Host.dll!/costura.inner.dll: PE for x86, managed, " + inner.Length.ToString("N0", System.Globalization.CultureInfo.InvariantCulture) + " bytes",
            "    assembly    Inner",
            "    imports     dhnetsdk (2 functions, function 'CLIENT_Init' as Contoso.Native.CallCLIENT_Init) <=");
    }

    [Fact]
    public void Json_HasEveryFactAndTheMatches()
    {
        _folder.Write("a.so", new ElfBuilder { Name = "libhcnetsdk.so", Needed = ["libc.so.6"], RunPath = "$ORIGIN", Comment = "GCC" }.Build());

        var first = Inspect("a.so", "--format", "json");

        Assert.Equal(first.Output, Inspect("a.so", "--format", "json").Output);
        using var report = JsonDocument.Parse(first.Output);
        var root = report.RootElement;
        Assert.Equal((1, "a.so", "file", "banned-vendors check a.so"), (root.GetProperty("schema").GetInt32(), Text(root, "inspected"), Text(root, "kind"), Text(root, "judgedBy")));
        var file = Assert.Single(root.GetProperty("files").EnumerateArray());
        Assert.Equal(("a.so", "elf", false), (Text(file, "file"), Text(file, "format"), file.GetProperty("managed").GetBoolean()));
        Assert.Equal(["x64"], file.GetProperty("architectures").EnumerateArray().Select(architecture => architecture.GetString()));
        var facts = file.GetProperty("facts").EnumerateArray().ToDictionary(fact => $"{Text(fact, "kind")} {Text(fact, "value")}");
        Assert.Equal(["comment GCC", "native-file libhcnetsdk.so", "native-import libc.so.6", "run-path $ORIGIN"], facts.Keys.Where(key => !key.StartsWith("sha256 ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        var match = Assert.Single(facts["native-file libhcnetsdk.so"].GetProperty("matches").EnumerateArray());
        Assert.Equal(("hikvision", "hcnetsdk", "contains", "native-library"), (Text(match, "vendor"), Text(match, "product"), Text(match, "relation"), Text(match, "indicator")));
        Assert.False(facts["native-import libc.so.6"].TryGetProperty("matches", out _));
        Assert.False(root.TryGetProperty("verdict", out _));
    }

    [Fact]
    public void Package_SaysWhoseItIsAndShowsOnlyWhatIsKnown()
    {
        _folder.Write("a.nupkg", new RawZip()
            .Add("a.nuspec", Encoding.UTF8.GetBytes("<package><metadata><id>Contoso.Cameras</id><version>2.0.0</version><authors>Ann, Bob</authors><repository url=\"https://example.org/r\" /></metadata></package>"))
            .Add(".signature.p7s", SignatureBuilder.Build("Contoso GmbH", null, ["contoso"]))
            .Add("lib/Clean.dll", _clean)
            .Add("native/HCNetSDK.dll", new PeBuilder().Build())
            .Build());

        var output = Inspect("a.nupkg").Output;

        AssertLines(
            output,
            "package 'Contoso.Cameras' 2.0.0 in a.nupkg",
            "  account     contoso",
            "  signer      Contoso GmbH",
            "  author      Ann, Bob",
            "  repository  https://example.org/r",
            "native/HCNetSDK.dll: PE for x64, ",
            "4 files (binaries: 2, archives: 0). Those in which no indicator is met are not shown (1); --all");
        Assert.DoesNotContain("Clean.dll", output, StringComparison.Ordinal);
        AssertLines(Inspect("a.nupkg", "--all").Output, "lib/Clean.dll: PE for x86, managed, ", "native/HCNetSDK.dll: PE for x64, ");
    }

    [Fact]
    public void Folder_ShowsOnlyWhatIsKnownUnlessAllIsAsked()
    {
        _folder.Write("app/Clean.dll", _clean);
        _folder.Write("app/tools.zip", new RawZip().Add("x/libhcnetsdk.so", new ElfBuilder().Build()).Build());
        _folder.Write("app/readme.txt", "text");

        var output = Inspect("app").Output;

        AssertLines(output, "tools.zip: zip archive, 1 file", "  tools.zip!/x/libhcnetsdk.so: ELF for x64, ", "4 files (binaries: 2, archives: 1). Those in which no indicator is met are not shown (1); --all");
        Assert.DoesNotContain("Clean.dll", output, StringComparison.Ordinal);
        AssertLines(Inspect("app", "--all").Output, "Clean.dll: PE for x86, managed, ", "tools.zip: zip archive, 1 file", "  tools.zip!/x/libhcnetsdk.so: ELF for x64, ");
    }

    [Fact]
    public void NameAloneThatIsKnown_IsShown()
    {
        _folder.Write("app/HCNetSDK.dll", "text");

        AssertLines(Inspect("app").Output, "HCNetSDK.dll: no binary or archive, shown for its name");
    }

    [Fact]
    public void Damage_IsShownAndUnverified()
    {
        _folder.Write("app/broken.dll", _clean[..1000]);

        var outcome = Inspect("app");

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        AssertLines(outcome.Output, "broken.dll: PE for x86", "  damaged     ");
    }

    [Fact]
    public void WhatCannotBeLookedAt_IsUnverified()
    {
        _folder.Write("text.dll", "text");
        _folder.Write("text.nupkg", "text");

        Assert.Equal(ExitCode.Unverified, Inspect("text.nupkg").ExitCode);
        var outcome = Inspect("text.dll");
        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        AssertLines(outcome.Output, "Could not be looked at", "  text.dll: the file begins like no binary or archive that is known here");
    }

    [Theory]
    [InlineData("gone.dll")]
    [InlineData("")]
    public void PathThatIsNotThere_IsWrongUsage(string path)
    {
        var outcome = Inspect(path);

        Assert.Equal((ExitCode.WrongUsage, $"'{path}' does not exist"), (outcome.ExitCode, outcome.Error.Trim()));
    }

    private static void AssertLines(string output, params string[] beginnings)
    {
        var lines = output.ReplaceLineEndings("\n").Split('\n');
        foreach (var beginning in beginnings) Assert.True(lines.Any(line => line.StartsWith(beginning, StringComparison.Ordinal)), $"No line begins with \"{beginning}\" in:\n{output}");
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private ToolOutcome Inspect(params string[] arguments) => ToolWorkspace.Run(_folder.Root, ["inspect", .. arguments]);
}

using System.Security.Cryptography;
using System.Text.Json;
using BannedVendorAnalyzer.Cli;
using BannedVendorAnalyzer.Tests.Binaries;
using BannedVendorAnalyzer.Tests.Contents;

namespace BannedVendorAnalyzer.Tests.Cli;

/// <summary>Files, folders and packages that no project leads to go by the policy that counts where they lie.</summary>
public sealed class ContentPolicyTests : IDisposable
{
    private const string Own = """
        "prohibit": [{ "vendor": "contoso", "from": "2026-01-01", "reason": "Decision 12 of the board" }],
        "vendors": [{ "id": "contoso", "name": "Contoso", "entities": [], "listings": [],
          "indicators": [{ "kind": "native-library", "value": "contosocam", "source": "s" }, { "kind": "package-id", "value": "Contoso.Leaf", "relation": "published", "source": "s" }],
          "mustMatch": [{ "native-library": "contosocam.dll" }], "mustNotMatch": [{ "native-library": "other.dll" }] }]
        """;

    private static readonly byte[] _leaf = new RawZip().Add("Contoso.Leaf.nuspec", "<package><metadata><id>Contoso.Leaf</id><version>1.0.0</version><authors>A</authors></metadata></package>"u8.ToArray()).Build();
    private static readonly byte[] _native = new ElfBuilder { Name = "libx.so", Needed = ["libc.so.6"] }.Build();
    private readonly TempFolder _folder = new();

    public ContentPolicyTests() => _folder.Write(".git/HEAD", "");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("publish")]
    [InlineData("publish/libcontosocam.so")]
    [InlineData("publish/leaf.nupkg")]
    public void OwnVendor_IsFoundAndTheDecidingFileIsNamed(string path)
    {
        _folder.Write("publish/libcontosocam.so", _native);
        _folder.Write("publish/leaf.nupkg", _leaf);

        Assert.Equal(ExitCode.Clear, Check(path).ExitCode);
        _folder.Write("banned-vendors.json", $"{{ \"audiences\": [\"ca-government\"], {Own} }}");
        var outcome = Check(path);

        Assert.Equal(ExitCode.Prohibited, outcome.ExitCode);
        Assert.Contains("to ca-government (policy banned-vendors.json) by its text: Decision 12 of the board", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("policy: banned-vendors.json decided for 1 named path", outcome.Output, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(Check(path, "--format", "json").Output);
        var content = report.RootElement.GetProperty("contents")[0];
        Assert.Equal(("banned-vendors.json", "2026-11-20", "ca-government"), (content.GetProperty("policy").GetString(), content.GetProperty("asOf").GetString(), content.GetProperty("audiences")[0].GetString()));
        Assert.Equal("banned-vendors.json", report.RootElement.GetProperty("policies")[0].GetProperty("files")[0].GetProperty("file").GetString());
    }

    [Fact]
    public void ChosenPolicy_DecidesInstead()
    {
        _folder.Write("publish/libcontosocam.so", _native);
        _folder.Write("eng/other.json", $"{{ {Own} }}");

        Assert.Contains("(default audience, none was chosen; policy eng/other.json)", Check("publish", "--policy", "eng/other.json").Output, StringComparison.Ordinal);
    }

    /// <summary>An unpacked container may hold anything; where somebody stands is his own.</summary>
    [Fact]
    public void PolicyInWhatIsLookedInto_DoesNotJudgeIt()
    {
        _folder.Write("image/kavsdk.dll", "MZ");
        _folder.Write("image/banned-vendors.json", """{ "root": true, "audiences": ["ca-government"] }""");

        Assert.Equal(ExitCode.Prohibited, Check("image").ExitCode);
        Assert.Equal(ExitCode.Prohibited, Check("image/").ExitCode);
        Assert.Equal(ExitCode.Clear, ToolWorkspace.Run(Path.Combine(_folder.Root, "image"), "check", ".").ExitCode);
    }

    [Fact]
    public void InvalidPolicy_LetsNothingBeJudged()
    {
        _folder.Write("publish/libcontosocam.so", _native);
        _folder.Write("banned-vendors.json", """{ "strct": true }""");

        var outcome = Check("publish");

        Assert.Equal((ExitCode.InvalidPolicy, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("banned-vendors.json(1,3): error BVA0002: unknown member 'strct'", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", ExitCode.Clear)]
    [InlineData("\"strict\": true,", ExitCode.Prohibited)]
    public void Review_FailsOnlyWhereStrict(string strict, int exitCode)
    {
        _folder.Write("publish/PlayCtrl.dll", _native);
        _folder.Write("banned-vendors.json", $"{{ {strict} \"audiences\": [\"us-federal-contractor\"] }}");

        Assert.Equal(exitCode, Check("publish").ExitCode);
    }

    [Fact]
    public void WaivedFile_PassesUntilItChangesOrTheWaiverEnds()
    {
        _folder.Write("publish/libcontosocam.so", _native);
        Waive("publish/libcontosocam.so");

        var passed = Check("publish");
        Assert.Equal(ExitCode.Clear, passed.ExitCode);
        Assert.Contains("publish/libcontosocam.so: prohibited (waived) BVA1005", passed.Output, StringComparison.Ordinal);
        Assert.Contains("waived    until 2027-05-31 by Compliance office under organisation-policy", passed.Output, StringComparison.Ordinal);
        Assert.Contains("error BVA0003", Check("publish", "--as-of", "2027-06-01").Output, StringComparison.Ordinal);

        _folder.Write("publish/libcontosocam.so", [.. _native, 0]);
        var changed = Check("publish");
        Assert.Equal(ExitCode.Prohibited + ExitCode.InvalidPolicy, changed.ExitCode);
        Assert.Contains("error BVA0005: the waiver for 'publish/libcontosocam.so' under organisation-policy was approved for other contents", changed.Output, StringComparison.Ordinal);
    }

    /// <summary>Several files of one vendor are one finding; a waiver is for one of them.</summary>
    [Fact]
    public void WaiverForOneFileOfSeveral_LeavesTheOthers()
    {
        _folder.Write("publish/libcontosocam.so", _native);
        _folder.Write("publish/sub/contosocam.dll", _native);
        Waive("publish/libcontosocam.so");
        Assert.Contains("publish/sub/contosocam.dll: prohibited BVA1005", Check("publish").Output, StringComparison.Ordinal);

        Waive("publish/libcontosocam.so", "publish/sub/contosocam.dll");
        Assert.Equal(ExitCode.Clear, Check("publish").ExitCode);
    }

    [Fact]
    public void WaivedPackage_IsWaivedByItsArchive()
    {
        _folder.Write("feed/leaf.nupkg", _leaf);
        Waive("feed/leaf.nupkg");

        Assert.Contains("feed/leaf.nupkg: prohibited (waived) BVA1001", Check("feed/leaf.nupkg").Output, StringComparison.Ordinal);
    }

    private void Waive(params string[] files) => _folder.Write("banned-vendors.json", $"{{ {Own}, \"waivers\": [{string.Join(",", files.Select(Waiver))}] }}");

    private string Waiver(string file) =>
        $$"""
        { "vendor": "contoso", "file": "{{file}}", "sha256": "{{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder.Root, file))))}}", "authority": "organisation-policy",
          "kind": "not-applicable", "reason": "Only run in the laboratory", "approvedBy": "Compliance office", "from": "2026-06-01", "until": "2027-05-31" }
        """;

    private ToolOutcome Check(params string[] arguments) => ToolWorkspace.Run(_folder.Root, ["check", .. arguments]);
}

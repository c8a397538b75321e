using System.Text;
using System.Text.Json;
using BannedVendorAnalyzer.Cli;
using BannedVendorAnalyzer.Tests.Binaries;
using BannedVendorAnalyzer.Tests.Contents;
using BannedVendorAnalyzer.Tests.Packages.Signatures;

namespace BannedVendorAnalyzer.Tests.Cli;

/// <summary>Packages that are still in their archives.</summary>
public sealed class PackageArchiveCheckTests : IDisposable
{
    private static readonly byte[] _native = new ElfBuilder { Name = "libcontoso.so" }.Build();
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RecordedId_IsTheVendorsPackage()
    {
        _folder.Write("feed/a.nupkg", Package("Kaspersky.CaptchaMixer").Build());

        var outcome = Check("feed/a.nupkg");

        Assert.Equal(ExitCode.Prohibited, outcome.ExitCode);
        Assert.StartsWith("feed/a.nupkg: prohibited BVA1001", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Package 'Kaspersky.CaptchaMixer' 1.2.0 is published by Kaspersky (package id recorded in the rules", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("  path      feed/a.nupkg → Kaspersky.CaptchaMixer/1.2.0", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("  to clear  remove or replace 'Kaspersky.CaptchaMixer'", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("1 package and 1 file checked", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void SignerOfTheVendor_IsTheVendorsPackage()
    {
        _folder.Write("a.nupkg", Package("Harmless").Add(".signature.p7s", SignatureBuilder.Build("AO Kaspersky Lab", null, null)).Build());

        Assert.Contains("(certificate of 'AO Kaspersky Lab' in .signature.p7s)", Check("a.nupkg").Output, StringComparison.Ordinal);
        Assert.Contains("prohibited BVA1001", Check("a.nupkg").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Contents_AreTheVendors()
    {
        _folder.Write("a.nupkg", Package("Harmless").Add("runtimes/linux-x64/native/libhcnetsdk.so", _native).Build());

        var outcome = Check("a.nupkg", "--format", "json");

        Assert.Equal(ExitCode.Prohibited, outcome.ExitCode);
        using var report = JsonDocument.Parse(outcome.Output);
        var finding = Assert.Single(report.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(("BVA1003", "Harmless", "1.2.0"), (finding.GetProperty("code").GetString(), finding.GetProperty("package").GetProperty("id").GetString(), finding.GetProperty("package").GetProperty("version").GetString()));
        Assert.Equal("runtimes/linux-x64/native/libhcnetsdk.so", finding.GetProperty("evidence")[0].GetProperty("file").GetString());
        Assert.Equal(["a.nupkg", "Harmless/1.2.0"], finding.GetProperty("path").EnumerateArray().Select(step => step.GetString()));
    }

    /// <summary>Of every framework, with and without a group. What lies beside it is judged by its contents as well.</summary>
    [Theory]
    [InlineData("""<dependencies><dependency id="kaspersky.captchamixer" version="1.2.0" /><dependency id="Clean" version="1.2.0" /></dependencies>""")]
    [InlineData("""<dependencies><group targetFramework="net8.0" /><group targetFramework="net472"><dependency id="Clean" /><dependency id="kaspersky.captchamixer" /></group></dependencies>""")]
    public void DependencyOfTheVendor_Triggers(string dependencies)
    {
        _folder.Write("feed/a.nupkg", new RawZip().Add("Harmless.nuspec", Nuspec($"<id>Harmless</id><version>1.2.0</version>{dependencies}")).Build());
        _folder.Write("feed/clean.nupkg", Package("Clean").Build());

        var outcome = Check("feed");

        Assert.Equal(ExitCode.Prohibited, outcome.ExitCode);
        Assert.StartsWith("feed/a.nupkg: prohibited BVA1002", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("  path      feed/a.nupkg → Harmless/1.2.0 → kaspersky.captchamixer", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("judged by their ids alone, because their contents are not here: kaspersky.captchamixer\n", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<dependencies><dependency id="Newtonsoft.Json" version="13.0.1" /></dependencies>""")]
    [InlineData("""<description>dependency id="Kaspersky.CaptchaMixer"</description><tags><dependency id="Kaspersky.CaptchaMixer" /></tags>""")]
    public void OtherDependencies_DoNotTrigger(string members)
    {
        _folder.Write("a.nupkg", new RawZip().Add("Harmless.nuspec", Nuspec($"<id>Harmless</id><version>1.2.0</version>{members}")).Build());

        Assert.Equal(ExitCode.Clear, Check("a.nupkg").ExitCode);
    }

    [Fact]
    public void CleanPackage_IsClear()
    {
        _folder.Write("a.nupkg", Package("Harmless").Add("lib/libcontoso.so", _native).Add(".signature.p7s", SignatureBuilder.Build("Contoso", null, ["contoso"])).Build());

        Assert.Equal(ExitCode.Clear, Check("a.nupkg").ExitCode);
    }

    [Fact]
    public void PackagesInAFolder_AreJudgedAsPackages()
    {
        _folder.Write("feed/a.nupkg", Package("Kaspersky.CaptchaMixer").Build());
        _folder.Write("feed/b.nupkg", Package("Harmless").Add("libhcnetsdk.so", _native).Build());
        _folder.Write("feed/c.nupkg", Package("Clean").Build());

        using var report = JsonDocument.Parse(Check("feed", "--format", "json").Output);

        Assert.Equal(["BVA1001 Kaspersky.CaptchaMixer", "BVA1003 Harmless"], report.RootElement.GetProperty("findings").EnumerateArray().Select(finding => $"{finding.GetProperty("code").GetString()} {finding.GetProperty("package").GetProperty("id").GetString()}"));
        Assert.Equal(3, report.RootElement.GetProperty("scanned").GetProperty("packages").GetInt32());
    }

    [Fact]
    public void ProblemOfWhatLiesInside_StandsAtTheArchive()
    {
        _folder.Write("a.nupkg", Package("A").Add("lib/../x.dll", _native).Add("lib/a.so", _native[..70]).Add(".signature.p7s", [1, 2, 3]).Build());
        _folder.Write("b.nupkg", new RawZip().Add("b.nuspec", Encoding.UTF8.GetBytes("<package>\n<metadata>")).Build());

        var output = Check("a.nupkg").Output;
        Assert.Contains("a.nupkg: unverified BVA0001\n  observed  '.signature.p7s': the signature cannot be read", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("a.nupkg: review BVA1004\n  observed  'lib/a.so': ", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("b.nupkg: unverified BVA0001\n  observed  'b.nuspec'(2,11): the nuspec is not well-formed XML", Check("b.nupkg").Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatCannotBeRead_IsUnverifiedAndTheRestIsJudged()
    {
        _folder.Write("text.nupkg", "text");
        _folder.Write("empty.nupkg", "");
        _folder.Write("nameless.nupkg", new RawZip().Add("libhcnetsdk.so", _native).Build());
        _folder.Write("unnamed.nupkg", new RawZip().Add("a.nuspec", Nuspec("")).Build());
        _folder.Write("several.nupkg", Package("A").Add("B.nuspec", Nuspec("<id>B</id>")).Build());
        _folder.Write("signed.nupkg", Package("A").Add(".signature.p7s", [1, 2, 3]).Build());

        foreach (var name in new[] { "text", "empty", "unnamed", "several", "signed" })
        {
            var outcome = Check($"{name}.nupkg");
            Assert.True(outcome.ExitCode == ExitCode.Unverified, $"{name}: {outcome.Output}");
            Assert.Single(outcome.Output.Split('\n'), line => line.Contains("unverified BVA0001", StringComparison.Ordinal));
        }

        var nameless = Check("nameless.nupkg");
        Assert.Equal(ExitCode.Prohibited + ExitCode.Unverified, nameless.ExitCode);
        Assert.Contains("is contained in package 'nameless' (file libhcnetsdk.so)", nameless.Output, StringComparison.Ordinal);
    }

    private static RawZip Package(string id) => new RawZip().Add($"{id}.nuspec", Nuspec($"<id>{id}</id><version>1.2.0</version>"));

    private static byte[] Nuspec(string members) => Encoding.UTF8.GetBytes($"<package><metadata>{members}<authors>Contoso</authors></metadata></package>");

    private ToolOutcome Check(params string[] arguments) => ToolWorkspace.Run(_folder.Root, ["check", .. arguments]);
}

using BannedVendorAnalyzer.Cli;

namespace BannedVendorAnalyzer.Tests.Cli;

/// <summary>What a word is taken for.</summary>
public sealed class ExplainWordTests : IDisposable
{
    private readonly ToolWorkspace _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("bva1002", "# BVA1002: ")]
    [InlineData("Kaspersky", "Kaspersky [kaspersky]")]
    [InlineData("US-889", "Section 889 of the FY2019 NDAA [us-889]")]
    [InlineData("Kaspersky Lab JSC", "Kaspersky [kaspersky]")]
    [InlineData("ао лаборатория касперского", "Kaspersky [kaspersky]")]
    [InlineData("1027739867473", "Kaspersky [kaspersky]")]
    [InlineData("杭州海康威视数字技术股份有限公司", "Hikvision [hikvision]")]
    [InlineData("hcnetsdk", "Hikvision [hikvision]")]
    [InlineData("hik.api", "hik.api (any version): prohibited")]
    [InlineData("Kaspersky/1.0.0", "Kaspersky (any version): review")]
    public void Word_IsTakenFor(string word, string firstLine)
    {
        var outcome = _tool.Explain(word);

        Assert.Equal((ExitCode.Clear, ""), (outcome.ExitCode, outcome.Error));
        Assert.StartsWith(firstLine, outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void PackageOfAProject_ComesBeforeAVendorsName()
    {
        _tool.Files.Restore("App", _tool.Files.Assets("App", "HCNetSDK").Package("HCNetSDK/1.0.0", files: ["a.nuspec"]));

        var output = _tool.Explain("hcnetsdk").Output;

        Assert.StartsWith("HCNetSDK 1.0.0: ", output, StringComparison.Ordinal);
        Assert.Contains("'hcnetsdk' could also mean: vendor Hikvision (explain hikvision)", output, StringComparison.Ordinal);
    }

    [Fact]
    public void IdOfAVendor_ComesBeforeAPackageOfAProject()
    {
        _tool.Files.Restore("App", _tool.Files.Assets("App", "Kaspersky").Package("Kaspersky/1.0.0", files: ["a.nuspec"]));

        var output = _tool.Explain("kaspersky", "App").Output;

        Assert.StartsWith("Kaspersky [kaspersky]", output, StringComparison.Ordinal);
        Assert.Contains("'kaspersky' could also mean: package Kaspersky/1.0.0 (explain Kaspersky/1.0.0)", output, StringComparison.Ordinal);
        Assert.StartsWith("Kaspersky 1.0.0: ", _tool.Explain("Kaspersky/1.0.0", "App").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hikvisoin", "Did you mean: hikvision (vendor)?")]
    [InlineData("us-888", "Did you mean: us-889 (authority)")]
    [InlineData("BVA1009", "Did you mean: BVA1001 (code), ")]
    [InlineData("Contoso.Vidoe", "Did you mean: Contoso.Video (package)?")]
    [InlineData("Hik.Apj", "Did you mean: Hik.Api (package id of the rules, hikvision)?")]
    public void UnknownWord_GetsTheNearest(string word, string expected)
    {
        _tool.Clean("App");

        var outcome = _tool.Explain(word);

        Assert.Equal((ExitCode.WrongUsage, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith($"'{word}' is no code, vendor, authority or package id of the rules; ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zzzzzzzzzz")]
    [InlineData("")]
    [InlineData("a b/c/d")]
    public void WordThatNothingIsNear_GetsNone(string word)
    {
        var outcome = _tool.Explain(word);

        Assert.Equal(ExitCode.WrongUsage, outcome.ExitCode);
        Assert.DoesNotContain("Did you mean", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ProjectThatCannotBeLookedAt_IsNotTakenForOneWithoutThePackage()
    {
        _tool.Files.Write("New/New.csproj", "<Project />");

        var unknown = _tool.Explain("Contoso.Text", "--no-restore", "New");
        Assert.Equal(ExitCode.Unverified, unknown.ExitCode);
        Assert.Contains("New/New.csproj: ", unknown.Error, StringComparison.Ordinal);

        var recorded = _tool.Explain("Hik.Api", "--no-restore", "New");
        Assert.Equal(ExitCode.Unverified, recorded.ExitCode);
        Assert.Contains("Not looked at, so it may be there too (1 project;", recorded.Output, StringComparison.Ordinal);
    }

    /// <summary>The folder in which somebody asks may hold projects of others.</summary>
    [Fact]
    public void WithoutAPath_NothingIsRestored()
    {
        _tool.Files.Write("New/New.csproj", "<Project />");

        var outcome = _tool.Explain("Contoso.Text");

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.DoesNotContain("Restoring", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_tool.Files["New/obj"]));
    }

    [Theory]
    [InlineData(ExitCode.WrongUsage, "Hik.Api", "gone")]
    [InlineData(ExitCode.InvalidPolicy, "hikvision", "--audience", "nobody")]
    [InlineData(ExitCode.InvalidPolicy, "hikvision", "--as-of", "tomorrow")]
    public void BadInput_SaysWhy(int exitCode, params string[] arguments)
    {
        var outcome = _tool.Explain(arguments);

        Assert.Equal((exitCode, ""), (outcome.ExitCode, outcome.Output));
        Assert.NotEmpty(outcome.Error);
    }
}

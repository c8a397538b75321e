using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Cli;

/// <summary><c>init</c> where <c>Contoso.Scan</c> is prohibited and <c>Kaspersky.Adapter</c> has to be reviewed.</summary>
public sealed class InitTests : IDisposable
{
    private readonly ToolWorkspace _workspace = new();

    public InitTests()
    {
        _workspace.Files.Write(".git/HEAD", "");
        _workspace.Prohibited("A");
        _workspace.Files.Write("packages/kaspersky.adapter/1.0.0/kaspersky.adapter.nuspec", "<package><metadata><authors>Contoso</authors></metadata></package>");
        _workspace.Files.Restore("B", _workspace.Files.Assets("B", "Kaspersky.Adapter").Package("Kaspersky.Adapter/1.0.0"));
    }

    public void Dispose() => _workspace.Dispose();

    private string Written => File.ReadAllText(_workspace.Files["banned-vendors.json"]);

    [Fact]
    public void WhatIsFound_IsShownBeforeThePolicyIsWritten()
    {
        var outcome = Run("init", "--yes", "--audience", "us-person;ca-government", "--no-restore");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.StartsWith(
            """
            1 prohibited, 0 unverified, 1 to review. 2 projects and 2 packages checked for us-person, ca-government as of 2026-11-20
            """, outcome.Output, StringComparison.Ordinal);
        Assert.Contains("\n  prohibited: kaspersky, Contoso.Scan 1.0.0\n  review: kaspersky, Kaspersky.Adapter 1.0.0\nWrote banned-vendors.json for us-person, ca-government. Next:\n", outcome.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        foreach (var step in new[] { "(0 of 2 projects run it now)", "<PackageReference Include=\"BannedVendorAnalyzer\" Version=\"", "banned-vendors waivers add PACKAGE", "banned-vendors baseline write", "banned-vendors check" })
            Assert.Contains(step, outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WrittenPolicy_IsTheOneThatCheckAndOtherCommandsGoBy()
    {
        Run("init", "--yes", "--audience", "us-federal-contractor", "--no-restore");

        Assert.Contains("\"root\": true,\n  \"audiences\": [\"us-federal-contractor\"],", Written, StringComparison.Ordinal);
        var outcome = _workspace.Check();
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("to us-federal-contractor (policy banned-vendors.json)", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(0, Run("baseline", "write", "--no-restore").ExitCode);
        Assert.Equal(0, Run("waivers", "add", "Contoso.Scan", "--no-restore").ExitCode);
        Assert.Contains("review (baseline)", _workspace.Check().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n", "\"us-federal-contractor\"")]
    [InlineData("1\n", "\"au-government\"")]
    [InlineData(" us-person, ca-government;us-person\n", "\"us-person\", \"ca-government\"")]
    [InlineData("us-nobody\n0\n99\nUS-PERSON\nus-person\n", "\"us-person\"")]
    public void Answer_IsANumberOrAnId(string answers, string audiences)
    {
        var outcome = ToolWorkspace.Answered(_workspace.Root, answers, "init", "--no-restore");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains($"\"audiences\": [{audiences}]", Written, StringComparison.Ordinal);
        Assert.Contains("us-person                  US persons: citizens", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(answers.Split('\n').Length - 2, outcome.Error.Split("is none of these").Length - 1);
    }

    [Fact]
    public void NamedAudience_IsNotAskedFor()
    {
        var outcome = ToolWorkspace.Answered(_workspace.Root, "", "init", "--no-restore", "--audience", "us-person");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("\"audiences\": [\"us-person\"]", Written, StringComparison.Ordinal);
    }

    [Fact]
    public void AudienceThatNoAuthorityBinds_IsNotOffered()
    {
        var rules = new[] { TestRules.File("audiences.json", TestRules.Audiences), TestRules.Ban(TestRules.Provision()), TestRules.Vendor() };

        var outcome = ToolWorkspace.AnsweredBy(rules, _workspace.Root, "bystander\n3\n1\n", "init", "--no-restore");

        Assert.Contains("\"audiences\": [\"agency\"]", Written, StringComparison.Ordinal);
        Assert.DoesNotContain("Bystanders", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(3, outcome.Error.Split("is none of these").Length);
    }

    [Fact]
    public void EndOfInput_WritesNothing()
    {
        var outcome = ToolWorkspace.Answered(_workspace.Root, "nobody", "init", "--no-restore");

        Assert.Equal(64, outcome.ExitCode);
        Assert.EndsWith("Nothing was chosen, so nothing was written.", outcome.Error.Trim(), StringComparison.Ordinal);
        Assert.False(File.Exists(_workspace.Files["banned-vendors.json"]));
    }

    [Theory]
    [InlineData(64, "Nobody can be asked here", "init")]
    [InlineData(64, "Nobody can be asked here", "init", "--audience", "us-person")]
    [InlineData(64, "'gone' is no folder", "init", "gone", "--yes")]
    [InlineData(4, "unknown audience 'us-nobody'", "init", "--yes", "--audience", "us-nobody")]
    public void WrongUsage_WritesNothing(int exitCode, string message, params string[] arguments)
    {
        var outcome = Run(arguments);

        Assert.Equal((exitCode, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_workspace.Files["banned-vendors.json"]));
    }

    [Theory]
    [InlineData("banned-vendors.json", "{}", "'banned-vendors.json' counts there already")]
    [InlineData("banned-vendors.json", "{", "'banned-vendors.json' counts there already")]
    [InlineData("banned-vendors.json", "{}", "'banned-vendors.json' counts there already", "A")]
    [InlineData("A/banned-vendors.json", "{}", "'A/banned-vendors.json' counts there already", "A")]
    public void PolicyThatIsThere_IsNeverOverwritten(string path, string text, string message, params string[] folder)
    {
        _workspace.Files.Write(path, text);

        var outcome = Run(["init", .. folder, "--yes", "--no-restore"]);

        Assert.Equal((64, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith(message, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(_workspace.Files[path]));
        Assert.Single(Directory.GetFiles(_workspace.Root, "banned-vendors*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(true, "", true)]
    [InlineData(true, "A", false)]
    [InlineData(false, "A", true)]
    public void Root_IsSaidWhereTheSearchWouldNotEndByItself(bool git, string folder, bool isRoot)
    {
        if (!git) Directory.Delete(_workspace.Files[".git"], recursive: true);

        Assert.Equal(0, Run("init", folder.Length == 0 ? "." : folder, "--yes", "--no-restore").ExitCode);
        Assert.Equal(isRoot, File.ReadAllText(_workspace.Files[Path.Combine(folder, "banned-vendors.json")]).Contains("\"root\": true", StringComparison.Ordinal));
        Assert.Contains("policy: ", _workspace.Check("A").Output, StringComparison.Ordinal);
    }

    private ToolOutcome Run(params string[] arguments) => ToolWorkspace.Run(_workspace.Root, arguments);
}

using System.Text.Json;

namespace BannedVendorAnalyzer.Tests.Cli;

/// <summary>What <c>check</c> and <c>explain</c> make of policies.</summary>
public sealed class PolicyTests : IDisposable
{
    private const string Locked = """{ "locked": true, "audiences": ["us-federal-contractor"] }""";

    private readonly ToolWorkspace _workspace = new();

    public PolicyTests() => _workspace.Files.Write(".git/HEAD", "");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Policy_ChoosesAudienceAndIsNamedInFindingAndSummary()
    {
        _workspace.Prohibited("A");
        _workspace.Files.Write("banned-vendors.json", """{ "audiences": ["us-person"] }""");

        var outcome = _workspace.Check();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("to us-person (policy banned-vendors.json)", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("policy: banned-vendors.json decided for 1 project", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("default", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenPolicy_LetsNothingBeJudged()
    {
        _workspace.Prohibited("A");
        _workspace.Prohibited("B");
        _workspace.Files.Write("banned-vendors.json", """{ "strct": true }""");

        var outcome = _workspace.Check("--format", "json");

        Assert.Equal((4, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal("banned-vendors.json(1,3): error BVA0002: unknown member 'strct'; known here: $schema, root, extends, audiences", outcome.Error[..outcome.Error.IndexOf(", asOf", StringComparison.Ordinal)]);
        Assert.Equal(4, _workspace.Explain("Contoso.Scan", "A").ExitCode);
    }

    /// <summary>A copy of the repository without <c>.git</c>, as containers are built from.</summary>
    [Fact]
    public void PolicyWithoutABoundary_IsToldNotToCount()
    {
        Directory.Delete(_workspace.Files[".git"], recursive: true);
        _workspace.Clean("A");
        _workspace.Files.Write("banned-vendors.json", """{ "audiences": ["ca-government"] }""");

        var outcome = _workspace.Check("A/A.csproj");

        Assert.Contains("banned-vendors.json: warning BVA0007: this policy does not count for what lies below its folder, because neither '.git' beside it nor its own 'root' says that it may", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("us-federal-contractor (default)", outcome.Output, StringComparison.Ordinal);
        _workspace.Files.Write("banned-vendors.json", """{ "root": true, "audiences": ["ca-government"] }""");
        Assert.DoesNotContain("BVA0007", _workspace.Check("A/A.csproj").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void OptionOfAnAudience_AddsToThePolicy()
    {
        _workspace.Clean("A");
        _workspace.Files.Write("banned-vendors.json", """{ "audiences": ["us-person"] }""");

        Assert.Contains("checked for us-person, ca-government as of 2026-11-20", _workspace.Check("--audience", "ca-government").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("{ \"strict\": true }", 1)]
    public void Review_FailsOnlyWhereStrict(string policy, int exitCode)
    {
        _workspace.Files.Write("packages/kaspersky.adapter/1.0.0/kaspersky.adapter.nuspec", "<package><metadata><authors>Contoso</authors></metadata></package>");
        _workspace.Files.Restore("A", _workspace.Files.Assets("A", "Kaspersky.Adapter").Package("Kaspersky.Adapter/1.0.0"));
        _workspace.Files.Write("banned-vendors.json", policy);

        var outcome = _workspace.Check();

        Assert.Contains("review BVA1004", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(exitCode, outcome.ExitCode);
    }

    [Theory]
    [InlineData("2026-11-20", 0)]
    [InlineData("2026-11-19", 1)]
    public void Prohibited_IsOnlyReportedUntilTheDay(string until, int exitCode)
    {
        _workspace.Prohibited("A");
        _workspace.Files.Write("banned-vendors.json", $$"""{ "mode": "report", "reportUntil": "{{until}}" }""");

        var outcome = _workspace.Check();

        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.Contains("A/A.csproj: prohibited BVA1003", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(exitCode == 0, outcome.Output.Contains("banned-vendors.json(1,11): warning BVA0007: what is prohibited is only reported, until 2026-11-20; it fails from then on", StringComparison.Ordinal));
    }

    [Fact]
    public void OldRules_AreAWarning()
    {
        _workspace.Clean("A");
        _workspace.Files.Write("banned-vendors.json", """{ "maxRulesAge": 30 }""");

        var outcome = _workspace.Check("--as-of", "2036-11-20");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("banned-vendors.json(1,18): warning BVA0006: the rules are of ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatCouldNotBeLookedAt_FailsAlsoWhereItIsOnlyReported()
    {
        _workspace.Files.Restore("A", _workspace.Files.Assets("Other"));
        _workspace.Files.Write("banned-vendors.json", """{ "mode": "report", "reportUntil": "2027-01-31" }""");

        Assert.Equal(2, _workspace.Check().ExitCode);
    }

    [Fact]
    public void Locked_AsksForTheGateInEveryProject()
    {
        _workspace.Clean("A");
        _workspace.Gated("G");
        _workspace.Files.Write("banned-vendors.json", Locked);

        var outcome = _workspace.Check();

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("A/A.csproj: unverified BVA0001", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("G/G.csproj: unverified", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "warning", 0)]
    [InlineData(Locked, "error", 4)]
    public void PastDay_IsToldAndFailsUnderALock(string policy, string severity, int exitCode)
    {
        _workspace.Gated("G");
        _workspace.Files.Write("banned-vendors.json", policy);

        var outcome = _workspace.Check("--as-of", "2026-01-01", "--verbosity", "quiet");

        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.Equal($"banned-vendors.json: {severity} BVA0007: judged as of 2026-01-01, in the past: what came into force since is not judged. More: banned-vendors explain BVA0007", outcome.Output.Trim());
    }

    [Fact]
    public void FiftyProjectsUnderTwoPolicies_AreEachJudgedByTheirOwn()
    {
        _workspace.Files.Write("own/banned-vendors.json",
            """
            { "audiences": ["us-person"],
              "prohibit": [{ "vendor": "contoso", "from": "2026-01-01", "reason": "Decision 12" }],
              "vendors": [{ "id": "contoso", "name": "Contoso", "entities": [], "listings": [],
                "indicators": [{ "kind": "package-id", "value": "Contoso.Video", "relation": "published", "source": "s" }],
                "mustMatch": [{ "package-id": "Contoso.Video" }], "mustNotMatch": [{ "package-id": "Contoso.Text" }] }] }
            """);
        _workspace.Files.Write("law/banned-vendors.json", """{ "audiences": ["ca-government"] }""");
        for (var i = 0; i < 25; i++)
        {
            _workspace.CleanAt($"own/P{i:00}/P{i:00}.csproj", "<Project />");
            _workspace.CleanAt($"law/P{i:00}/P{i:00}.csproj", "<Project />");
        }

        var outcome = _workspace.Check("--format", "json");

        Assert.Equal(1, outcome.ExitCode);
        using var report = JsonDocument.Parse(outcome.Output);
        var findings = report.RootElement.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"own/P{i:00}/P{i:00}.csproj"), findings.Select(finding => finding.GetProperty("project").GetString()));
        Assert.All(findings, finding => Assert.Equal("organisation-policy", finding.GetProperty("provision").GetProperty("authority").GetString()));
        var projects = report.RootElement.GetProperty("projects").EnumerateArray().ToList();
        Assert.Equal(50, projects.Count);
        Assert.All(projects, project => Assert.Equal($"{project.GetProperty("path").GetString()![..3]}/banned-vendors.json", project.GetProperty("policy").GetString()));
        foreach (var folder in new[] { "law", "own" })
            Assert.Contains($"and policy {folder}/banned-vendors.json", _workspace.Explain("Contoso.Video", $"{folder}/P07").Output, StringComparison.Ordinal);
        Assert.Equal(["law/banned-vendors.json", "own/banned-vendors.json"], report.RootElement.GetProperty("policies").EnumerateArray().Select(policy => policy.GetProperty("files")[0].GetProperty("file").GetString()));
    }

    [Fact]
    public void Explain_NamesTheDecidingFile()
    {
        _workspace.Prohibited("A");
        _workspace.Files.Write("A/banned-vendors.json", """{ "audiences": ["us-person"] }""");

        Assert.Contains("and policy A/banned-vendors.json", _workspace.Explain("Contoso.Scan", "A").Output, StringComparison.Ordinal);
        using var page = JsonDocument.Parse(_workspace.Explain("Contoso.Scan", "A", "--format", "json").Output);
        Assert.Equal("A/banned-vendors.json", page.RootElement.GetProperty("packages")[0].GetProperty("policy").GetString());
    }

    [Fact]
    public void ChosenPolicy_DecidesForEveryProjectAndSaysWhatItReplaces()
    {
        _workspace.Prohibited("A");
        _workspace.Files.Write("banned-vendors.json", "{}");
        _workspace.Files.Write("eng/other.json", """{ "audiences": ["us-person"] }""");

        var outcome = _workspace.Check("--policy", "eng/other.json");

        Assert.Contains("(policy eng/other.json)", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("eng/other.json: warning BVA0007: this policy takes the place of 'banned-vendors.json' and does not extend it", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(4, _workspace.Check("--policy", "gone.json").ExitCode);
    }
}

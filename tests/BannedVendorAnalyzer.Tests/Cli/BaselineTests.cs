using System.Text.Json;

namespace BannedVendorAnalyzer.Tests.Cli;

/// <summary><c>baseline</c>, and what <c>check</c> makes of one: <c>Kaspersky.Adapter</c> and <c>Kaspersky.Bridge</c> have to be reviewed, <c>Contoso.Scan</c> is prohibited.</summary>
public sealed class BaselineTests : IDisposable
{
    private const string Policy = "banned-vendors.json";
    private const string File = "banned-vendors.baseline.json";
    private const string Adapter = """    { "vendor": "kaspersky", "package": "Kaspersky.Adapter", "version": "1.0.0", "authority": "us-icts-kaspersky", "from": "2024-09-29", "sha512": "c2hhNTEy" }""";
    private const string AlsoAdapter = """    { "vendor": "kaspersky", "package": "Kaspersky.Adapter", "version": "1.0.0", "authority": "us-ndaa18-1634", "from": "2018-10-01", "sha512": "c2hhNTEy" }""";

    private readonly ToolWorkspace _workspace = new();

    public BaselineTests()
    {
        _workspace.Files.Write(".git/HEAD", "");
        _workspace.Files.Write(Policy, "{}");
        Review("A", "Kaspersky.Adapter");
    }

    public void Dispose() => _workspace.Dispose();

    private string Baseline => System.IO.File.ReadAllText(_workspace.Files[File]);

    [Fact]
    public void Written_HasOneLineForEachQuestionAndSaysWhat()
    {
        var outcome = Run("write");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(
            """
            added: 'Kaspersky.Adapter' 1.0.0 of kaspersky under us-icts-kaspersky since 2024-09-29
            added: 'Kaspersky.Adapter' 1.0.0 of kaspersky under us-ndaa18-1634 since 2018-10-01
            Added 2 entries to banned-vendors.baseline.json. Their verdict is still review; what is new or changes is warned about as before.
            """.ReplaceLineEndings("\n"), outcome.Output.ReplaceLineEndings("\n").Trim());
        Assert.Equal($"{{\n  \"findings\": [\n{Adapter},\n{AlsoAdapter}\n  ]\n}}\n", Baseline);
        Assert.Equal([File], Directory.GetFiles(_workspace.Root, "*.baseline*").Select(Path.GetFileName));
    }

    [Fact]
    public void KnownFinding_IsMarkedAndStillReview()
    {
        Run("write");

        var outcome = _workspace.Check();

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("A/A.csproj: review (baseline) BVA1004", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("  baseline  banned-vendors.baseline.json, line 3 and 4: it was there when the baseline was written, and is still to be reviewed", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("0 prohibited, 0 unverified, 0 to review, 1 in the baseline.", outcome.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(_workspace.Check("--format", "json").Output);
        var report = json.RootElement;
        Assert.Equal("review", report.GetProperty("verdict").GetString());
        Assert.Equal((0, 1), (report.GetProperty("counts").GetProperty("review").GetInt32(), report.GetProperty("counts").GetProperty("baseline").GetInt32()));
        var entry = report.GetProperty("findings")[0].GetProperty("baseline");
        Assert.Equal((File, 4), (entry.GetProperty("file").GetString(), entry.GetProperty("line").GetInt32()));
        Assert.Equal((File, 2), (report.GetProperty("policies")[0].GetProperty("baseline").GetProperty("file").GetString(), report.GetProperty("policies")[0].GetProperty("baseline").GetProperty("entries").GetInt32()));
    }

    [Fact]
    public void StrictPolicy_FailsForWhatIsNewOnly()
    {
        Run("write");
        _workspace.Files.Write(Policy, """{ "strict": true }""");
        Assert.Equal(0, _workspace.Check().ExitCode);

        Review("B", "Kaspersky.Bridge");
        var outcome = _workspace.Check();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("B/B.csproj: review BVA1004", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("1 to review, 1 in the baseline.", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ChangedPackage_IsReportedInFull()
    {
        Run("write");
        _workspace.Files.Write(File, Baseline.Replace("c2hhNTEy", "b3RoZXI=", StringComparison.Ordinal));

        var outcome = _workspace.Check();

        Assert.Contains("A/A.csproj: review BVA1004", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("banned-vendors.baseline.json(3,5): warning BVA0004: the entry for 'Kaspersky.Adapter' 1.0.0 of kaspersky under us-icts-kaspersky since 2024-09-29 matches nothing to review in any project: 'banned-vendors baseline prune' takes it out", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Prohibited_IsNeverWritten()
    {
        _workspace.Prohibited("P");

        var outcome = Run("write");

        Assert.Equal(0, outcome.ExitCode);
        Assert.DoesNotContain("Contoso.Scan", Baseline, StringComparison.Ordinal);
        Assert.Equal(1, _workspace.Check().ExitCode);
    }

    [Fact]
    public void AnnouncedProhibition_IsNotWrittenAndIsSaid()
    {
        _workspace.Files.Write(Policy, """{ "audiences": ["ca-government"], "prohibit": [{ "vendor": "kaspersky", "from": "2027-06-01", "reason": "Decision 12" }] }""");
        _workspace.Prohibited("A");

        var outcome = Run("write");

        Assert.Contains("A/A.csproj: review BVA1004", _workspace.Check().Output, StringComparison.Ordinal);
        Assert.Contains("Nothing to add.", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("1 finding to review cannot be taken over wholly", outcome.Output, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(_workspace.Files[File]));
    }

    [Fact]
    public void ExistingBaseline_GrowsOnlyWhereThatIsAskedFor()
    {
        Run("write");
        var before = Baseline;
        Review("B", "Kaspersky.Bridge");

        var refused = Run("write");

        Assert.Equal((64, before), (refused.ExitCode, Baseline));
        Assert.StartsWith("new: 'Kaspersky.Bridge' 1.0.0 of kaspersky under us-icts-kaspersky", refused.Output, StringComparison.Ordinal);
        Assert.Equal("'banned-vendors.baseline.json' is there already and does not have these. Look at them; '--update' adds them.", refused.Error.Trim());

        var updated = Run("write", "--update");
        Assert.Equal(0, updated.ExitCode);
        Assert.DoesNotContain("Adapter", updated.Output, StringComparison.Ordinal);
        Assert.Contains("Added 2 entries", updated.Output, StringComparison.Ordinal);
        Assert.Equal(4, Baseline.Split("Kaspersky.").Length - 1);
        Assert.StartsWith(before[..before.IndexOf("\n  ]", StringComparison.Ordinal)], Baseline, StringComparison.Ordinal);
        Assert.Equal("Nothing to add.", Run("write").Output.Trim());
    }

    [Fact]
    public void Prune_TakesOutWhatMatchesNothing()
    {
        Review("B", "Kaspersky.Bridge");
        Run("write");
        Assert.Equal("Took 0 entries out of banned-vendors.baseline.json.", Run("prune").Output.Trim());
        _workspace.Clean("B");

        var outcome = Run("prune");

        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith("taken out: 'Kaspersky.Bridge' 1.0.0 of kaspersky under us-icts-kaspersky since 2024-09-29", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Took 2 entries out of", outcome.Output, StringComparison.Ordinal);
        Assert.Equal($"{{\n  \"findings\": [\n{Adapter},\n{AlsoAdapter}\n  ]\n}}\n", Baseline);
        _workspace.Clean("A");
        Run("prune");
        Assert.Equal("{\n  \"findings\": []\n}\n", Baseline);
        Assert.Equal(0, _workspace.Check().ExitCode);
    }

    [Fact]
    public void Prune_KnowsNothingOfWhatWasNotLookedAt()
    {
        Run("write");
        Review("B", "Kaspersky.Bridge");
        var before = Baseline;

        var part = Run("prune", "B");
        Assert.Equal((64, before), (part.ExitCode, Baseline));
        Assert.Contains("name that folder", part.Error, StringComparison.Ordinal);
        _workspace.Files.Restore("C", _workspace.Files.Assets("Other"));
        Assert.Equal((2, before), (Run("prune").ExitCode, Baseline));
        Assert.DoesNotContain("BVA0004", _workspace.Check().Output, StringComparison.Ordinal);
        Assert.Equal(2, Run("write", "--update").ExitCode);
        Assert.Contains("Kaspersky.Bridge", Baseline, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "(1,2): error BVA0002: the file ends too early")]
    [InlineData("""{ "findings": [{ "vendor": "x" }] }""", "(1,16): error BVA0002: missing: authority, from")]
    public void BrokenBaseline_LetsNothingBeJudged(string text, string problem)
    {
        _workspace.Files.Write(File, text);

        Assert.Contains($"{File}{problem}", _workspace.Check().Error, StringComparison.Ordinal);
        Assert.Equal([4, 4, 4], new[] { _workspace.Check(), Run("write", "--update"), Run("prune") }.Select(outcome => outcome.ExitCode));
        Assert.Equal(text, Baseline);
    }

    [Fact]
    public void LinkedBaseline_IsNotFollowed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        _workspace.Files.Write("other.json", """{ "findings": [] }""");
        System.IO.File.CreateSymbolicLink(_workspace.Files[File], _workspace.Files["other.json"]);

        Assert.Contains("banned-vendors.baseline.json: error BVA0002: the way to this file goes through a link", _workspace.Check().Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Baseline_LiesBesideThePolicyThatDecides()
    {
        _workspace.Files.Write("eng/other.json", """{ "extends": { "file": "../banned-vendors.json" } }""");

        Assert.Equal(0, Run("write", "--policy", "eng/other.json").ExitCode);
        Assert.True(System.IO.File.Exists(_workspace.Files["eng/other.baseline.json"]));
        Assert.Contains("review (baseline)", _workspace.Check("--policy", "eng/other.json").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("(baseline)", _workspace.Check().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAPolicy_ThereIsNoPlaceForABaseline()
    {
        System.IO.File.Delete(_workspace.Files[Policy]);

        Assert.Equal((64, "No policy counts for these projects: 'banned-vendors init' writes one."), (Run("write").ExitCode, Run("write").Error.Trim()));
        Assert.Equal(64, Run("prune").ExitCode);
    }

    [Fact]
    public void LooseFile_IsKnownByPathAndHash()
    {
        _workspace.Clean("A", """<Project><ItemGroup><None Include="lib/PlayCtrl.dll" CopyToOutputDirectory="Always" /></ItemGroup></Project>""");
        var file = _workspace.Files.Write("A/lib/PlayCtrl.dll", "not a library");

        Assert.Contains("added: 'A/lib/PlayCtrl.dll' of hikvision", Run("write").Output, StringComparison.Ordinal);
        Assert.Contains("review (baseline) BVA1004", _workspace.Check().Output, StringComparison.Ordinal);
        System.IO.File.AppendAllText(file, "!");
        Assert.Contains("review BVA1004", _workspace.Check().Output, StringComparison.Ordinal);
    }

    private ToolOutcome Run(string command, params string[] more) => ToolWorkspace.Run(_workspace.Root, ["baseline", command, "--no-restore", .. more]);

    private void Review(string name, string package)
    {
        var id = package.ToLowerInvariant();
        _workspace.Files.Write($"packages/{id}/1.0.0/{id}.nuspec", "<package><metadata><authors>Contoso</authors></metadata></package>");
        _workspace.Files.Restore(name, _workspace.Files.Assets(name, package).Package($"{package}/1.0.0"));
    }
}

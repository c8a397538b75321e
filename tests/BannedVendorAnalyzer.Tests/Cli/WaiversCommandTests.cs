namespace BannedVendorAnalyzer.Tests.Cli;

/// <summary><c>waivers</c>, on 2026-11-20, where <c>Contoso.Scan</c> is prohibited by two authorities.</summary>
public sealed class WaiversCommandTests : IDisposable
{
    private readonly ToolWorkspace _workspace = new();

    public WaiversCommandTests()
    {
        _workspace.Files.Write(".git/HEAD", "");
        _workspace.Prohibited("A");
    }

    public void Dispose() => _workspace.Dispose();

    private string Policy => File.ReadAllText(_workspace.Files["banned-vendors.json"]);

    [Fact]
    public void Added_CountsOnceItIsFilledIn()
    {
        _workspace.Files.Write("banned-vendors.json", "{\n  \"audiences\": [\"us-federal-contractor\"]\n}\n");

        Assert.Equal("Wrote 2 waivers into banned-vendors.json. Fill in what is empty: until then they do not count.", Run("add", "contoso.scan", "--no-restore").Output.Trim());
        Assert.StartsWith(
            """
            {
              "audiences": ["us-federal-contractor"],
              "waivers": [
                {
                  "vendor": "kaspersky",
                  "package": "Contoso.Scan",
                  "version": "1.0.0",
                  "sha512": "c2hhNTEy",
                  "authority": "us-ndaa18-1634",
                  "kind": "not-applicable",
                  "reason": "",
                  "approvedBy": "",
                  "from": "2026-11-20",
                  "until": "2027-02-18"
                },
            """.ReplaceLineEndings("\n"), Policy, StringComparison.Ordinal);
        Assert.EndsWith("    }\n  ]\n}\n", Policy, StringComparison.Ordinal);
        Assert.Equal(5, _workspace.Check().ExitCode);

        Fill();
        Assert.Equal(0, _workspace.Check().ExitCode);
        Assert.Equal(0, Run("check", "--no-restore").ExitCode);
        Assert.Contains("0 problems with waivers; 1 finding waived.", Run("check", "--no-restore").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exclusion", "\"quote\": \"\",")]
    [InlineData("government-waiver", "\"grantor\": \"\",")]
    [InlineData("remediation", "\"removal\": \"2027-01-31\",")]
    public void Added_HasWhatItsKindNeeds(string kind, string expected)
    {
        _workspace.Files.Write("banned-vendors.json", "{}");

        Assert.Equal(0, Run("add", "Contoso.Scan", "--no-restore", "--kind", kind, "--authority", "us-ndaa18-1634", "--until", "2027-01-31").ExitCode);
        Assert.Contains(expected, Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("us-icts-kaspersky", Policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Renewed_HasPresentContentAndNoApprover()
    {
        _workspace.Files.Write("banned-vendors.json", "{}");
        Run("add", "Contoso.Scan", "--no-restore");
        Fill();
        var before = Policy.Replace("c2hhNTEy", "b3RoZXI=", StringComparison.Ordinal).Replace("2026-11-20", "2026-01-01", StringComparison.Ordinal).Replace("2027-02-18", "2026-06-30", StringComparison.Ordinal);
        _workspace.Files.Write("banned-vendors.json", before);
        Assert.Contains("BVA0005", _workspace.Check().Output, StringComparison.Ordinal);

        Assert.Equal("Renewed 2 waivers in banned-vendors.json until 2027-05-31. Fill in 'approvedBy', and look at the reason again: until then they do not count.", Run("renew", "Contoso.Scan", "--no-restore", "--until", "2027-05-31").Output.Trim());
        var expected = before.Replace("b3RoZXI=", "c2hhNTEy", StringComparison.Ordinal).Replace("2026-01-01", "2026-11-20", StringComparison.Ordinal).Replace("2026-06-30", "2027-05-31", StringComparison.Ordinal);
        Assert.Equal(expected.Replace("Compliance office", "", StringComparison.Ordinal), Policy);
        Fill();
        Assert.Equal(0, _workspace.Check().ExitCode);
    }

    /// <summary>The tool sees neither source nor output, so it takes the word of whoever names the import.</summary>
    [Fact]
    public void Import_IsAddedForOneProjectAndRenewedByItsPresentName()
    {
        _workspace.Files.Write("banned-vendors.json", "{}");

        Assert.Equal(0, Run("add", "kavsdk.dll", "A/A.csproj", "--import", "--authority", "us-ndaa18-1634").ExitCode);
        Assert.Contains("\"import\": \"kavsdk.dll\",\n      \"project\": \"A/A.csproj\",\n      \"authority\": \"us-ndaa18-1634\"", Policy, StringComparison.Ordinal);
        Fill();
        Assert.Contains("'kavsdk.dll' in 'A/A.csproj' under us-ndaa18-1634, 2026-11-20 to 2027-02-18, valid", Run("list").Output, StringComparison.Ordinal);

        Assert.Equal(0, Run("renew", "libkavsdk.so", "A/A.csproj", "--no-restore", "--until", "2027-05-31").ExitCode);
        Assert.Contains("\"import\": \"libkavsdk.so\",", Policy, StringComparison.Ordinal);
        Assert.Contains("\"until\": \"2027-05-31\"", Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("BVA0004", _workspace.Check().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The rules say nothing of an import of 'contoso.dll' in that project.", "add", "contoso.dll", "A/A.csproj", "--import")]
    [InlineData("An import is waived for one project: name it.", "add", "kavsdk.dll", "A/A.csproj", "B/B.csproj", "--import")]
    [InlineData("No waiver is about a finding for 'libkavsdk.so'", "renew", "libkavsdk.so", "B/B.csproj", "--no-restore")]
    public void ImportOfNothingOrNowhere_ChangesNothing(string message, params string[] arguments)
    {
        _workspace.Clean("B");
        _workspace.Files.Write("banned-vendors.json", "{}");
        Run("add", "kavsdk.dll", "A/A.csproj", "--import");
        var before = Policy;

        var outcome = Run(arguments);

        Assert.Equal(64, outcome.ExitCode);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, Policy);
    }

    [Fact]
    public void File_IsAddedAndRenewedAlsoWhereNoProjectLeadsToIt()
    {
        _workspace.Files.Write("banned-vendors.json", """{ "audiences": ["us-federal-contractor"] }""");
        var file = _workspace.Files.Write("publish/kavsdk.dll", "MZ");

        Assert.Equal(0, Run("add", "publish/kavsdk.dll", "publish").ExitCode);
        Fill();
        Assert.Contains("0 problems with waivers; 1 finding waived.", Run("check", "publish").Output, StringComparison.Ordinal);
        File.AppendAllText(file, "!");
        Assert.Contains("error BVA0005", Run("check", "publish").Output, StringComparison.Ordinal);
        Assert.Equal(0, Run("renew", "publish/kavsdk.dll", "publish").ExitCode);
        Fill();
        Assert.Equal(0, Run("check", "publish").ExitCode);
    }

    /// <summary>The folder of a library does not count for an import, so the path of its file is a name for both.</summary>
    [Fact]
    public void File_IsRenewedWithoutTheImportOfTheSameLibrary()
    {
        _workspace.Files.Write("banned-vendors.json", """{ "audiences": ["us-federal-contractor"] }""");
        _workspace.Files.Write("lib/kavsdk.dll", "MZ");
        Assert.Equal(0, Run("add", "lib/kavsdk.dll", "lib").ExitCode);
        Assert.Equal(0, Run("add", "kavsdk.dll", "A/A.csproj", "--import", "--authority", "us-ndaa18-1634").ExitCode);
        Fill();

        Assert.StartsWith("Renewed 2 waivers", Run("renew", "lib/kavsdk.dll", "lib", "A/A.csproj", "--no-restore", "--until", "2027-05-31").Output, StringComparison.Ordinal);
        Assert.Contains("\"import\": \"kavsdk.dll\"", Policy, StringComparison.Ordinal);
        Assert.Contains("'kavsdk.dll' in 'A/A.csproj' under us-ndaa18-1634, 2026-11-20 to 2027-02-18, valid; not-applicable, approved by Compliance office", Run("list").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void List_ShowsStatesByLastDay()
    {
        Waivers(("2026-01-01", "2026-06-30", "r"), ("2026-06-01", "2026-12-10", "r"), ("2026-06-01", "2027-05-31", "r"), ("2026-12-01", "2027-05-31", "r"), ("2026-06-01", "2027-05-30", ""));

        Assert.Equal(
            [
                "(2,1) expired", "(3,1) valid", "(6,1) does not count (without a reason: fill in 'reason')", "(4,1) valid", "(5,1) not yet valid",
            ],
            Listed());
        Assert.Equal(["(2,1) expired"], Listed("--expired"));
        Assert.Equal(["(3,1) valid"], Listed("--expiring-in", "30d"));
        Assert.Equal(["(2,1) expired", "(3,1) valid"], Listed("--expired", "--expiring-in", "20"));
        Assert.Equal(
            "banned-vendors.json(2,1): 'Contoso.Scan' 1.0.0 under us-889, 2026-01-01 to 2026-06-30, expired; not-applicable, approved by Compliance office: r",
            Run("list", "--expired").Output.Trim());
    }

    [Fact]
    public void List_GoesByTheDayOfThePolicy()
    {
        Waivers(("2026-06-01", "2026-12-10", "r"));
        _workspace.Files.Write("banned-vendors.json", Policy.Replace("{ \"waivers\"", "{ \"asOf\": \"2026-12-11\", \"waivers\"", StringComparison.Ordinal));

        Assert.Equal(["(2,1) expired"], Listed("--expired"));
        Assert.Empty(Listed("--expiring-in", "30d"));
    }

    [Fact]
    public void Check_SaysWhatDoesNotHold()
    {
        Waivers(("2026-06-01", "2027-05-31", ""));

        var outcome = Run("check", "--no-restore");

        Assert.Equal(4, outcome.ExitCode);
        Assert.StartsWith("banned-vendors.json(2,1): error BVA0003: the waiver for 'Contoso.Scan' 1.0.0 under us-889 does not count: without a reason", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("BVA1003", outcome.Output, StringComparison.Ordinal);
    }

    /// <summary>A waiver is only compared with what is found, so one that has ended would read as one that holds.</summary>
    [Fact]
    public void Check_OfWhatCannotBeLookedAtIsNotClear()
    {
        Waivers(("2026-01-01", "2026-06-30", "r"));
        File.Delete(_workspace.Files["A/obj/project.assets.json"]);

        var outcome = Run("check", "--no-restore");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("Something could not be looked at, so nothing is known of the waivers that it needs.", outcome.Error, StringComparison.Ordinal);
        Waivers(("2026-06-01", "2027-05-31", ""));
        Assert.Equal(6, Run("check", "--no-restore").ExitCode);
    }

    [Fact]
    public void Check_OfALockedProjectWithoutTheGateHasLookedAtIt()
    {
        _workspace.Files.Write("banned-vendors.json", """{ "locked": true, "audiences": ["us-federal-contractor"] }""");
        Assert.Equal(3, _workspace.Check().ExitCode);

        Assert.Equal(0, Run("check", "--no-restore").ExitCode);
    }

    [Theory]
    [InlineData("No finding is about 'Contoso.Video'", "add", "Contoso.Video", "--no-restore")]
    [InlineData("No policy counts for these projects", "add", "Contoso.Scan", "--no-restore")]
    [InlineData("'us-889' decides no finding about 'Contoso.Scan'", "add", "Contoso.Scan", "--no-restore", "--authority", "us-889")]
    [InlineData("No waiver is about a finding for 'Contoso.Scan'", "renew", "Contoso.Scan", "--no-restore")]
    [InlineData("unknown kind of waiver 'because'", "add", "Contoso.Scan", "--kind", "because")]
    [InlineData("'soon' is not a date", "add", "Contoso.Scan", "--until", "soon")]
    [InlineData("2027-11-21 is not within 366 days from 2026-11-20 on", "renew", "Contoso.Scan", "--until", "2027-11-21")]
    [InlineData("'soon' is not a number of days", "list", "--expiring-in", "soon")]
    [InlineData("'--expird' does not exist", "list", "--expird")]
    [InlineData("'nowhere' does not exist", "list", "A", "nowhere")]
    public void WrongUsage_ChangesNothing(string message, params string[] arguments)
    {
        var outcome = Run(arguments);

        Assert.Equal(64, outcome.ExitCode);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_workspace.Files["banned-vendors.json"]));
    }

    [Fact]
    public void InvalidPolicy_EndsEveryCommand()
    {
        _workspace.Files.Write("banned-vendors.json", "{");

        Assert.Equal([4, 4, 4, 4], new[] { Run("list"), Run("check", "--no-restore"), Run("add", "Contoso.Scan", "--no-restore"), Run("renew", "Contoso.Scan", "--no-restore") }.Select(outcome => outcome.ExitCode));
        Assert.Equal("{", Policy);
    }

    private ToolOutcome Run(params string[] arguments) => ToolWorkspace.Run(_workspace.Root, ["waivers", .. arguments]);

    private void Fill() => _workspace.Files.Write("banned-vendors.json", Policy
        .Replace("\"reason\": \"\"", "\"reason\": \"Only run in the laboratory\"", StringComparison.Ordinal)
        .Replace("\"approvedBy\": \"\"", "\"approvedBy\": \"Compliance office\"", StringComparison.Ordinal));

    /// <summary>Each on a line of its own, from the second.</summary>
    private void Waivers(params (string From, string Until, string Reason)[] waivers) => _workspace.Files.Write("banned-vendors.json", $"{{ \"waivers\": [\n{string.Join(",\n", waivers.Select(waiver =>
        $$"""{ "vendor": "hikvision", "package": "Contoso.Scan", "version": "1.0.0", "sha512": "c2hhNTEy", "authority": "us-889", "kind": "not-applicable", "reason": "{{waiver.Reason}}", "approvedBy": "Compliance office", "from": "{{waiver.From}}", "until": "{{waiver.Until}}" }"""))}] }}");

    private IEnumerable<string> Listed(params string[] options) => Run(["list", .. options]).Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)
        .Select(line => $"{line["banned-vendors.json".Length..line.IndexOf(':', StringComparison.Ordinal)]} {line.Split(", ", 3)[2].Split(';')[0]}");
}

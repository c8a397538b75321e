using System.Text.Json;

namespace BannedVendorAnalyzer.Tests.Cli;

/// <summary>What <c>check</c> reports where a policy has waivers: <c>Contoso.Scan</c> is prohibited by two authorities.</summary>
public sealed class WaivedTests : IDisposable
{
    private readonly ToolWorkspace _workspace = new();

    public WaivedTests()
    {
        _workspace.Files.Write(".git/HEAD", "");
        _workspace.Prohibited("A");
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void WaivedFinding_PassesButIsNotClear()
    {
        Policy(Waiver("us-ndaa18-1634"), Waiver("us-icts-kaspersky"));

        var outcome = _workspace.Check("--format", "json");

        Assert.Equal(0, outcome.ExitCode);
        using var json = JsonDocument.Parse(outcome.Output);
        var report = json.RootElement;
        Assert.Equal("review", report.GetProperty("verdict").GetString());
        Assert.Equal((0, 0, 1), (Count(report, "prohibited"), Count(report, "review"), Count(report, "waived")));
        var finding = Assert.Single(report.GetProperty("findings").EnumerateArray().ToList());
        Assert.Equal("prohibited", finding.GetProperty("verdict").GetString());
        var waiver = finding.GetProperty("waiver");
        Assert.Equal(
            ["not-applicable", "us-ndaa18-1634", "Only run in the laboratory", "Compliance office", "TICKET-1", "2026-06-01", "2027-05-31", "banned-vendors.json"],
            new[] { "kind", "authority", "reason", "approvedBy", "ticket", "from", "until", "file" }.Select(member => waiver.GetProperty(member).GetString()));
        Assert.Equal(2, waiver.GetProperty("line").GetInt32());
    }

    [Fact]
    public void Text_SaysWhoUntilWhenAndWhy()
    {
        Policy(Waiver("us-ndaa18-1634"), Waiver("us-icts-kaspersky"));

        var output = _workspace.Check().Output;

        Assert.Contains("A/A.csproj: prohibited (waived) BVA1003", output, StringComparison.Ordinal);
        Assert.Contains("waived    until 2027-05-31 by Compliance office under us-ndaa18-1634 (not-applicable, TICKET-1): Only run in the laboratory; until", output, StringComparison.Ordinal);
        Assert.Contains("0 prohibited, 0 unverified, 0 to review, 1 waived.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("to clear", output, StringComparison.Ordinal);
    }

    [Fact]
    public void OneAuthorityThatIsNotWaived_StillProhibits()
    {
        Policy(Waiver("us-ndaa18-1634"));

        var outcome = _workspace.Check();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("Final Determination", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Section 1634", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("until", "2026-11-19", "BVA0003: the waiver for 'Contoso.Scan' 1.0.0 under us-icts-kaspersky ended on 2026-11-19")]
    [InlineData("from", "2026-11-21", "BVA0003: the waiver for 'Contoso.Scan' 1.0.0 under us-icts-kaspersky counts from 2026-11-21 only")]
    [InlineData("sha512", "b3RoZXI=", "BVA0005: the waiver for 'Contoso.Scan' 1.0.0 under us-icts-kaspersky was approved for other contents")]
    [InlineData("approvedBy", "", "BVA0003: the waiver for 'Contoso.Scan' 1.0.0 under us-icts-kaspersky does not count: approved by nobody")]
    public void WaiverThatDoesNotHold_FailsAndLetsTheFindingFail(string member, string value, string message)
    {
        Policy(Waiver("us-ndaa18-1634"), Waiver("us-icts-kaspersky", (member, value)));

        var outcome = _workspace.Check();

        Assert.Equal(5, outcome.ExitCode);
        Assert.Contains($"banned-vendors.json(3,1): error {message}", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("prohibited BVA1003", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Unused_IsToldOverTheWholeRepositoryOnly()
    {
        const string Message = "banned-vendors.json(4,1): warning BVA0004: the waiver for 'Contoso.Gone' 1.0.0 under us-889 matches nothing in any project: take it out";
        Policy(Waiver("us-ndaa18-1634"), Waiver("us-icts-kaspersky"), Waiver("us-889", ("package", "Contoso.Gone"), ("until", "2026-07-01")));

        var outcome = _workspace.Check();

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(Message, outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("BVA0004", _workspace.Check("A").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("BVA0004", _workspace.Check("A/A.csproj").Output, StringComparison.Ordinal);
    }

    /// <summary>What is there may be found elsewhere: an import by the build, a file by a check of another path.</summary>
    [Theory]
    [InlineData("A/A.csproj", "A/lib/kavsdk.dll", 0)]
    [InlineData("Gone/Gone.csproj", "A/lib/gone.dll", 2)]
    public void UnusedImportOrFile_IsToldWhereProjectOrFileIsGone(string project, string file, int told)
    {
        _workspace.Files.Write("A/lib/kavsdk.dll", "MZ");
        var import = Waiver("us-889").Replace("\"package\":\"Contoso.Scan\",\"version\":\"1.0.0\",\"sha512\":\"c2hhNTEy\"", $"\"import\":\"kavsdk.dll\",\"project\":\"{project}\"", StringComparison.Ordinal);
        Policy(import, FileWaiver("us-889", new string('0', 64)).Replace("A/lib/kavsdk.dll", file, StringComparison.Ordinal));

        Assert.Equal(told, System.Text.RegularExpressions.Regex.Count(_workspace.Check().Output, "warning BVA0004"));
    }

    [Fact]
    public void Unused_IsNotToldWhereSomethingCouldNotBeLookedAt()
    {
        Policy(Waiver("us-889", ("package", "Contoso.Gone")));
        _workspace.Files.Restore("B", _workspace.Files.Assets("Other"));

        Assert.DoesNotContain("BVA0004", _workspace.Check().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void RemovedPackage_FailsNothingHoweverOldItsWaiver()
    {
        _workspace.Clean("A");
        Policy(Waiver("us-ndaa18-1634", ("until", "2026-07-01")), Waiver("us-icts-kaspersky", ("sha512", "b3RoZXI=")));

        Assert.Equal(0, _workspace.Check().ExitCode);
    }

    [Fact]
    public void LooseFile_IsWaivedByPathAndHash()
    {
        _workspace.Clean("A", """<Project><ItemGroup><None Include="lib/kavsdk.dll" CopyToOutputDirectory="Always" /></ItemGroup></Project>""");
        var file = _workspace.Files.Write("A/lib/kavsdk.dll", "not a library");
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)));
        Policy(FileWaiver("us-ndaa18-1634", hash), FileWaiver("us-icts-kaspersky", hash));

        Assert.Contains("prohibited (waived) BVA1005", _workspace.Check().Output, StringComparison.Ordinal);
        Assert.Equal(0, _workspace.Check().ExitCode);
        File.AppendAllText(file, "!");
        var changed = _workspace.Check();
        Assert.Equal(5, changed.ExitCode);
        Assert.Contains("error BVA0005: the waiver for 'A/lib/kavsdk.dll' under us-icts-kaspersky was approved for other contents", changed.Output, StringComparison.Ordinal);
    }

    private static string FileWaiver(string authority, string sha256) => Waiver(authority)
        .Replace("\"package\":\"Contoso.Scan\",\"version\":\"1.0.0\",\"sha512\":\"c2hhNTEy\"", $"\"file\":\"A/lib/kavsdk.dll\",\"sha256\":\"{sha256}\"", StringComparison.Ordinal);

    private static int Count(JsonElement report, string what) => report.GetProperty("counts").GetProperty(what).GetInt32();

    /// <summary>Each waiver stands on a line of its own, from the second.</summary>
    private void Policy(params string[] waivers) => _workspace.Files.Write("banned-vendors.json", $"{{ \"audiences\": [\"us-federal-contractor\"], \"waivers\": [\n{string.Join(",\n", waivers)}] }}");

    private static string Waiver(string authority, params (string Member, string Value)[] changes)
    {
        var members = new Dictionary<string, string>
        {
            ["vendor"] = "kaspersky",
            ["package"] = "Contoso.Scan",
            ["version"] = "1.0.0",
            ["sha512"] = "c2hhNTEy",
            ["authority"] = authority,
            ["kind"] = "not-applicable",
            ["reason"] = "Only run in the laboratory",
            ["approvedBy"] = "Compliance office",
            ["ticket"] = "TICKET-1",
            ["from"] = "2026-06-01",
            ["until"] = "2027-05-31",
        };
        foreach (var (member, value) in changes) members[member] = value;
        return JsonSerializer.Serialize(members);
    }
}

namespace BannedVendorAnalyzer.Tests.Cli;

/// <summary>What <c>waivers add</c> leaves of a file that somebody wrote in his own way.</summary>
public sealed class PolicyTextTests : IDisposable
{
    private const string Old = """{"vendor":"kaspersky","package":"Old","version":"1.0.0","sha512":"eA==","authority":"us-ndaa18-1634","kind":"not-applicable","reason":"a \" } ] b","approvedBy":"x","from":"2026-01-01","until":"2026-12-31"}""";

    private readonly ToolWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("{}", "{|\n}")]
    [InlineData("{ \"root\": true }", "{ \"root\": true,| }")]
    [InlineData("{\r\n\t\"root\": true\r\n}\r\n", "{\r\n\t\"root\": true,|\r\n}\r\n")]
    [InlineData("\uFEFF{ \"root\": true, \"waivers\": [ ], \"strict\": false }", "\uFEFF{ \"root\": true, \"waivers\": [|], \"strict\": false }")]
    [InlineData("{ \"waivers\": [" + Old + "], \"root\": true }", "{ \"waivers\": [" + Old + ",|], \"root\": true }")]
    [InlineData("{ \"waivers\": [ " + Old + "\n ] }", "{ \"waivers\": [ " + Old + ",|\n ] }")]
    public void Everything_StaysButForTheNewEntry(string before, string after)
    {
        _workspace.Prohibited("A");
        var path = _workspace.Files.Write("A/banned-vendors.json", before);
        var (head, tail) = (after[..after.IndexOf('|', StringComparison.Ordinal)], after[(after.IndexOf('|', StringComparison.Ordinal) + 1)..]);

        var outcome = ToolWorkspace.Run(_workspace.Root, "waivers", "add", "Contoso.Scan", "A", "--no-restore", "--authority", "us-ndaa18-1634");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        var written = System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(path));
        Assert.StartsWith(head, written, StringComparison.Ordinal);
        Assert.EndsWith(tail, written, StringComparison.Ordinal);
        Assert.Equal(before.Contains('\r', StringComparison.Ordinal), written[head.Length..^tail.Length].Contains('\r', StringComparison.Ordinal));
        Assert.Equal(["banned-vendors.json"], Directory.GetFiles(_workspace.Files["A"], "banned*").Select(Path.GetFileName));
    }
}

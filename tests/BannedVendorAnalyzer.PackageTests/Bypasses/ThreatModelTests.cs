using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests.Bypasses;

/// <summary>Holds docs/threat-model.md and the tests together.</summary>
public sealed class ThreatModelTests(ITestOutputHelper output)
{
    [Fact]
    public void Page_ListsEveryBypassWithItsOutcomeAndTest()
    {
        var table = string.Join('\n', BypassAttribute.All.OrderBy(pair => pair.Bypass.Outcome).Select(pair => $"| {pair.Bypass.What} | {Words(pair.Bypass)} | `{pair.Test}` |"));
        output.WriteLine(table);

        var rows = File.ReadAllLines(Path.Combine(Workspace.Repository, "docs", "threat-model.md")).Where(line => line.EndsWith("` |", StringComparison.Ordinal));
        Assert.Equal(table, string.Join('\n', rows));
    }

    [Fact]
    public void EveryOutcomeIsThere()
    {
        Assert.InRange(BypassAttribute.All.Count(), 15, int.MaxValue);
        Assert.All(Enum.GetValues<Outcome>(), outcome => Assert.Contains(BypassAttribute.All, pair => pair.Bypass.Outcome == outcome));
    }

    private static string Words(BypassAttribute bypass) => bypass.Outcome switch
    {
        Outcome.NoEffect => $"no effect ({bypass.Code})",
        Outcome.VisibleInTheBuild => $"visible in the build ({bypass.Code})",
        _ => $"caught by the tool in CI ({bypass.Code})",
    };
}

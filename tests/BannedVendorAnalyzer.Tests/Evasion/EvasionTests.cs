using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Tests.Evasion;

/// <summary>Every row of docs/evasion.md, from the bytes to the finding.</summary>
public sealed class EvasionTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyDictionary<string, Disguise> Disguises = Join();

    public static TheoryData<string> Names => [.. Disguises.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Disguise_HasItsVerdict(string name)
    {
        var disguise = Disguises[name];
        using var hideout = new Hideout();
        disguise.Hide(hideout);
        var result = hideout.Check();

        Assert.Equal(disguise.Verdict, result.Findings.Select(finding => finding.Verdict).DefaultIfEmpty(Verdict.Clear).Max());
        if (disguise.Evidence is { } evidence) Assert.Contains(evidence, Assert.Single(result.Findings).Text.Observed, StringComparison.Ordinal);
        Assert.Empty(result.Recognised);
    }

    [Fact]
    public void Page_ListsTheseDisguisesAndVerdicts()
    {
        var table = string.Join('\n', Disguises.Values.Select(disguise => $"| {disguise.Name} | {RuleNames.Of(disguise.Verdict)} | {disguise.Why} | {disguise.Evidence ?? "none"} |"));
        output.WriteLine(table);

        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "evasion.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| disguise ", StringComparison.Ordinal));
        Assert.Equal(table, string.Join('\n', rows));
    }

    [Fact]
    public void MostAreCaught()
    {
        Assert.InRange(Disguises.Count, 24, int.MaxValue);
        Assert.InRange(Disguises.Values.Count(disguise => disguise.Verdict is Verdict.Prohibited or Verdict.Review), 16, int.MaxValue);
    }

    private static Dictionary<string, Disguise> Join() =>
        new[] { NameDisguises.All, BinaryDisguises.All, PackedDisguises.All, CodeDisguises.All, ProjectDisguises.All }.SelectMany(group => group).ToDictionary(disguise => disguise.Name, StringComparer.Ordinal);
}

namespace BannedVendorAnalyzer.Tests.Rules;

/// <summary>That no indicator meets these rows is what the verifier finds (<see cref="EmbeddedRulesTests"/>); here, that they are read.</summary>
public sealed class CorpusPrecisionTests
{
    [Fact]
    public void LookalikesAndUnrelatedPackages_AreUnrelated()
    {
        var labels = Corpus.Read("packages.tsv").Where(row => row.IsUnrelated).Select(row => row["label"]).ToList();

        Assert.True(labels.Count > 200, $"Only {labels.Count} rows were read.");
        Assert.Equal(["lookalike", "unrelated"], labels.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PopularPackages_AreUnrelated()
    {
        var rows = Corpus.Read("package-metadata.tsv");

        Assert.Equal(645, rows.Count(row => row.IsUnrelated));
        Assert.True(rows.Sum(row => row.Evidence.Count) > 3 * rows.Count, "Evidence is missing from the table.");
    }

    [Fact]
    public void ModulesOfOthersAndOfSeveral_AreUnrelated()
    {
        var matches = Corpus.Read("native-modules.tsv").Where(row => row.IsUnrelated).Select(row => row["match"]).Distinct();

        Assert.Equal(["ambiguous", "no"], matches.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void GoldenCases_AreNotRowsOfTheCorpus() => Assert.DoesNotContain(Corpus.Read("golden-verdicts.tsv"), row => row.IsUnrelated);
}

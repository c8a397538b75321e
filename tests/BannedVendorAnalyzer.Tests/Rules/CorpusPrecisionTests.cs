using BannedVendorAnalyzer.Evidence;

namespace BannedVendorAnalyzer.Tests.Rules;

public sealed class CorpusPrecisionTests
{
    [Fact]
    public void LookalikesAndUnrelatedPackages_MeetNothing()
    {
        var rows = Corpus.Read("packages.tsv").Where(row => row["label"] is "lookalike" or "unrelated").ToList();

        Assert.True(rows.Count > 200, $"Only {rows.Count} rows were read.");
        EmbeddedRulesTests.AssertNone(rows.SelectMany(Hits), "Make the indicators that these packages meet more specific.");
    }

    [Fact]
    public void PopularPackages_MeetNothing()
    {
        var rows = Corpus.Read("package-metadata.tsv");

        Assert.Equal(645, rows.Count);
        Assert.True(rows.Sum(row => Corpus.Evidence(row).Count) > 3 * rows.Count, "Evidence is missing from the table.");
        EmbeddedRulesTests.AssertNone(rows.SelectMany(Hits), "Make the indicators that these packages meet more specific.");
    }

    [Fact]
    public void UnrelatedAndAmbiguousModules_MeetNothing()
    {
        var rows = Corpus.Read("native-modules.tsv").Where(row => row["match"] is "no" or "ambiguous");
        var hits = rows.SelectMany(row => Modules(row).SelectMany(EmbeddedRulesTests.Rules.Index.Find).Select(match => $"{row.Place}: '{row["module_as_written"]}' meets {match.Vendor.Id} '{match.Indicator.Value}'"));

        EmbeddedRulesTests.AssertNone(hits, "Leave names out that other makers use as well.");
    }

    internal static EvidenceItem[] Modules(CorpusRow row) =>
        [new(EvidenceKind.NativeImport, row["module_as_written"], "x.dll"), new(EvidenceKind.NativeFile, row["module_as_written"], row["module_as_written"])];

    private static IEnumerable<string> Hits(CorpusRow row) =>
        Corpus.Evidence(row).SelectMany(EmbeddedRulesTests.Rules.Index.Find).Select(match => $"{row.Place}: {row["id"]} meets {match.Vendor.Id} by '{match.Evidence.Value}' ({match.Indicator.Kind} '{match.Indicator.Value}')");
}

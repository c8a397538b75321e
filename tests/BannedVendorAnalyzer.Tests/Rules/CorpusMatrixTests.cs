using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Rules.Verification;
using BannedVendorAnalyzer.Tests.Findings;

namespace BannedVendorAnalyzer.Tests.Rules;

/// <summary>How right the rules are on labelled packages; the figures stand in docs/accuracy.md.</summary>
public sealed class CorpusMatrixTests(ITestOutputHelper output)
{
    private static readonly List<Measured> Rows = [.. Corpus.Read("packages.tsv").Select(Measure)];

    [Fact]
    public void VendorsPackages_AreRecognised()
    {
        var listed = Rows.Where(row => row.Label == "vendor" && row.IsListed).ToList();
        var sure = listed.Where(row => row.Row["confidence"] == "high").ToList();

        Assert.True(listed.Count >= 25, $"Only {listed.Count} rows were read.");
        EmbeddedRulesTests.AssertNone(sure.Where(row => !row.IsRecognised).Select(row => row.ToString()), "Record these packages, or what their publisher can be known by.");
        Assert.True(listed.Count(row => row.IsRecognised) >= 0.95 * listed.Count, string.Join('\n', listed.Where(row => !row.IsRecognised)));
    }

    [Fact]
    public void PackagesThatBindOrCarryAVendorsLibrary_AreRecognised() =>
        EmbeddedRulesTests.AssertNone(Rows.Where(row => row.Label == "binding" && row.IsListed && !row.IsRecognised).Select(row => row.ToString()), "Record these packages, or the libraries that they carry.");

    [Fact]
    public void Clients_AreNeverMoreThanReviewForAnybody()
    {
        var clients = Rows.Where(row => row.Label == "client").ToList();

        Assert.True(clients.Count >= 60, $"Only {clients.Count} rows were read.");
        EmbeddedRulesTests.AssertNone(clients.Where(row => row.Gravest > Verdict.Review).Select(row => row.ToString()), "A client of a service is not the vendor's code: give these ids their relation.");
    }

    [Fact]
    public void Matrix_IsTheOneOfTheDocs()
    {
        var matrix = string.Join('\n', Matrix());
        output.WriteLine(matrix);

        Assert.Contains(matrix, File.ReadAllText(Path.Combine(Repository.Root, "docs", "accuracy.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Matrix()
    {
        yield return "| label | vendor | rows | recognised | published | contains | binds | calls | name | other vendor only | nothing | prohibited | review | clear |";
        yield return "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";
        foreach (var group in Rows.GroupBy(row => (row.Label, Vendor: row.Row["vendor"])).OrderBy(group => group.Key.Label, StringComparer.Ordinal).ThenBy(group => group.Key.Vendor, StringComparer.Ordinal))
        {
            var relations = VerdictTimeline.Relations.Select(relation => group.Count(row => row.Strongest == relation));
            int[] ends = [group.Count(row => row.IsOtherVendors), group.Count(row => row.Met.Count == 0), .. new[] { Verdict.Prohibited, Verdict.Review, Verdict.Clear }.Select(verdict => group.Count(row => row.Gravest == verdict))];
            yield return $"| {group.Key.Label} | {group.Key.Vendor} | {group.Count()} | {group.Count(row => row.IsRecognised)} | {string.Join(" | ", relations.Concat(ends))} |";
        }
    }

    private static Measured Measure(CorpusRow row)
    {
        var evidence = row.Evidence;
        var met = evidence.SelectMany(EmbeddedRulesTests.Rules.Index.Find).ToList();
        return new Measured(row, met, Gravest(evidence));
    }

    /// <summary>Over every audience that anything binds.</summary>
    private static Verdict Gravest(IReadOnlyList<EvidenceItem> evidence) =>
        EmbeddedRulesTests.Rules.Audiences.Select(audience => audience.Id).Where(EmbeddedRulesTests.Rules.Binds)
            .SelectMany(audience => new Judge(EmbeddedRulesTests.Rules, new CheckContext([audience], AudienceIsDefault: false, TestRules.Day(Judging.Today))).Evaluate(evidence))
            .Select(judgement => judgement.Verdict).DefaultIfEmpty().Max();

    private sealed record Measured(CorpusRow Row, List<Match> Met, Verdict Gravest)
    {
        public string Label => Row["label"];

        public bool IsListed => EmbeddedRulesTests.Rules.Vendors.Any(vendor => vendor.Id == Row["vendor"]);

        public bool IsRecognised => Strongest is not null;

        public bool IsOtherVendors => Met.Count > 0 && !IsRecognised;

        /// <summary>TikTok is a vendor of its own in the rules and ByteDance's in the corpus, which was labelled by owner.</summary>
        public Relation? Strongest => Met.Where(match => match.Vendor.Id == Row["vendor"] || (match.Vendor.Id, Row["vendor"]) == ("tiktok", "bytedance")).Select(match => (Relation?)match.Relation).Max();

        public override string ToString() => $"{Row.Place}: {Row["id"]} ({Label} {Row["vendor"]}, {Row["confidence"]}) meets {(Met.Count == 0 ? "nothing" : string.Join(", ", Met.Select(match => $"{match.Vendor.Id} {match.Indicator.Value} ({match.Relation})")))}, at most {Gravest}";
    }
}

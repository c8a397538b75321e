using System.Text.RegularExpressions;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Rules.Verification;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Findings;

public sealed partial class GoldenVerdictTests
{
    private static readonly string[] Audiences = ["us-person", "us-federal-contractor", "us-dod-contractor", "us-texas-state", "ca-government"];

    [Fact]
    public void Cases_AreJudgedAsByHand()
    {
        var rows = Corpus.Read("golden-verdicts.tsv");
        var wrong = rows.SelectMany(row => Audiences.Where(audience => row[audience] != "n/a")
            .Select(audience => (row, audience, Expected: row[audience], Actual: Word(Judge(audience, AsOf(row), Evidence(row)))))
            .Where(judged => judged.Expected != judged.Actual)
            .Select(judged => $"{judged.row.Place}: {judged.row["package"]} ({judged.row["case"]}) for {judged.audience}: {judged.Actual}, by hand {judged.Expected}"));

        Assert.Equal(34, rows.Count);
        EmbeddedRulesTests.AssertNone(wrong, "Correct the rules, or the row if its source says otherwise.");
    }

    [Fact]
    public void PackageThatOnlyDependsOnAVendorsPackage_MeetsNothingItself() =>
        Assert.Empty(EmbeddedRulesTests.Rules.Index.Find(Seen.Id("Volo.Abp.BlobStoring.Aliyun")));

    [Theory]
    [InlineData("2018-10-01", Verdict.Prohibited)]
    [InlineData("2018-09-30", Verdict.Review)]
    [InlineData("2018-06-14", Verdict.Clear)]
    public void CaptchaMixer_IsProhibitedToContractorsSinceTheFirstOfOctober2018(string asOf, Verdict expected)
    {
        var judgement = Judge("us-federal-contractor", asOf, [Seen.Id("Kaspersky.CaptchaMixer")])!;

        Assert.Equal(expected, judgement.Verdict);
        Assert.Equal(expected == Verdict.Clear ? null : "us-ndaa18-1634", judgement.Decision?.Authority.Id);
    }

    [Fact]
    public void CaptchaMixer_IsReviewToUsPersons() => Assert.Equal("review", Word(Judge("us-person", Judging.Today, [Seen.Id("Kaspersky.CaptchaMixer")])));

    [Fact]
    public void EmbeddedCode_IsNotReachedInAustralia() =>
        Assert.Equal("clear", Word(Judge("au-government", Judging.Today, [Seen.Id("Contoso.Scan"), Seen.File("runtimes/linux-x64/native/libkavsdk.so")])));

    [Theory]
    [InlineData("Kaspersky.CaptchaMixer", "au-government", "prohibited")]
    [InlineData("Kaspersky.CaptchaMixer", "ua-public-sector", "clear")]
    [InlineData("TencentCloudSDK.Common", "us-federal-agency", "clear")]
    [InlineData("DeepSeek.ApiClient", "us-intelligence-community", "review")]
    [InlineData("DeepSeek.ApiClient", "au-government", "review")]
    [InlineData("Kaspersky.CaptchaMixer", "it-public-sector", "clear")]
    [InlineData("Kaspersky.CaptchaMixer", "us-federal-agency", "prohibited")]
    [InlineData("Kaspersky.CaptchaMixer", "us-intelligence-community", "prohibited")]
    [InlineData("QuickNV.HikvisionNetSDK", "us-intelligence-community", "prohibited")]
    [InlineData("QuickNV.HikvisionNetSDK", "au-government", "clear")]
    public void FurtherAudiences_AreJudged(string id, string audience, string expected) => Assert.Equal(expected, Word(Judge(audience, Judging.Today, [Seen.Id(id)])));

    [Theory]
    [InlineData("Acronis AG", "us-intelligence-community", "2025-07-11", "prohibited")]
    [InlineData("Acronis AG", "us-intelligence-community", "2025-07-10", "clear")]
    [InlineData("AO Pozitiv Teknolodzhiz", "us-person", "2021-04-15", "prohibited")]
    [InlineData("AO Pozitiv Teknolodzhiz", "us-person", "2021-04-14", "clear")]
    [InlineData("Security Gen", "it-public-sector", "2026-11-20", "prohibited")]
    [InlineData("Intellexa S.A.", "us-federal-grantee", "2024-03-05", "prohibited")]
    [InlineData("NSO Group", "us-dod-contractor", "2026-11-20", "clear")]
    [InlineData("Megvii Technology", "us-dod-contractor", "2026-11-20", "clear")]
    [InlineData("Alibaba Group Holding Limited", "us-dod-contractor", "2026-02-13", "clear")]
    [InlineData("Alibaba Group Holding Limited", "us-dod-contractor", "2026-11-20", "review")]
    public void SignersOfListedCompanies_AreJudgedByDay(string signer, string audience, string asOf, string expected) => Assert.Equal(expected, Word(Judge(audience, asOf, [Seen.Signer(signer)])));

    private static string AsOf(CorpusRow row) => AsOfDate().Match(row["case"]) is { Success: true } match ? match.Groups[1].Value : Judging.Today;

    /// <summary>The id before the bracket, and the file, host or signer that the bracket tells of; of a package that is only on the path, the one it leads to.</summary>
    private static EvidenceItem[] Evidence(CorpusRow row)
    {
        if (DependedOn().Match(row["case"]) is { Success: true } dependency) return [Seen.Id(dependency.Groups[1].Value)];
        var package = row["package"];
        EvidenceItem[] rest =
        [
            .. AuthorSigner().Matches(package).Select(match => Seen.Signer(match.Groups[1].Value)),
            .. CarriedFile().Matches(package).Select(match => Seen.File($"runtimes/linux-x64/native/{match.Groups[1].Value}")),
            .. CalledHost().Matches(package).Select(match => Seen.Host(match.Groups[1].Value)),
        ];
        Assert.Equal(package.Contains("stand-in", StringComparison.Ordinal), rest.Length > 0);
        return [Seen.Id(package.Split(' ')[0]), .. rest];
    }

    private static Judgement? Judge(string audience, string asOf, EvidenceItem[] evidence) =>
        new Judge(EmbeddedRulesTests.Rules, new CheckContext([audience], AudienceIsDefault: false, TestRules.Day(asOf))).Evaluate(evidence).SingleOrDefault();

    private static string Word(Judgement? judgement) => RuleNames.Of(judgement?.Verdict ?? Verdict.Clear);

    [GeneratedRegex("as-of=([0-9-]+)")]
    private static partial Regex AsOfDate();

    [GeneratedRegex("depends-on ([^ )]+)")]
    private static partial Regex DependedOn();

    [GeneratedRegex("author-signed by ([^)]+)")]
    private static partial Regex AuthorSigner();

    [GeneratedRegex("carrying ([^ )]+)")]
    private static partial Regex CarriedFile();

    [GeneratedRegex("host ([^ )]+)")]
    private static partial Regex CalledHost();
}

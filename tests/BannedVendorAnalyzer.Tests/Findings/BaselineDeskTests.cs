using System.Text;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Policy;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Findings;

/// <summary>What a baseline takes over of <c>Acme.Core</c> 1.0.0, under acts whose provisions count from 2020-01-01 and 2021-01-01.</summary>
public sealed class BaselineDeskTests
{
    private const string Known = """{ "vendor": "acme", "package": "Acme.Core", "version": "1.0.0", "authority": "ban", "from": "2020-01-01", "sha512": "aGFzaA==" }""";
    private const string AlsoKnown = """{ "vendor": "acme", "package": "Acme.Core", "version": "1.0.0", "authority": "other-ban", "from": "2021-01-01", "sha512": "aGFzaA==" }""";

    [Fact]
    public void SameQuestionAboutTheSameContent_IsKnown()
    {
        var outcome = Apply(Rules("review"), Known);

        Assert.Equal(("ban", 2), (Assert.Single(outcome.Accepted).Authority, outcome.Accepted[0].Place.Line));
        Judging.IsReview(outcome.Judgement, "ban");
    }

    [Theory]
    [InlineData("\"acme\"", "\"other\"")]
    [InlineData("Acme.Core", "Acme.Cor")]
    [InlineData("1.0.0", "1.0.1")]
    [InlineData("aGFzaA==", "b3RoZXI=")]
    [InlineData("\"ban\"", "\"other-ban\"")]
    [InlineData("2020-01-01", "2019-01-01")]
    [InlineData("\"package\": \"Acme.Core\", \"version\": \"1.0.0\"", "\"file\": \"Acme.Core\"")]
    public void AnythingElse_IsNew(string known, string other)
    {
        var entry = Known.Replace(known, other, StringComparison.Ordinal);
        if (other.Contains("file", StringComparison.Ordinal)) entry = entry.Replace("\"sha512\": \"aGFzaA==\"", $"\"sha256\": \"{new string('0', 64)}\"", StringComparison.Ordinal);

        var outcome = Apply(Rules("review"), entry);

        Assert.Empty(outcome.Accepted);
        Assert.Empty(outcome.Matched);
    }

    [Fact]
    public void CaseOfIdAndVersion_DoesNotCount() => Assert.Single(Apply(Rules("review"), Known.Replace("Acme.Core", "acme.CORE", StringComparison.Ordinal)).Accepted);

    [Fact]
    public void NewAuthority_IsReportedAloneWithItsOwnWords()
    {
        var outcome = Apply(Rules("review", "review"), Known);

        Assert.Empty(outcome.Accepted);
        Assert.Single(outcome.Matched);
        Judging.IsReview(outcome.Judgement, "other-ban");
        Assert.Equal(["ban", "other-ban"], Apply(Rules("review", "review"), $"{AlsoKnown},\n{Known}").Accepted.Select(entry => entry.Authority));
    }

    [Fact]
    public void Prohibited_IsNeverTakenOver()
    {
        var outcome = Apply(Rules("review", "prohibited"), $"{Known},\n{AlsoKnown}");

        Assert.Empty(outcome.Accepted);
        Judging.IsProhibited(outcome.Judgement, "other-ban");
        Assert.Equal("ban", Assert.Single(outcome.Matched).Authority);
    }

    [Fact]
    public void AnnouncedProhibition_IsNeverTakenOver()
    {
        var outcome = Apply(Rules("prohibited"), Known, "2019-12-31");

        Assert.Empty(outcome.Accepted);
        Assert.Empty(outcome.Matched);
        Judging.IsReview(outcome.Judgement, "ban");
    }

    [Fact]
    public void UnknownHash_IsNeverKnown() => Assert.Empty(Apply(Rules("review"), Known, sha512: "").Matched);

    private static RuleSet Rules(string verdict, string? other = null) => TestRules.Read(
        TestRules.Vendor($"{TestRules.Listed}, {TestRules.Listed.Replace("\"ban\"", "\"other-ban\"", StringComparison.Ordinal)}"),
        TestRules.Ban(TestRules.Provision($"\"published\": \"{verdict}\"")),
        TestRules.Authority("other-ban", "procurement", "2019-01-01", TestRules.Provision(other is null ? "" : $"\"published\": \"{other}\"", from: "2021-01-01")));

    private static BaselineOutcome Apply(RuleSet rules, string entries, string asOf = "2026-11-20", string sha512 = "aGFzaA==")
    {
        var (baseline, problems) = BaselineReader.Read("/repo/banned-vendors.baseline.json", Encoding.UTF8.GetBytes($"{{ \"findings\": [\n{entries}\n] }}"));
        Assert.Empty(problems);
        var (policy, contradictions) = OrganisationPolicy.Of("/repo", [PolicySample.File("{}")], [], rules);
        Assert.Empty(contradictions);
        var context = CheckContext.Parse(rules, null, asOf, TestRules.Day("2026-11-20"), policy! with { Baseline = baseline }).Context!;
        return new BaselineDesk(context).Apply(new Judge(rules, context).Evaluate([Seen.Id("Acme.Core")]).Single(), new WaivedContent(false, "Acme.Core", "1.0.0", sha512));
    }
}

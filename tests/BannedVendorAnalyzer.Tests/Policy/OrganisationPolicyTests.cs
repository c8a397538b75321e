using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Findings;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Policy;

public sealed class OrganisationPolicyTests
{
    private const string Initech =
        """
        { "id": "initech", "name": "Initech", "entities": [], "listings": [],
          "indicators": [{ "kind": "package-id", "value": "Initech.Reports", "relation": "published", "source": "s" }],
          "mustMatch": [{ "package-id": "Initech.Reports" }], "mustNotMatch": [{ "package-id": "Initiative" }] }
        """;

    [Fact]
    public void NearerFile_DecidesAndListsAddUp()
    {
        var policy = PolicySample.Of(
            """{ "audiences": ["agency"], "strict": true, "noticeDays": 500 }""",
            """{ "audiences": ["buyer"], "strict": false, "asOf": "2027-01-01", "prohibit": [{ "vendor": "acme", "from": "2026-01-01", "reason": "r" }] }""");

        Assert.Equal(["agency", "buyer"], policy.Audiences);
        Assert.Equal((true, false, 500, TestRules.Day("2027-01-01")), (policy.Strict, policy.Locked, policy.NoticeDays!.Value, policy.AsOf!.Value));
        Assert.Single(policy.Prohibit);
        Assert.Empty(policy.Loosenings);
    }

    [Theory]
    [InlineData("{ \"strict\": false }", "{ \"strict\": true }", "(1,13): '1.json', which this policy extends, is strict", false)]
    [InlineData("{ \"strict\": false }", "{ \"strict\": true, \"locked\": true, \"audiences\": [\"buyer\"] }", "(1,13): '1.json', which this policy extends, is strict", true)]
    [InlineData("{ \"locked\": false }", "{ \"locked\": true, \"audiences\": [\"buyer\"] }", "(1,13): '1.json', which this policy extends, is locked, and so is this one", true)]
    [InlineData("{ \"mode\": \"report\", \"reportUntil\": \"2027-01-31\" }", "{}", "(1,11): '1.json', which this policy extends, fails earlier", false)]
    [InlineData("{ \"mode\": \"report\", \"reportUntil\": \"2027-02-01\" }", "{ \"mode\": \"report\", \"reportUntil\": \"2027-01-31\" }", "(1,11): '1.json', which this policy extends, fails earlier", false)]
    [InlineData("{ \"maxRulesAge\": 91 }", "{}", "(1,18): '1.json', which this policy extends, asks for newer rules", false)]
    [InlineData("{ \"noticeDays\": 10 }", "{}", "(1,17): '1.json', which this policy extends, gives more notice", false)]
    public void Loosening_IsToldAndAnErrorUnderALock(string file, string extended, string expected, bool isError)
    {
        var loosening = Assert.Single(PolicySample.Of(file, extended).Loosenings);

        Assert.Equal(($"0.json{expected}", isError), (PolicySample.Line(loosening.Place), loosening.Severity == Severity.Error));
    }

    [Theory]
    [InlineData("{}", "2026-11-20", "2026-08-22", "")]
    [InlineData("{}", "2026-11-20", "2026-08-21", "0.json(0,0): the rules are of 2026-08-21, 91 days before 2026-11-20, and may be 90 days old: update BannedVendorAnalyzer")]
    [InlineData("{ \"maxRulesAge\": 10 }", "2026-11-20", "2026-11-10", "")]
    [InlineData("{ \"maxRulesAge\": 10 }", "2026-11-20", "2026-11-09", "0.json(1,18): the rules are of 2026-11-09, 11 days before 2026-11-20, and may be 10 days old: update BannedVendorAnalyzer")]
    public void OldRules_AreWarnedAbout(string json, string day, string rules, string message)
    {
        var notices = PolicySample.Of(json).Notices(TestRules.Day(day), TestRules.Day(rules)).ToList();

        Assert.Equal(message, string.Join(' ', notices.Select(notice => PolicySample.Line(notice.Place))));
        Assert.All(notices, notice => Assert.Equal((DiagnosticCatalog.OldRules, Severity.Warning), (notice.Descriptor, notice.Severity)));
    }

    /// <summary>Reported until 2027-01-31, inclusive.</summary>
    [Theory]
    [InlineData("2026-01-30", false, "Error", "2027-01-31 is more than 366 days away, so what is prohibited fails now; name a nearer day")]
    [InlineData("2026-01-31", true, "Warning", "what is prohibited is only reported, until 2027-01-31; it fails from then on")]
    [InlineData("2027-01-31", true, "Warning", "what is prohibited is only reported, until 2027-01-31; it fails from then on")]
    [InlineData("2027-02-01", false, "", "")]
    public void Reporting_EndsByItself(string day, bool isReporting, string severity, string message)
    {
        var policy = PolicySample.Of("""{ "mode": "report", "reportUntil": "2027-01-31" }""");

        Assert.Equal(isReporting, policy.IsReporting(TestRules.Day(day)));
        Assert.Equal((severity, message), (string.Join(' ', policy.Notices(TestRules.Day(day), TestRules.Day(day)).Select(notice => notice.Severity)), string.Join(' ', policy.Notices(TestRules.Day(day), TestRules.Day(day)).Select(notice => notice.Place.Message))));
    }

    [Theory]
    [InlineData("{ \"mode\": \"report\", \"reportUntil\": \"2027-01-31\" }", "{ \"mode\": \"report\", \"reportUntil\": \"2027-02-01\" }")]
    [InlineData("{ \"mode\": \"gate\" }", "{ \"mode\": \"report\", \"reportUntil\": \"2027-02-01\" }")]
    [InlineData("{ \"strict\": true }", "{ \"strict\": false }")]
    [InlineData("{ \"noticeDays\": 366 }", "{}")]
    [InlineData("{ \"locked\": true, \"audiences\": [\"buyer\"] }", "{ \"locked\": false }")]
    public void Tightening_IsNotTold(string file, string extended) => Assert.Empty(PolicySample.Of(file, extended).Loosenings);

    [Fact]
    public void Lock_StaysWhateverExtendsIt() => Assert.True(PolicySample.Of("""{ "locked": false }""", """{ "locked": true, "audiences": ["buyer"] }""").Locked);

    [Fact]
    public void SameVendorInTwoFiles_IsAProblem()
    {
        var json = $$"""{ "vendors": [{{Initech}}] }""";
        var prohibiting = $$"""{ "prohibit": [{ "vendor": "initech", "from": "2026-01-01", "reason": "r" }], "vendors": [{{Initech}}] }""";

        Assert.Contains("0.json(1,90): a vendor of this file is also in one that it extends, or that extends it", PolicySample.Problems(prohibiting, json));
    }

    [Fact]
    public void OwnVendor_IsProhibitedByTheOrganisation()
    {
        var judgement = Judged($$"""{ "vendors": [{{Initech}}], "prohibit": [{ "vendor": "initech", "from": "2026-01-01", "reason": "Decision 12" }] }""", "2026-11-20", Seen.Id("Initech.Reports"));

        Judging.IsProhibited(judgement, PolicyRules.AuthorityId);
        Assert.Equal("Decision 12", judgement.Decision!.Provision.Text);
    }

    [Fact]
    public void OwnProhibition_IsAnnouncedBeforeItCounts()
    {
        var json = """{ "audiences": ["agency"], "prohibit": [{ "vendor": "acme", "product": "scan", "from": "2019-06-01", "reason": "r" }] }""";

        Judging.IsReview(Judged(json, "2018-12-24", Seen.Id("Wrapper.AcmeScan")), PolicyRules.AuthorityId);
        Judging.IsProhibited(Judged(json, "2019-06-01", Seen.Id("Wrapper.AcmeScan")), PolicyRules.AuthorityId);
        Assert.Equal(Verdict.Clear, Judged(json, "2018-05-31", Seen.Id("Wrapper.AcmeScan")).Verdict);
    }

    [Fact]
    public void OneProduct_LeavesTheOthersToTheLaw()
    {
        var judgement = Judged("""{ "prohibit": [{ "vendor": "acme", "product": "cloud", "from": "2018-01-01", "reason": "r" }] }""", "2018-06-01", Seen.Id("Acme.Core"));

        Assert.Equal(Verdict.Clear, judgement.Verdict);
    }

    private static Judgement Judged(string json, string asOf, Evidence.EvidenceItem evidence)
    {
        var policy = PolicySample.Of(json);
        var (context, problems) = CheckContext.Parse(PolicySample.Rules, null, asOf, TestRules.Day("2026-11-20"), policy);
        Assert.Empty(problems);
        return Assert.Single(new Judge(PolicyRules.Extend(PolicySample.Rules, policy, context!.Audiences), context).Evaluate([evidence]));
    }
}

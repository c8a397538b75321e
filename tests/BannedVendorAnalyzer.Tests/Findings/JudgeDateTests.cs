using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Findings;

public sealed class JudgeDateTests
{
    [Theory]
    [InlineData("2020-01-01", Verdict.Prohibited)]
    [InlineData("2030-06-30", Verdict.Prohibited)]
    [InlineData("2030-07-01", Verdict.Clear)]
    public void Provision_CountsFromItsFirstToItsLastDay(string asOf, Verdict expected)
    {
        var judgement = Judging.Under([TestRules.Provision(more: """, "until": "2030-06-30" """)], [Seen.Id("Acme.Core")], asOf);

        Assert.Equal(expected, judgement.Verdict);
        Assert.Equal(expected == Verdict.Clear ? "Act 'ban' no longer counted on 2030-07-01" : null, judgement.WhyClear);
    }

    [Fact]
    public void StartWithinAYear_IsAnnounced()
    {
        var judgement = Judging.Under([TestRules.Provision(from: "2020-01-01")], [Seen.Id("Acme.Core")], "2019-12-31");

        Judging.IsReview(judgement);
        Assert.Equal((Verdict.Prohibited, true), (judgement.Decision!.Reached, judgement.Decision.IsUpcoming(TestRules.Day("2019-12-31"))));
        Judging.IsReview(Judging.Under([TestRules.Provision(from: "2020-01-01")], [Seen.Id("Acme.Core")], "2019-01-01"));
    }

    [Fact]
    public void StartLaterThanAYear_DoesNotTrigger() => Judging.IsClear(
        Judging.Under([TestRules.Provision(from: "2020-01-02")], [Seen.Id("Acme.Core")], "2019-01-01"),
        "Act 'ban' counts from 2020-01-02, more than 365 days after 2019-01-01");

    [Fact]
    public void NoticeDays_AreThoseOfTheContext()
    {
        var rules = TestRules.Read(TestRules.Vendor(), TestRules.Ban(TestRules.Provision(from: "2020-01-01")));
        Verdict With(int days) => new Judge(rules, new CheckContext(["buyer"], false, TestRules.Day("2019-12-22"), days)).Evaluate([Seen.Id("Acme.Core")])[0].Verdict;

        Assert.Equal((Verdict.Review, Verdict.Clear), (With(10), With(9)));
    }

    [Fact]
    public void BeforePublication_NobodyKnows() => Judging.IsClear(
        Judging.Under([TestRules.Provision(from: "2019-02-01")], [Seen.Id("Acme.Core")], "2018-12-31"),
        "nothing that names Acme and binds buyer was published by 2018-12-31");

    [Fact]
    public void BeforeTheListing_NobodyKnows()
    {
        var rules = TestRules.Read(TestRules.Vendor("""{ "authority": "ban", "from": "2024-06-01", "status": "in-force" }"""), TestRules.Ban(TestRules.Provision()));

        Judging.IsClear(Judging.Judge(rules, [Seen.Id("Acme.Core")], "2024-05-31"), "nothing that names Acme and binds buyer was published by 2024-05-31");
        Judging.IsProhibited(Judging.Judge(rules, [Seen.Id("Acme.Core")], "2024-06-01"));
        Assert.Equal(TestRules.Day("2024-06-01"), Judging.Judge(rules, [Seen.Id("Acme.Core")]).Decision!.From);
    }

    [Fact]
    public void ListingOfUnknownStart_CountsFromItsEarliestSource()
    {
        var rules = TestRules.Read(TestRules.Vendor("""{ "authority": "ban", "seen": "2024-06-01", "status": "in-force", "source": "https://x.example" }"""), TestRules.Ban(TestRules.Provision()));
        var judgement = Judging.Judge(rules, [Seen.Id("Acme.Core")], "2024-06-01");

        Judging.IsProhibited(judgement);
        Assert.False(judgement.Decision!.Listing.StartKnown);
        Assert.Equal(Verdict.Clear, Judging.Judge(rules, [Seen.Id("Acme.Core")], "2024-05-31").Verdict);
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("superseded")]
    [InlineData("contested")]
    public void EndedListing_CountsToItsLastDay(string status)
    {
        var rules = TestRules.Read(TestRules.Vendor($$"""{ "authority": "ban", "from": "2020-01-01", "until": "2022-03-31", "status": "{{status}}" }"""), TestRules.Ban(TestRules.Provision()));

        Judging.IsProhibited(Judging.Judge(rules, [Seen.Id("Acme.Core")], "2022-03-31"));
        Judging.IsClear(Judging.Judge(rules, [Seen.Id("Acme.Core")], "2022-04-01"), "Act 'ban' no longer counted on 2022-04-01");
    }
}

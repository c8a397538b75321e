using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Findings;

public sealed class JudgeOrderTests
{
    private const string Review = "\"published\": \"review\"";
    private const string Prohibited = "\"published\": \"prohibited\"";
    private const string Interpretation = """, "basis": "interpretation", "why": "unclear" """;

    [Fact]
    public void GravestVerdict_Decides() =>
        Judging.IsProhibited(Two(TestRules.Provision(Review, "2019-01-01"), TestRules.Provision(Prohibited, "2021-01-01", more: Interpretation)), "second");

    [Fact]
    public void Text_DecidesBeforeInterpretation() =>
        Judging.IsProhibited(Two(TestRules.Provision(Prohibited, "2019-01-01", more: Interpretation), TestRules.Provision(Prohibited, "2021-01-01")), "second");

    [Fact]
    public void EarliestStart_DecidesNext() => Judging.IsProhibited(Two(TestRules.Provision(Prohibited, "2021-01-01"), TestRules.Provision(Prohibited, "2020-01-01")), "second");

    [Fact]
    public void Id_DecidesLast() => Judging.IsProhibited(Two(TestRules.Provision(Prohibited), TestRules.Provision(Prohibited)), "first");

    [Fact]
    public void WhatIsInForce_DecidesBeforeWhatIsAnnounced()
    {
        var judgement = Two(TestRules.Provision(Review, "2027-01-01"), TestRules.Provision(Prohibited, "2026-12-01"));

        Judging.IsReview(judgement, "second");
        Judging.IsProhibited(Two(TestRules.Provision(Prohibited, "2027-01-01"), TestRules.Provision(Prohibited, "2026-11-20")), "second");
    }

    [Fact]
    public void ImpliedAudience_IsBound()
    {
        var decision = Judging.Judge(One(), [Seen.Id("Acme.Core")], Judging.Today, "agency").Decision!;

        Assert.Equal(("agency", "buyer"), (decision.Audience, decision.Bound));
    }

    [Theory]
    [InlineData("agency", "buyer")]
    [InlineData("buyer", "agency")]
    public void ChosenAudience_IsNamedEvenWhereAnotherImpliesIt(string first, string second)
    {
        var decision = Judging.Judge(One(), [Seen.Id("Acme.Core")], Judging.Today, first, second).Decision!;

        Assert.Equal(("buyer", "buyer"), (decision.Audience, decision.Bound));
    }

    [Fact]
    public void AudienceThatImpliesNothing_DoesNotTrigger() =>
        Judging.IsClear(Judging.Judge(One(), [Seen.Id("Acme.Core")], Judging.Today, "bystander"), "no authority that names Acme binds bystander");

    [Fact]
    public void ImpliedAudience_DoesNotBindTheOtherWay() => Judging.IsClear(
        Judging.Judge(TestRules.Read(TestRules.Vendor(), TestRules.Ban(TestRules.Provision(audience: "agency"))), [Seen.Id("Acme.Core")]), "no authority that names Acme binds buyer");

    [Fact]
    public void WhyClear_IsOfTheProvisionThatCameClosest() => Judging.IsClear(
        Judging.Under(
            [
                TestRules.Provision(audience: "bystander"),
                TestRules.Provision(more: """, "classes": ["training"] """),
                TestRules.Provision("\"contains\": \"prohibited\""),
                TestRules.Provision(more: """, "until": "2020-12-31" """),
            ],
            [Seen.Id("Acme.Core")]),
        "Act 'ban' no longer counted on 2026-11-20");

    private static RuleSet One() => TestRules.Read(TestRules.Vendor(), TestRules.Ban(TestRules.Provision()));

    private static BannedVendorAnalyzer.Findings.Judgement Two(string first, string second)
    {
        var listings = string.Join(",", new[] { "second", "first" }.Select(id => $$"""{ "authority": "{{id}}", "from": "2018-01-01", "status": "in-force" }"""));
        var rules = TestRules.Read(
            TestRules.Vendor(listings), TestRules.Authority("second", "use", "2018-01-01", second), TestRules.Authority("first", "use", "2018-01-01", first));
        return Judging.Judge(rules, [Seen.Id("Acme.Core")]);
    }
}

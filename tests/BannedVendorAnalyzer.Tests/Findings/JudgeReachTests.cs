using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Findings;

public sealed class JudgeReachTests
{
    [Fact]
    public void NothingSeen_DoesNotTrigger() =>
        Assert.Empty(new Judge(TestRules.Read(TestRules.Vendor(), TestRules.Ban(TestRules.Provision())), new CheckContext(["buyer"], true, TestRules.Day(Judging.Today)))
            .Evaluate([Seen.Id("Contoso.Core"), Seen.Id("AcmeLike"), Seen.File("lib/acmescanner.dll"), Seen.Host("notacme.example"), Seen.Signer("Acme Fan Club")]));

    [Theory]
    [InlineData("Acme.Core", "published")]
    [InlineData("ACME.core", "published")]
    [InlineData("Wrapper.AcmeScan", "binds")]
    [InlineData("Acme.Core.Client", "calls")]
    [InlineData("Acme.Other", "name")]
    [InlineData("acme", "name")]
    public void PackageId_HasItsRelation(string id, string relation) => Assert.Equal(relation, Relation(Seen.Id(id)));

    [Fact]
    public void Evidence_HasTheRelationOfItsKind()
    {
        Assert.Equal("contains", Relation(Seen.File("runtimes/linux-x64/native/libacmescan.so.2")));
        Assert.Equal("binds", Relation(Seen.Import("AcmeScan.dll")));
        Assert.Equal("calls", Relation(Seen.Host("api.acme.example")));
        Assert.Equal("published", Relation(Seen.Owner("Acme-Gallery")));
        Assert.Equal("published", Relation(Seen.Signer("ACME HOLDING")));
        Assert.Equal("published", Relation(Seen.Signer("12-34")));
        Assert.Equal("name", Relation(Seen.Author("Acme Team, Inc.")));
        Assert.Equal("name", Relation(new EvidenceItem(EvidenceKind.Repository, "https://github.com/Acme/tools.git", "x.nuspec")));
    }

    [Fact]
    public void RelationNotReached_DoesNotTrigger() => Judging.IsClear(
        Judging.Under([TestRules.Provision("\"contains\": \"prohibited\"")], [Seen.Id("Acme.Core")]),
        "Act 'ban' does not reach software that stands to Acme as 'published'");

    [Fact]
    public void EachRelation_TakesItsOwnVerdict()
    {
        string[] provision = [TestRules.Provision("\"published\": \"review\", \"contains\": \"prohibited\"")];

        Judging.IsReview(Judging.Under(provision, [Seen.Id("Acme.Core")]));
        Judging.IsProhibited(Judging.Under(provision, [Seen.File("acmescan.dll")]));
        Judging.IsProhibited(Judging.Under(provision, [Seen.Id("Acme.Core"), Seen.File("acmescan.dll")]));
    }

    /// <summary>Rules files cannot say so; the judge does not rely on that.</summary>
    [Fact]
    public void CallsAndName_AreNeverMoreThanReview()
    {
        var rules = TestRules.Read(TestRules.Vendor(), TestRules.Ban(TestRules.Provision()));
        var reach = (Dictionary<Relation, Verdict>)rules.Authority("ban").Provisions[0].Reach;
        reach[BannedVendorAnalyzer.Rules.Relation.Calls] = reach[BannedVendorAnalyzer.Rules.Relation.Name] = Verdict.Prohibited;

        Judging.IsReview(Judging.Judge(rules, [Seen.Host("acme.example")]));
        Judging.IsReview(Judging.Judge(rules, [Seen.Id("Acme.Other")]));
    }

    [Theory]
    [InlineData("supply-ban", Verdict.Prohibited)]
    [InlineData("procurement", Verdict.Prohibited)]
    [InlineData("use", Verdict.Prohibited)]
    [InlineData("blocking", Verdict.Prohibited)]
    [InlineData("device", Verdict.Review)]
    [InlineData("export", Verdict.Clear)]
    [InlineData("securities", Verdict.Clear)]
    [InlineData("advice", Verdict.Clear)]
    public void Effect_BoundsTheVerdict(string effect, Verdict expected)
    {
        var judgement = Judging.Judge(TestRules.Read(TestRules.Vendor(), TestRules.Authority("ban", effect, "2019-01-01", TestRules.Provision())), [Seen.Id("Acme.Core")]);

        Assert.Equal(expected, judgement.Verdict);
        Assert.Equal(expected == Verdict.Clear ? "Act 'ban' names Acme but does not prohibit depending on its software" : null, judgement.WhyClear);
    }

    [Fact]
    public void MostSpecificId_Counts()
    {
        // Acme.Core is recorded as published, and its client as one that only calls.
        string[] provision = [TestRules.Provision("\"published\": \"prohibited\", \"calls\": \"review\"")];

        Judging.IsProhibited(Judging.Under(provision, [Seen.Id("Acme.Core")]));
        Judging.IsReview(Judging.Under(provision, [Seen.Id("Acme.Core.Client")]));
        Assert.Equal(IndicatorKind.PackageIdPrefix, Judging.Under([TestRules.Provision()], [Seen.Id("Acme.Core.Tools")]).Decision!.Match.Indicator.Kind);
    }

    [Fact]
    public void MostSpecificHost_Counts() =>
        Assert.Equal("Acme Cloud", Assert.Single(Judging.Under([TestRules.Provision()], [Seen.Host("eu.cloud.acme.example")]).Matches).Product!.Name);

    [Fact]
    public void SameInput_GivesTheSameAnswer()
    {
        var rules = TestRules.Read(TestRules.Vendor(), TestRules.Ban(TestRules.Provision(), TestRules.Provision(from: "2021-01-01")));
        EvidenceItem[] evidence = [Seen.Id("Acme.Core"), Seen.File("acmescan.dll"), Seen.Host("cloud.acme.example"), Seen.Signer("Acme Holding")];
        string Text() => $"{Judging.Judge(rules, evidence).Decision} {string.Join("; ", Judging.Judge(rules, evidence).Matches)}";

        Assert.Equal(Text(), Text());
    }

    private static string Relation(EvidenceItem evidence) => RuleNames.Of(Assert.Single(Judging.Under([TestRules.Provision()], [evidence]).Matches).Relation);
}

using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Findings;

public sealed class JudgeClassTests
{
    private const string Security = """, "classes": ["security-software"]""";
    private const string ExceptSecurity = """, "except": ["security-software"]""";
    private const string NotCovered = "Act 'ban' does not cover this class of product";

    [Fact]
    public void CoveredClass_Triggers() => Judging.IsProhibited(Judging.Under([TestRules.Provision(more: Security)], [Seen.File("acmescan.dll")]));

    [Fact]
    public void OtherClass_DoesNotTrigger() => Judging.IsClear(Judging.Under([TestRules.Provision(more: Security)], [Seen.Host("cloud.acme.example")]), NotCovered);

    [Fact]
    public void ExceptedClass_DoesNotTrigger() => Judging.IsClear(Judging.Under([TestRules.Provision(more: ExceptSecurity)], [Seen.File("acmescan.dll")]), NotCovered);

    [Fact]
    public void ClassThatIsNotExcepted_Triggers() => Judging.IsReview(Judging.Under([TestRules.Provision(more: ExceptSecurity)], [Seen.Host("cloud.acme.example")]));

    [Fact]
    public void EvidenceWithoutProduct_TakesTheVendorsClass()
    {
        Judging.IsClear(Judging.Under([TestRules.Provision(more: Security)], [Seen.Owner("acme-gallery")]), NotCovered);
        Judging.IsProhibited(Judging.Judge(Rules("security-software", Security), [Seen.Owner("acme-gallery")]));
    }

    [Fact]
    public void EvidenceWithoutProduct_TakesTheClassMetInTheSameFinding()
    {
        Judging.IsProhibited(Judging.Under([TestRules.Provision("\"published\": \"prohibited\"", more: Security)], [Seen.Owner("acme-gallery"), Seen.File("acmescan.dll")]));
        Judging.IsClear(Judging.Judge(Rules("security-software", Security), [Seen.Owner("acme-gallery"), Seen.Host("cloud.acme.example")]), NotCovered);
    }

    [Fact]
    public void OneCoveredClassOfSeveral_Triggers() =>
        Judging.IsProhibited(Judging.Under([TestRules.Provision("\"published\": \"prohibited\"", more: Security)], [Seen.Owner("acme-gallery"), Seen.Host("cloud.acme.example"), Seen.File("acmescan.dll")]));

    [Theory]
    [InlineData(Security, Verdict.Review)]
    [InlineData(ExceptSecurity, Verdict.Review)]
    [InlineData("", Verdict.Prohibited)]
    public void UnknownClass_IsProhibitedOnlyWhereEveryClassIsCovered(string classes, Verdict expected) =>
        Assert.Equal(expected, Judging.Judge(Rules(null, classes), [Seen.Owner("acme-gallery")]).Verdict);

    [Fact]
    public void ListingOfProducts_CoversOnlyThem()
    {
        var rules = TestRules.Read(TestRules.Vendor("""{ "authority": "ban", "from": "2018-01-01", "status": "in-force", "products": ["scan"] }"""), TestRules.Ban(TestRules.Provision()));

        Judging.IsProhibited(Judging.Judge(rules, [Seen.File("acmescan.dll")]));
        Judging.IsProhibited(Judging.Judge(rules, [Seen.Owner("acme-gallery"), Seen.File("acmescan.dll")]));
        Judging.IsClear(Judging.Judge(rules, [Seen.Host("cloud.acme.example")]), "Act 'ban' names Acme, but not this part of it");
        Judging.IsClear(Judging.Judge(rules, [Seen.Owner("acme-gallery")]), "Act 'ban' names Acme, but not this part of it");
    }

    [Fact]
    public void ListingOfEntities_CoversOnlyTheirSignatures()
    {
        var rules = TestRules.Read(TestRules.Vendor("""{ "authority": "ban", "from": "2018-01-01", "status": "in-force", "entities": ["Acme Holding AO"] }"""), TestRules.Ban(TestRules.Provision()));

        Judging.IsProhibited(Judging.Judge(rules, [Seen.Signer("Acme Holding")]));
        Judging.IsProhibited(Judging.Judge(rules, [Seen.Signer("12-34")]));
        Judging.IsClear(Judging.Judge(rules, [Seen.Signer("ACME DEVICES LTD.")]), "Act 'ban' names Acme, but not this part of it");
        Judging.IsProhibited(Judging.Judge(rules, [Seen.Id("Acme.Core")]));
    }

    /// <summary>Legal forms do not tell entities apart, so a signature meets each of them.</summary>
    [Fact]
    public void ListedEntityOfSeveralWithOneName_Triggers()
    {
        var rules = TestRules.Read(TestRules.Vendor("""{ "authority": "ban", "from": "2018-01-01", "status": "in-force", "entities": ["Acme Devices, Inc."] }"""), TestRules.Ban(TestRules.Provision()));

        Judging.IsProhibited(Judging.Judge(rules, [Seen.Signer("Acme Devices")]));
        Judging.IsClear(Judging.Judge(rules, [Seen.Signer("Acme Holding")]), "Act 'ban' names Acme, but not this part of it");
    }

    [Theory]
    [InlineData("software", "software", Verdict.Prohibited)]
    [InlineData("software", "hardware", Verdict.Clear)]
    [InlineData(null, "hardware", Verdict.Prohibited)]
    [InlineData("software", null, Verdict.Prohibited)]
    public void Part_MustBeTheSameWhereBothHaveOne(string? provision, string? listing, Verdict expected)
    {
        var vendor = TestRules.Vendor($$"""{ "authority": "ban", "from": "2018-01-01", "status": "in-force"{{Part(listing)}} }""");

        Assert.Equal(expected, Judging.Judge(TestRules.Read(vendor, TestRules.Ban(TestRules.Provision(more: Part(provision)))), [Seen.Id("Acme.Core")]).Verdict);
    }

    private static string Part(string? part) => part is null ? "" : $", \"part\": \"{part}\"";

    private static RuleSet Rules(string? ownClass, string classes) => TestRules.Read(TestRules.Vendor(ownClass: ownClass), TestRules.Ban(TestRules.Provision(more: classes)));
}

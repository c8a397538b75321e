using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Cli;

/// <summary>Pages of the vendor <c>acme</c> and its authorities under small rules.</summary>
public sealed class ExplainVendorTests : IDisposable
{
    private readonly ToolWorkspace _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Verdicts_ComeByAudienceGravestFirst() => ReadingOrder.Holds(
        Explain(TestRules.Listed, TestRules.Ban(TestRules.Provision())),
        "Acme [acme]",
        "Verdict on software that it publishes, as of 2026-11-20",
        "  prohibited  agency, buyer",
        "              since 2020-01-01, by its text: Act 'ban' [ban]",
        "  clear       no authority that names Acme binds bystander",
        "Listings");

    [Fact]
    public void ProductsOfAnotherVerdict_StandApart() => ReadingOrder.Holds(
        Explain(TestRules.Listed, TestRules.Ban(TestRules.Provision(more: ", \"classes\": [\"security-software\"]"))),
        "  cloud, anything that is none of its products (cloud-sdk, other-software):",
        "  clear       agency, buyer",
        "  scan (security-software):",
        "  prohibited  agency, buyer",
        "    decides: prohibited since 2020-01-01 for buyer, by its text (security-software)");

    [Fact]
    public void AnnouncedProvision_SaysFromWhen() => ReadingOrder.Holds(
        Explain(TestRules.Listed, TestRules.Ban(TestRules.Provision(from: "2027-03-01"))),
        "  review      agency, buyer",
        "              prohibited from 2027-03-01, by its text: Act 'ban' [ban]",
        "    will decide, announced: prohibited from 2027-03-01 for buyer, by its text");

    [Theory]
    [InlineData("export", "    only informs: it controls exports")]
    [InlineData("advice", "    only informs: it advises")]
    public void AuthorityThatInforms_SaysSo(string effect, string expected) => ReadingOrder.Holds(
        Explain(TestRules.Listed, TestRules.Authority("ban", effect, "2019-01-01", TestRules.Provision())),
        "  clear       agency, buyer", expected);

    [Theory]
    [InlineData("""{ "authority": "ban", "from": "2018-01-01", "until": "2022-03-31", "status": "withdrawn", "named": "Acme Corp" }""", "    decides nothing here: Act 'ban' no longer counted on 2026-11-20", "    listed since 2018-01-01 until 2022-03-31, withdrawn, as 'Acme Corp'")]
    [InlineData("""{ "authority": "ban", "seen": "2018-01-01", "status": "contested", "source": "https://list.example" }""", "    decides: prohibited since 2020-01-01 for buyer", "    seen on the list on 2018-01-01 at the latest, contested [https://list.example]")]
    [InlineData("""{ "authority": "ban", "from": "2018-01-01", "status": "in-force", "products": ["scan"] }""", "    decides: prohibited since 2020-01-01 for buyer, by its text (security-software)", "    listed since 2018-01-01, only the products scan")]
    public void Listing_SaysHowItStands(string listing, params string[] expected) => ReadingOrder.Holds(Explain(listing, TestRules.Ban(TestRules.Provision())), expected);

    [Fact]
    public void EntitiesAndMarks_HaveTheirSources() => ReadingOrder.Holds(
        Explain(TestRules.Listed, TestRules.Ban(TestRules.Provision())),
        "    Gazette 1 (official) https://law.example/ban",
        "  Acme Holding AO, REG 12 34 [https://acme.example]",
        "  scan: Acme Scan, security-software",
        "    native-library",
        "      acmescan [s]",
        "      Wrapper.AcmeScan (binds) [s]",
        "  any product, other-software where no product is known",
        "      Acme.Core (published) [gallery page of each]");

    [Fact]
    public void Ownership_IsToldWithItsDates()
    {
        var vendor = TestRules.File("vendors/acme.json", System.Text.Encoding.UTF8.GetString(TestRules.Vendor().Utf8).Replace(
            "\"name\": \"Acme Devices Ltd\",",
            "\"name\": \"Acme Devices Ltd\", \"ownership\": [{ \"owner\": \"Parent\", \"share\": \"33 %\", \"from\": \"2019-01-01\", \"until\": \"2023-01-31\", \"source\": \"https://parent.example\" }],",
            StringComparison.Ordinal));

        ReadingOrder.Holds(Explain(vendor, "acme", TestRules.Ban(TestRules.Provision())), "    held by Parent, 33 %, from 2019-01-01, until 2023-01-31 [https://parent.example]");
    }

    [Fact]
    public void ChosenAudience_IsTheOnlyOne()
    {
        var output = Explain(TestRules.Vendor(), "acme", TestRules.Ban(TestRules.Provision()), "--audience", "agency", "--as-of", "2020-01-01");

        ReadingOrder.Holds(output, "as of 2020-01-01", "  prohibited  agency");
        Assert.DoesNotContain("bystander", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Authority_IsToldWithWhomItNames() => ReadingOrder.Holds(
        Explain(TestRules.Vendor(), "BAN", TestRules.Ban(TestRules.Provision("", from: "2019-06-01"), TestRules.Provision(from: "2027-01-01"))),
        "Act 'ban' [ban]",
        "  issuer      Parliament (US)",
        "  effect      procurement: it governs what is bought and delivered under contracts",
        "  since 2019-06-01 for buyer",
        "    verdicts    none: it does not reach software that is there already",
        "  from 2027-01-01 (announced) for buyer",
        "    verdicts    published: prohibited, contains: prohibited, binds: prohibited, calls: review",
        "    basis       text",
        "  Gazette 1 (official) https://law.example/ban",
        "  acme        Acme, listed since 2018-01-01");

    private string Explain(string listings, RuleFile authority) => Explain(TestRules.Vendor(listings), "acme", authority);

    private string Explain(RuleFile vendor, string word, RuleFile authority, params string[] more)
    {
        var outcome = _tool.ExplainBy([TestRules.File("audiences.json", TestRules.Audiences), authority, vendor], [word, .. more]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        return outcome.Output;
    }
}

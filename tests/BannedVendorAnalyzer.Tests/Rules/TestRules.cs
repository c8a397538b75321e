using System.Text;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Tests.Rules;

/// <summary>
/// Small rules as files: the vendor <c>acme</c> with the products <c>scan</c> (security software) and <c>cloud</c>, and audiences of
/// which <c>agency</c> implies <c>buyer</c>.
/// </summary>
internal static class TestRules
{
    public const string Everything = """ "published": "prohibited", "contains": "prohibited", "binds": "prohibited", "calls": "review", "name": "review" """;

    public const string Audiences =
        """
        {
          "audiences": [
            { "id": "agency", "title": "Agencies", "implies": ["buyer"] },
            { "id": "buyer", "title": "Buyers" },
            { "id": "bystander", "title": "Bystanders" }
          ],
          "default": "buyer"
        }
        """;

    public const string Listed = """{ "authority": "ban", "from": "2018-01-01", "status": "in-force" }""";

    public static string Provision(string reach = Everything, string from = "2020-01-01", string audience = "buyer", string more = "") =>
        $$"""{ "from": "{{from}}", "audiences": ["{{audience}}"], "text": "nothing of theirs", "reach": { {{reach}} }{{more}} }""";

    public static RuleFile Authority(string id, string effect, string published, params string[] provisions) => File(
        $"authorities/{id}.json",
        $$"""
        { "id": "{{id}}", "title": "Act '{{id}}'", "issuer": "Parliament", "jurisdiction": "US", "effect": "{{effect}}", "published": "{{published}}",
          "citations": [{ "text": "Gazette 1", "url": "https://law.example/{{id}}", "grade": "official" }], "checked": "2026-01-01",
          "provisions": [{{string.Join(",", provisions)}}] }
        """);

    public static RuleFile Ban(params string[] provisions) => Authority("ban", "procurement", "2019-01-01", provisions);

    public static RuleFile Vendor(string listings = Listed, string? ownClass = "other-software") => File(
        "vendors/acme.json",
        $$"""
        { "id": "acme", "name": "Acme", {{(ownClass is null ? "" : $"\"class\": \"{ownClass}\",")}}
          "entities": [
            { "name": "Acme Holding AO", "identifiers": { "REG": "12 34" }, "source": "https://acme.example" },
            { "name": "Acme Devices Ltd", "source": "https://acme.example" },
            { "name": "Acme Devices, Inc.", "source": "https://acme.example" }
          ],
          "listings": [{{listings}}],
          "indicators": [
            { "kind": "domain", "value": "acme.example", "source": "s" },
            { "kind": "nuspec-author", "value": "Acme Team", "source": "s" },
            { "kind": "package-id", "value": "Acme.Core", "relation": "published", "source": "gallery page: Acme.Core" },
            { "kind": "package-id", "value": "Acme.Core.Client", "relation": "calls", "source": "s" },
            { "kind": "package-id-prefix", "value": "Acme", "source": "s" },
            { "kind": "package-owner", "value": "acme-gallery", "source": "s" },
            { "kind": "repository", "value": "github.com/acme", "source": "s" }
          ],
          "products": [
            { "id": "cloud", "name": "Acme Cloud", "class": "cloud-sdk", "indicators": [{ "kind": "domain", "value": "cloud.acme.example", "source": "s" }] },
            { "id": "scan", "name": "Acme Scan", "class": "security-software", "indicators": [
              { "kind": "native-library", "value": "acmescan", "source": "s" },
              { "kind": "package-id", "value": "Wrapper.AcmeScan", "relation": "binds", "source": "s" }] }
          ],
          "mustMatch": [{ "package-id": "Acme.Core" }],
          "mustNotMatch": [{ "package-id": "AcmeLike" }] }
        """);

    /// <summary>The vendor with more marks of the whole, each followed by a comma.</summary>
    public static RuleFile VendorWith(string indicators)
    {
        var vendor = Vendor();
        return File(vendor.Path, Encoding.UTF8.GetString(vendor.Utf8).Replace("{ \"kind\": \"domain\", \"value\": \"acme.example\"", indicators + " { \"kind\": \"domain\", \"value\": \"acme.example\"", StringComparison.Ordinal));
    }

    public static RuleFile File(string path, string json) => new(path, Encoding.UTF8.GetBytes(json));

    /// <summary>Rules of the vendor and its listings under the authorities.</summary>
    public static RuleSet Read(RuleFile vendor, params RuleFile[] authorities)
    {
        var (rules, problems) = RuleSetReader.Read([File("audiences.json", Audiences), .. authorities, vendor]);
        Assert.True(rules is not null, string.Join('\n', problems));
        return rules;
    }

    public static IsoDate Day(string date) => IsoDate.TryParse(date, out var day) ? day : throw new FormatException(date);
}

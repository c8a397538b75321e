using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.RulesCommands;

/// <summary>A kind of rules file that can be started.</summary>
/// <param name="Folder">Where its files lie, below the folder of the rules.</param>
/// <param name="Template">The file with every required member; <c>{id}</c> stands for the id, and what stands in <c>&lt; &gt;</c> is refused until it is filled in.</param>
/// <param name="Steps">What to fill in.</param>
internal sealed record NewRule(string Noun, string Folder, string Template, string Steps)
{
    public static NewRule Vendor { get; } = new(
        "vendor",
        RuleFile.Vendors,
        """
        {
          "id": "{id}",
          "name": "<the name that people know>",
          "entities": [
            { "name": "<the legal name as the source writes it>", "country": "<two letters>", "source": "<where the name was read>" }
          ],
          "listings": [
            { "authority": "<the id of an authority>", "from": "<yyyy-MM-dd>", "status": "in-force" }
          ],
          "class": "<product class of what belongs to no product>",
          "indicators": [],
          "products": [
            {
              "id": "<product-id>",
              "name": "<the product's name>",
              "class": "<product class>",
              "indicators": [
                { "kind": "<kind>", "value": "<the mark>", "source": "<where the mark was seen>" }
              ]
            }
          ],
          "mustMatch": [
            { "package-id": "<a sample of each kind, as a build shows it>" }
          ],
          "mustNotMatch": [
            { "package-id": "<the nearest unrelated names>" }
          ]
        }

        """,
        "the names, the listings, the marks and the samples, each with its source; remove what the company does not have");

    public static NewRule Authority { get; } = new(
        "authority",
        RuleFile.Authorities,
        """
        {
          "id": "{id}",
          "title": "<title of the instrument>",
          "issuer": "<who issued it>",
          "jurisdiction": "<country, or country-part>",
          "effect": "<what it does>",
          "published": "<yyyy-MM-dd>",
          "citations": [
            { "text": "<how it is cited>", "url": "<https://…>", "grade": "<official or secondary>" }
          ],
          "checked": "<yyyy-MM-dd>",
          "clauses": [],
          "provisions": [
            {
              "from": "<yyyy-MM-dd>",
              "audiences": ["<who is bound>"],
              "text": "<what it says, in your own words>",
              "basis": "<text or interpretation>",
              "reach": { "published": "<prohibited or review>" }
            }
          ]
        }

        """,
        "the dates, the citations and one provision for each thing that it says; then list a vendor under it");
}

using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Tests.Rules;

/// <summary>A correct set of rules, one member a line, in which tests put one thing wrong.</summary>
internal static class ReaderSample
{
    public const string AuthorityPath = "authorities/ban.json";
    public const string VendorPath = "vendors/acme.json";

    private const string Authority =
        """
        {
          "id": "ban",
          "title": "Act",
          "issuer": "Parliament",
          "jurisdiction": "US",
          "effect": "procurement",
          "published": "2019-01-01",
          "citations": [{ "text": "Gazette 1", "url": "https://law.example/1", "grade": "official" }],
          "checked": "2026-01-01",
          "clauses": [{ "id": "52.1", "from": "2020-01-01", "until": "2021-01-01", "report": "1 day" }],
          "provisions": [
            {
              "from": "2020-01-01",
              "until": "2030-01-01",
              "audiences": ["buyer"],
              "classes": ["cloud-sdk"],
              "text": "Nichts von «Acme»", "basis": "text",
              "reach": { "published": "prohibited", "calls": "review" }
            }
          ]
        }
        """;

    private const string Vendor =
        """
        {
          "id": "acme",
          "name": "Acme",
          "entities": [{ "name": "Acme AO", "country": "RU", "aliases": ["Акме"], "identifiers": { "OGRN": "1" }, "source": "https://acme.example" }],
          "listings": [
            { "authority": "ban", "from": "2020-01-01", "status": "in-force", "entities": ["Acme AO"], "products": ["scan"] }
          ],
          "class": "cloud-sdk",
          "indicators": [
            { "kind": "package-id", "value": "Acme.Core", "relation": "published", "source": "https://acme.example" }
          ],
          "products": [
            { "id": "scan", "name": "Scan", "class": "security-software", "indicators": [] }
          ],
          "mustMatch": [{ "package-id": "Acme.Core" }],
          "mustNotMatch": [{ "package-id": "AcmeLike" }]
        }
        """;

    public static IReadOnlyList<RuleFile> Files { get; } =
        [TestRules.File("audiences.json", TestRules.Audiences), TestRules.File(AuthorityPath, Authority), TestRules.File(VendorPath, Vendor)];

    /// <summary>The files with one of them changed.</summary>
    public static List<RuleFile> With(string path, Func<string, string> change) =>
        [.. Files.Select(file => file.Path == path ? TestRules.File(path, change(Text(file))) : file)];

    public static string Text(RuleFile file) => System.Text.Encoding.UTF8.GetString(file.Utf8);

    public static IReadOnlyList<FileProblem> Problems(IReadOnlyList<RuleFile> files)
    {
        var (rules, problems) = RuleSetReader.Read(files);
        Assert.Equal(rules is null, problems.Count > 0);
        return problems;
    }
}

using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Rules.Verification;

namespace BannedVendorAnalyzer.Tests.Rules.Verification;

/// <summary>Rules in which the verifier finds nothing, and in which tests put something wrong.</summary>
internal static class VerifierSample
{
    public const string Ban = "authorities/ban.json";
    public const string Acme = "vendors/acme.json";
    public const string Bolt = "vendors/bolt.json";
    public const string Today = "2026-11-20";

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
          "clauses": [{ "id": "52.1", "from": "2020-01-01", "report": "1 day" }],
          "provisions": [
            {
              "from": "2020-01-01",
              "audiences": ["buyer"],
              "text": "no buying of it",
              "basis": "interpretation",
              "why": "it speaks of products",
              "remedy": "a record of the product",
              "reach": { "published": "prohibited", "calls": "review" }
            }
          ]
        }
        """;

    private const string AcmeVendor =
        """
        {
          "id": "acme",
          "name": "Acme",
          "entities": [
            { "name": "Acme Cameras AO", "country": "RU", "aliases": ["Акме"], "source": "https://acme.example/about" },
            { "name": "Acme Devices Ltd", "source": "https://acme.example/about" }
          ],
          "listings": [
            { "authority": "ban", "from": "2020-01-01", "status": "in-force" },
            { "authority": "ban", "seen": "2021-01-01", "status": "in-force", "part": "second", "source": "https://law.example/2" }
          ],
          "class": "cloud-sdk",
          "indicators": [
            { "kind": "domain", "value": "acme.example", "source": "https://acme.example/" },
            { "kind": "package-id", "value": "Acme.Core", "relation": "published", "source": "gallery page: Acme.Core" },
            { "kind": "package-owner", "value": "AcmeCloud", "source": "gallery page: Acme.Core" }
          ],
          "products": [
            {
              "id": "lens",
              "name": "Acme Lens",
              "class": "equipment-sdk",
              "indicators": [
                { "kind": "native-library", "value": "acmelens", "source": "acme/sdk@0123abc:lib/acmelens.dll" },
                { "kind": "native-library", "value": "oemlens", "sharedWith": ["bolt"], "source": "tests/corpus/native-modules.tsv" }
              ]
            },
            {
              "id": "scan",
              "name": "Acme Scan",
              "class": "security-software",
              "indicators": [
                { "kind": "native-library", "value": "acmescan", "source": "https://acme.example/scan" }
              ]
            }
          ],
          "mustMatch": [
            { "domain": "www.acme.example" },
            { "native-library": "bin/AcmeLens.dll" },
            { "native-library": "liboemlens.so.2" },
            { "package-id": "acme.core" },
            { "package-owner": "acmecloud" }
          ],
          "mustNotMatch": [
            { "native-library": "lens.dll" },
            { "package-id": "AcmeTools" },
            { "repository": "git@host.example:acme/tools.git" }
          ]
        }
        """;

    private const string BoltVendor =
        """
        {
          "id": "bolt",
          "name": "Bolt",
          "entities": [
            { "name": "Bolt Inc.", "source": "https://bolt.example/" }
          ],
          "listings": [
            { "authority": "ban", "from": "2020-01-01", "status": "in-force" }
          ],
          "indicators": [
            { "kind": "native-library", "value": "boltlens", "source": "https://bolt.example/" },
            { "kind": "native-library", "value": "oemlens", "sharedWith": ["acme"], "source": "https://bolt.example/" }
          ],
          "mustMatch": [
            { "native-library": "boltlens.dll" }
          ],
          "mustNotMatch": [
            { "native-library": "bolt.dll" }
          ]
        }
        """;

    public static IReadOnlyList<RuleFile> Files { get; } =
        [TestRules.File("audiences.json", TestRules.Audiences), TestRules.File(Ban, Authority), TestRules.File(Acme, AcmeVendor), TestRules.File(Bolt, BoltVendor)];

    /// <summary>The files with one text of one of them replaced.</summary>
    public static List<RuleFile> With(string path, string good, string bad) => With(Files, path, good, bad);

    public static List<RuleFile> With(IReadOnlyList<RuleFile> files, string path, string good, string bad) => [.. files.Select(file =>
    {
        if (file.Path != path) return file;
        var text = ReaderSample.Text(file);
        Assert.Contains(good, text, StringComparison.Ordinal);
        return TestRules.File(path, text.Replace(good, bad, StringComparison.Ordinal));
    })];

    public static IReadOnlyList<FileProblem> Verify(IReadOnlyList<RuleFile> files, IReadOnlyList<RuleFile>? embedded = null, params UnrelatedEvidence[] unrelated) =>
        RuleSetVerifier.Verify(new RuleVerification(files, embedded ?? [], unrelated, TestRules.Day(Today)));

    /// <param name="bad">Stands in place of <paramref name="good"/>; <c>^</c> marks where the one problem is expected.</param>
    public static void AssertTold(string path, string good, string bad, string message)
    {
        var marked = ReaderSample.Text(With(path, good, bad).Single(file => file.Path == path));
        var before = marked[..marked.IndexOf('^', StringComparison.Ordinal)].Split('\n');

        var problem = Assert.Single(Verify(With(path, good, bad.Replace("^", "", StringComparison.Ordinal))));
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal((path, before.Length, before[^1].Length + 1), (problem.File, problem.Line, problem.Column));
    }
}

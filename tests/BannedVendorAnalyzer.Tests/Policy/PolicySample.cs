using System.Text;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Policy;

/// <summary>Policies under small rules, in which <c>acme</c> is banned for <c>buyer</c>.</summary>
internal static class PolicySample
{
    /// <summary>Every member once, one a line.</summary>
    public const string Everything =
        """
        {
          "$schema": "banned-vendors.schema.json",
          "root": true,
          "extends": { "file": "eng/base.json", "sha256": "0000000000000000000000000000000000000000000000000000000000000000" },
          "audiences": ["agency"],
          "asOf": "2027-01-01",
          "strict": true,
          "locked": true,
          "noticeDays": 400,
          "prohibit": [
            { "vendor": "initech", "product": "reports", "from": "2026-01-01", "reason": "Decision 12 of the board" }
          ],
          "vendors": [
            { "id": "initech", "name": "Initech", "entities": [], "listings": [], "products": [
              { "id": "reports", "name": "TPS Reports", "class": "other-software", "indicators": [{ "kind": "package-id", "value": "Initech.Reports", "relation": "published", "source": "s" }] }],
              "mustMatch": [{ "package-id": "Initech.Reports" }], "mustNotMatch": [{ "package-id": "Initiative" }] }
          ]
        }
        """;

    public static RuleSet Rules { get; } = TestRules.Read(TestRules.Vendor(), TestRules.Ban(TestRules.Provision()));

    public static (PolicyFile File, IReadOnlyList<FileProblem> Problems) Read(string json, string path = "/repo/banned-vendors.json") => PolicyReader.Read(path, Encoding.UTF8.GetBytes(json), Rules);

    /// <summary>A file without problems of its own.</summary>
    public static PolicyFile File(string json, string path = "/repo/banned-vendors.json")
    {
        var (file, problems) = Read(json, path);
        Assert.Empty(problems);
        return file;
    }

    /// <summary>The policy of these files, the deciding one first.</summary>
    public static OrganisationPolicy Of(params string[] files)
    {
        var (policy, problems) = OrganisationPolicy.Of([.. files.Select((json, i) => File(json, $"/repo/{i}.json"))], [], Rules);
        Assert.Empty(problems);
        return policy!;
    }

    public static IEnumerable<string> Problems(params string[] files) =>
        OrganisationPolicy.Of([.. files.Select((json, i) => File(json, $"/repo/{i}.json"))], [], Rules).Problems.Select(Line);

    /// <summary><c>0.json(1,2): what is wrong</c>.</summary>
    public static string Line(FileProblem problem) => $"{Path.GetFileName(problem.File)}({problem.Line},{problem.Column}): {problem.Message}";
}

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
          "maxRulesAge": 60,
          "mode": "report",
          "reportUntil": "2027-03-31",
          "prohibit": [
            { "vendor": "initech", "product": "reports", "from": "2026-01-01", "reason": "Decision 12 of the board" }
          ],
          "vendors": [
            { "id": "initech", "name": "Initech", "entities": [], "listings": [], "products": [
              { "id": "reports", "name": "TPS Reports", "class": "other-software", "indicators": [{ "kind": "package-id", "value": "Initech.Reports", "relation": "published", "source": "s" }] }],
              "mustMatch": [{ "package-id": "Initech.Reports" }], "mustNotMatch": [{ "package-id": "Initiative" }] }
          ],
          "waivers": [
            { "authority": "ban", "vendor": "acme", "package": "Acme.Core", "version": "1.0.0", "sha512": "aGFzaA==", "kind": "not-applicable", "reason": "r", "approvedBy": "Compliance office", "from": "2026-01-01", "until": "2026-12-31" }
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
        var (policy, problems) = OrganisationPolicy.Of("/repo", [.. files.Select((json, i) => File(json, $"/repo/{i}.json"))], [], Rules);
        Assert.Empty(problems);
        return policy!;
    }

    /// <summary>A waiver for <c>Acme.Core</c> 1.0.0 in 2026.</summary>
    /// <param name="changes">Members in place of others, or more of them, as JSON.</param>
    public static string Waiver(params string[] changes)
    {
        var members = new Dictionary<string, string>
        {
            ["vendor"] = "\"acme\"",
            ["package"] = "\"Acme.Core\"",
            ["version"] = "\"1.0.0\"",
            ["sha512"] = "\"aGFzaA==\"",
            ["authority"] = "\"ban\"",
            ["kind"] = "\"not-applicable\"",
            ["reason"] = "\"Only run in the laboratory\"",
            ["approvedBy"] = "\"Compliance office\"",
            ["from"] = "\"2026-01-01\"",
            ["until"] = "\"2026-12-31\"",
        };
        foreach (var change in changes) members[change.Split(':', 2)[0]] = change.Split(':', 2)[1];
        return $"{{ {string.Join(", ", members.Select(member => $"\"{member.Key}\": {member.Value}"))} }}";
    }

    /// <summary>A waiver for the import of <c>acmescan</c> in <c>App/App.csproj</c> in 2026.</summary>
    /// <param name="changes">As for <see cref="Waiver"/>.</param>
    public static string ImportWaiver(params string[] changes) => Waiver(["import:\"acmescan\"", "project:\"App/App.csproj\"", .. changes])
        .Replace("\"package\": \"Acme.Core\", \"version\": \"1.0.0\", \"sha512\": \"aGFzaA==\", ", "", StringComparison.Ordinal);

    public static string Waivers(params string[] waivers) => $"{{ \"waivers\": [{string.Join(",\n", waivers)}] }}";

    public static IEnumerable<string> Problems(params string[] files) =>
        OrganisationPolicy.Of("/repo", [.. files.Select((json, i) => File(json, $"/repo/{i}.json"))], [], Rules).Problems.Select(Line);

    /// <summary><c>0.json(1,2): what is wrong</c>.</summary>
    public static string Line(FileProblem problem) => $"{Path.GetFileName(problem.File)}({problem.Line},{problem.Column}): {problem.Message}";
}

using System.Text.Json;
using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>What is known of a package, for programs.</summary>
internal static class PackageJson
{
    public static string Of(IReadOnlyList<FoundPackage> packages, PackageSearch search, JudgingBasis basis, ToolHost host) => JsonText.Of(basis.Rules, basis.Context, json =>
    {
        json.WriteString("explained", "package");
        JsonText.Objects(json, "packages", packages, package => Write(json, package, host));
        JsonText.Objects(json, "notLookedAt", search.NotLookedAt, finding =>
        {
            json.WriteString("project", host.Relative(finding.Project));
            json.WriteString("message", finding.Text.Observed);
        });
        JsonText.Strings(json, "notSupported", search.NotSupported);
    });

    private static void Write(Utf8JsonWriter json, FoundPackage package, ToolHost host)
    {
        json.WriteString("id", package.Component.Id);
        if (package.Places.Count > 0) json.WriteString("version", package.Component.Version);
        json.WriteBoolean("byIdAlone", package.Places.Count == 0);
        json.WriteString("verdict", RuleNames.Of(package.Verdict));
        if (package.Places.Count > 0) json.WriteBoolean("signed", package.IsSigned);
        JsonText.Optional(json, "policy", package.Basis.Context.Policy is { } policy ? host.Relative(policy.Deciding.Path) : null);
        JsonText.Objects(json, "evidence", package.Component.Evidence, evidence =>
        {
            JsonFinding.WriteMembers(json, evidence);
            var matches = package.Judgements.SelectMany(judgement => judgement.Matches).Where(match => match.Evidence == evidence).ToList();
            if (matches.Count > 0) JsonText.Objects(json, "matches", matches, match => JsonFinding.WriteMembers(json, match));
        });
        JsonText.Objects(json, "problems", package.Problems, problem =>
        {
            json.WriteString("file", host.Relative(problem.File));
            json.WriteString("message", problem.Message);
        });
        JsonText.Objects(json, "judgements", package.Judgements, judgement => Write(json, judgement, package.Basis.Context));
        JsonText.Objects(json, "places", package.Places, place => Write(json, place, package, host));
        JsonText.Strings(json, "bringsIn", package.BringsIn.Select(finding => finding.Package!.Key).Distinct(StringComparer.OrdinalIgnoreCase));
    }

    private static void Write(Utf8JsonWriter json, Judgement judgement, CheckContext context)
    {
        json.WriteString("vendor", judgement.Vendor.Id);
        json.WriteString("verdict", RuleNames.Of(judgement.Verdict));
        JsonText.Optional(json, "why", judgement.WhyClear);
        JsonText.Objects(json, "decides", judgement.Decisions.DistinctBy(decision => decision.Provision), decision =>
        {
            json.WriteString("authority", decision.Authority.Id);
            json.WriteString("verdict", RuleNames.Of(decision.Verdict));
            json.WriteString("audience", decision.Bound);
            json.WriteString("from", decision.From.ToString());
            json.WriteString("basis", RuleNames.Of(decision.Provision.Basis));
            json.WriteString("text", decision.Provision.Text);
            JsonText.Optional(json, "why", decision.Provision.Why);
            JsonText.Optional(json, "remedy", decision.Provision.Remedy);
            RuleMembers.Citations(json, decision.Authority);
        });
        JsonText.Objects(json, "doesNotDecide", ProvisionLines.Misses(judgement), miss =>
        {
            json.WriteString("authority", miss.Authority.Id);
            json.WriteString("why", ClearReason.Of(miss, context));
        });
    }

    private static void Write(Utf8JsonWriter json, PackagePlace place, FoundPackage package, ToolHost host)
    {
        json.WriteString("project", host.Relative(place.Project));
        JsonText.Strings(json, "frameworks", place.Frameworks.Order(StringComparer.Ordinal));
        json.WriteStartArray("paths");
        foreach (var path in PlaceLines.Paths(place, package))
        {
            json.WriteStartArray();
            foreach (var step in path) json.WriteStringValue(step);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteBoolean("allPaths", place.Paths.AreAll);
        json.WriteStartArray("findings");
        foreach (var finding in place.Findings) JsonFinding.Write(json, finding, host);
        json.WriteEndArray();
    }
}

using System.Text.Json;
using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>What the rules know of an authority, for programs.</summary>
internal static class AuthorityJson
{
    public static string Of(Authority authority, JudgingBasis basis) => JsonText.Of(basis.Rules, basis.Context, json =>
    {
        json.WriteString("explained", "authority");
        json.WriteString("id", authority.Id);
        json.WriteString("title", authority.Title);
        json.WriteString("issuer", authority.Issuer);
        json.WriteString("jurisdiction", authority.Jurisdiction);
        json.WriteString("effect", RuleNames.Of(authority.Effect));
        json.WriteString("published", authority.Published.ToString());
        json.WriteString("checked", authority.Checked.ToString());
        RuleMembers.Citations(json, authority);
        JsonText.Objects(json, "clauses", authority.Clauses, clause =>
        {
            json.WriteString("id", clause.Id);
            JsonText.Optional(json, "from", clause.From?.ToString());
            JsonText.Optional(json, "until", clause.Until?.ToString());
            JsonText.Optional(json, "report", clause.Report);
        });
        JsonText.Objects(json, "provisions", authority.Provisions, provision => Write(json, provision));
        JsonText.Objects(json, "vendors", AuthorityPage.Named(authority, basis.Rules), named =>
        {
            json.WriteString("id", named.Vendor.Id);
            json.WriteString("name", named.Vendor.Name);
            json.WriteStartObject("listing");
            RuleMembers.Listing(json, named.Listing);
            json.WriteEndObject();
        });
    });

    private static void Write(Utf8JsonWriter json, Provision provision)
    {
        json.WriteString("from", provision.From.ToString());
        JsonText.Optional(json, "until", provision.Until?.ToString());
        JsonText.Strings(json, "audiences", provision.Audiences);
        JsonText.Optional(json, "part", provision.Part);
        if (provision.Classes.Count > 0) JsonText.Strings(json, "classes", provision.Classes);
        if (provision.Except.Count > 0) JsonText.Strings(json, "except", provision.Except);
        json.WriteString("text", provision.Text);
        json.WriteString("basis", RuleNames.Of(provision.Basis));
        JsonText.Optional(json, "why", provision.Why);
        JsonText.Optional(json, "remedy", provision.Remedy);
        json.WriteStartObject("reach");
        foreach (var (relation, verdict) in provision.Reach.OrderByDescending(pair => pair.Key)) json.WriteString(RuleNames.Of(relation), RuleNames.Of(verdict));
        json.WriteEndObject();
    }
}

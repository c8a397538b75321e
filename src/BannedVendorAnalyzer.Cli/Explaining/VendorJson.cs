using System.Text.Json;
using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>What the rules know of a vendor, for programs.</summary>
internal static class VendorJson
{
    public static string Of(Vendor vendor, JudgingBasis basis) => JsonText.Of(basis.Rules, basis.Context, json =>
    {
        var verdicts = VendorVerdicts.Of(vendor, basis);
        json.WriteString("explained", "vendor");
        json.WriteString("id", vendor.Id);
        json.WriteString("name", vendor.Name);
        JsonText.Optional(json, "class", vendor.Class);
        JsonText.Objects(json, "published", verdicts.Published, published =>
        {
            json.WriteBoolean("other", published.IsOther);
            JsonText.Strings(json, "products", published.Products.Select(product => product.Id));
            JsonText.Objects(json, "verdicts", published.Rows, row => Write(json, vendor, row, basis));
        });
        JsonText.Objects(json, "listings", verdicts.Listings, state => Write(json, vendor, state, basis));
        JsonText.Objects(json, "entities", vendor.Entities, entity => RuleMembers.Entity(json, entity));
        JsonText.Objects(json, "products", vendor.Products, product =>
        {
            json.WriteString("id", product.Id);
            json.WriteString("name", product.Name);
            json.WriteString("class", product.Class);
            RuleMembers.Indicators(json, product.Indicators);
        });
        RuleMembers.Indicators(json, vendor.Indicators);
    });

    private static void Write(Utf8JsonWriter json, Vendor vendor, VerdictRow row, JudgingBasis basis)
    {
        json.WriteString("verdict", RuleNames.Of(row.Verdict));
        JsonText.Strings(json, "audiences", row.Audiences);
        if (row.Decision is { } decision) Write(json, decision);
        else json.WriteString("why", ClearReason.Of(vendor, row.Closest, basis.Context with { Audiences = row.Audiences }));
    }

    private static void Write(Utf8JsonWriter json, Vendor vendor, ListingState state, JudgingBasis basis)
    {
        json.WriteString("authority", state.Authority.Id);
        json.WriteString("title", state.Authority.Title);
        json.WriteString("effect", RuleNames.Of(state.Authority.Effect));
        RuleMembers.Listing(json, state.Listing);
        if (state.Decisions.Count == 0) json.WriteString("why", ClearReason.Of(vendor, state.Closest, basis.Context));
        var decided = state.Decisions.DistinctBy(decision => (decision.Bound, decision.Reached, decision.From, decision.Provision.Basis, Class: Class(vendor, decision)));
        JsonText.Objects(json, "decides", decided, decision =>
        {
            Write(json, decision);
            json.WriteString("audience", decision.Bound);
            JsonText.Optional(json, "class", Class(vendor, decision));
        });
        RuleMembers.Citations(json, state.Authority);
    }

    /// <summary>What is in force once it is: until then the verdict is review.</summary>
    private static void Write(Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartObject("provision");
        json.WriteString("authority", decision.Authority.Id);
        json.WriteString("from", decision.From.ToString());
        json.WriteString("basis", RuleNames.Of(decision.Provision.Basis));
        json.WriteString("reached", RuleNames.Of(decision.Reached));
        json.WriteEndObject();
    }

    private static string? Class(Vendor vendor, Decision decision) => decision.Match.Product?.Class ?? vendor.Class;
}

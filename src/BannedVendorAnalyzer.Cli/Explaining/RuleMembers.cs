using System.Text.Json;
using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>Parts of the rules, with the members that the fact-sheets have.</summary>
internal static class RuleMembers
{
    public static void Citations(Utf8JsonWriter json, Authority authority) => JsonText.Objects(json, "citations", authority.Citations, citation =>
    {
        json.WriteString("text", citation.Text);
        json.WriteString("url", citation.Url);
        json.WriteString("grade", RuleNames.Of(citation.Grade));
    });

    public static void Indicators(Utf8JsonWriter json, IReadOnlyList<Indicator> indicators) => JsonText.Objects(json, "indicators", indicators, indicator =>
    {
        json.WriteString("kind", RuleNames.Of(indicator.Kind));
        json.WriteString("value", indicator.Value);
        if (indicator.Relation is { } relation) json.WriteString("relation", RuleNames.Of(relation));
        if (indicator.SharedWith.Count > 0) JsonText.Strings(json, "sharedWith", indicator.SharedWith);
        json.WriteString("source", indicator.Source);
    });

    public static void Listing(Utf8JsonWriter json, Listing listing)
    {
        json.WriteString(listing.StartKnown ? "from" : "seen", listing.From.ToString());
        JsonText.Optional(json, "until", listing.Until?.ToString());
        json.WriteString("status", RuleNames.Of(listing.Status));
        JsonText.Optional(json, "named", listing.Named);
        JsonText.Optional(json, "part", listing.Part);
        if (listing.Entities.Count > 0) JsonText.Strings(json, "entities", listing.Entities);
        if (listing.Products.Count > 0) JsonText.Strings(json, "products", listing.Products);
        JsonText.Optional(json, "source", listing.Source);
    }

    public static void Entity(Utf8JsonWriter json, Entity entity)
    {
        json.WriteString("name", entity.Name);
        JsonText.Optional(json, "country", entity.Country);
        if (entity.Aliases.Count > 0) JsonText.Strings(json, "aliases", entity.Aliases);
        if (entity.Identifiers.Count > 0)
        {
            json.WriteStartObject("identifiers");
            foreach (var (register, number) in entity.Identifiers.OrderBy(pair => pair.Key, StringComparer.Ordinal)) json.WriteString(register, number);
            json.WriteEndObject();
        }

        if (entity.Ownership.Count > 0) JsonText.Objects(json, "ownership", entity.Ownership, ownership => Ownership(json, ownership));
        json.WriteString("source", entity.Source);
    }

    private static void Ownership(Utf8JsonWriter json, Ownership ownership)
    {
        json.WriteString("owner", ownership.Owner);
        JsonText.Optional(json, "share", ownership.Share);
        JsonText.Optional(json, "from", ownership.From?.ToString());
        JsonText.Optional(json, "until", ownership.Until?.ToString());
        json.WriteString("source", ownership.Source);
    }
}

using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Rules;

internal static class EntityReader
{
    public static Entity? Read(StrictJson json)
    {
        string? name = null, country = null, source = null;
        List<string> aliases = [];
        var identifiers = new Dictionary<string, string>(StringComparer.Ordinal);
        json.Members(["name!", "country", "aliases", "identifiers", "source!"], member =>
        {
            switch (member)
            {
                case "name": name = json.Text(); break;
                case "country": country = json.Text(); break;
                case "aliases": aliases = json.Items(json.Text); break;
                case "source": source = json.Text(); break;
                default:
                    json.Map((register, _) =>
                    {
                        if (json.Text() is { } number) identifiers[register] = number;
                    });
                    break;
            }
        });
        return name is null || source is null ? null : new Entity(name, country, aliases, identifiers, source);
    }
}

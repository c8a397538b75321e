using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Rules;

internal static class EntityReader
{
    public static Entity? Read(StrictJson json)
    {
        string? name = null, country = null, source = null;
        List<string> aliases = [];
        var identifiers = new Dictionary<string, string>(StringComparer.Ordinal);
        var start = json.Offset;
        json.Members(["name", "source"], ["country", "aliases", "identifiers"], member =>
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
        CheckComparable(json, start, aliases.Append(name).OfType<string>(), identifiers.Values);
        return name is null || source is null ? null : new Entity(name, country, aliases, identifiers, source);
    }

    /// <summary>Nothing is equal to every other nothing: a value that folds to an empty form would meet strangers.</summary>
    private static void CheckComparable(StrictJson json, int start, IEnumerable<string> names, IEnumerable<string> numbers)
    {
        var empty = names.Where(name => NameMatcher.Organisation(name).Length == 0).Concat(numbers.Where(number => NameMatcher.RegistrationNumber(number).Length == 0));
        foreach (var value in empty) json.Problem(start, $"nothing is left of '{value}' to compare");
    }
}

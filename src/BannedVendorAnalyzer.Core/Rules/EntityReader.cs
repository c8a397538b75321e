using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Rules;

internal static class EntityReader
{
    public static Entity? Read(StrictJson json)
    {
        string? name = null, country = null, source = null;
        List<string> aliases = [];
        IReadOnlyList<Ownership> ownership = [];
        var identifiers = new Dictionary<string, string>(StringComparer.Ordinal);
        var start = json.Offset;
        json.Members(["name", "source"], ["country", "aliases", "identifiers", "ownership"], member =>
        {
            switch (member)
            {
                case "name": name = json.Text(); break;
                case "country": country = json.Text(); break;
                case "aliases": aliases = json.Items(json.Text); break;
                case "source": source = json.Text(); break;
                case "ownership": ownership = json.Items(() => ReadOwnership(json)); break;
                default:
                    json.Map((register, _) =>
                    {
                        if (json.Text() is { } number) identifiers[register] = number;
                    });
                    break;
            }
        });
        CheckComparable(json, start, aliases.Append(name).OfType<string>(), identifiers.Values);
        return name is null || source is null ? null : json.Placed(start, new Entity(name, country, aliases, identifiers, ownership, source));
    }

    private static Ownership? ReadOwnership(StrictJson json)
    {
        string? owner = null, share = null, source = null;
        IsoDate? from = null, until = null;
        var start = json.Offset;
        json.Members(["owner", "source"], ["share", "from", "until"], member =>
        {
            switch (member)
            {
                case "owner": owner = json.Text(); break;
                case "share": share = json.Text(); break;
                case "from": from = json.Date(); break;
                case "until": until = json.Date(); break;
                default: source = json.Text(); break;
            }
        });
        if (until < from) json.Problem(start, "'until' is before 'from'");
        return owner is null || source is null ? null : new Ownership(owner, share, from, until, source);
    }

    /// <summary>Nothing is equal to every other nothing: a value that folds to an empty form would meet strangers.</summary>
    private static void CheckComparable(StrictJson json, int start, IEnumerable<string> names, IEnumerable<string> numbers)
    {
        var empty = names.Where(name => NameMatcher.Organisation(name).Length == 0).Concat(numbers.Where(number => NameMatcher.RegistrationNumber(number).Length == 0));
        foreach (var value in empty) json.Problem(start, $"nothing is left of '{value}' to compare");
    }
}

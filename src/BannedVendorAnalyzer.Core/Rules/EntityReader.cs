using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Rules;

internal static class EntityReader
{
    private static readonly IReadOnlyDictionary<string, string> NoIdentifiers = new Dictionary<string, string>();

    public static Entity? Read(StrictJson json)
    {
        string? name = null, country = null, source = null;
        IReadOnlyList<string> aliases = [];
        IReadOnlyList<Ownership> ownership = [];
        IReadOnlyDictionary<string, string> identifiers = NoIdentifiers;
        var start = json.Offset;
        json.Members(["name", "source"], ["country", "aliases", "identifiers", "ownership"], member =>
        {
            switch (member)
            {
                case "name": name = json.Text(); break;
                case "country": country = json.Text(); break;
                case "aliases": aliases = json.Items(json.Text); break;
                case "source": source = json.Source(); break;
                case "ownership": ownership = json.Items(() => ReadOwnership(json)); break;
                default: identifiers = ReadIdentifiers(json); break;
            }
        });
        if (name is null || source is null) return null;
        var entity = json.Placed(start, new Entity(name, country, aliases, identifiers, ownership, source));
        CheckComparable(json, start, entity);
        return entity;
    }

    private static Dictionary<string, string> ReadIdentifiers(StrictJson json)
    {
        var identifiers = new Dictionary<string, string>(StringComparer.Ordinal);
        json.Map((register, _) =>
        {
            if (json.Text() is { } number) identifiers[register] = number;
        });
        return identifiers;
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
                default: source = json.Source(); break;
            }
        });
        if (until < from) json.Problem(start, "'until' is before 'from'");
        return owner is null || source is null ? null : new Ownership(owner, share, from, until, source);
    }

    /// <summary>Nothing is equal to every other nothing: a value that folds to an empty form would meet strangers.</summary>
    private static void CheckComparable(StrictJson json, int start, Entity entity)
    {
        foreach (var name in entity.Names)
            if (NameMatcher.Organisation(name).Length == 0) json.Problem(start, $"nothing is left of '{name}' to compare");
        foreach (var number in entity.Identifiers.Values)
            if (NameMatcher.RegistrationNumber(number).Length == 0) json.Problem(start, $"nothing is left of '{number}' to compare");
    }
}

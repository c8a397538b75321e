using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Cli.Feeds;

/// <summary>Reads what V3 sources answer (NuGet Server API: service index, package content, registration, catalog). Throws <see cref="JsonFormatException"/>.</summary>
internal static class FeedJson
{
    /// <summary>Addresses of resources, with their types, in order.</summary>
    public static List<(string Type, string Address)> Resources(byte[] utf8)
    {
        List<(string, string)> resources = [];
        Read(utf8, json =>
        {
            if (!json.NameIs("resources") || json.Kind != JsonKind.Array) return false;
            json.EnterArray();
            while (json.NextItem()) resources.AddRange(Resource(json));
            return true;
        });
        return resources;
    }

    /// <summary>Texts of <c>versions</c>.</summary>
    public static List<string> Versions(byte[] utf8)
    {
        List<string> versions = [];
        Read(utf8, json =>
        {
            if (!json.NameIs("versions")) return false;
            json.EnterArray();
            while (json.NextItem()) versions.Add(json.ReadString());
            return true;
        });
        return versions;
    }

    /// <summary>The hash that a registration or a catalog leaf states, or the address of the catalog leaf that does.</summary>
    public static (string? Sha512, string? Catalog) Hash(byte[] utf8)
    {
        string? hash = null, algorithm = null, catalog = null;
        bool Take(JsonCursor json)
        {
            if (json.NameIs("packageHash") && json.Kind == JsonKind.String) hash = json.ReadString();
            else if (json.NameIs("packageHashAlgorithm") && json.Kind == JsonKind.String) algorithm = json.ReadString();
            else return false;
            return true;
        }

        Read(utf8, json =>
        {
            if (!json.NameIs("catalogEntry")) return Take(json);
            if (json.Kind == JsonKind.String) catalog = json.ReadString();
            else if (json.Kind == JsonKind.Object) Members(json, Take);
            else return false;
            return true;
        });

        // Without an algorithm it is what NuGet sources have always used.
        return (algorithm is null || string.Equals(algorithm, "SHA512", StringComparison.OrdinalIgnoreCase) ? hash : null, catalog);
    }

    private static IEnumerable<(string, string)> Resource(JsonCursor json)
    {
        string? address = null;
        List<string> types = [];
        Members(json, member =>
        {
            if (member.NameIs("@id") && member.Kind == JsonKind.String) address = member.ReadString();
            else if (member.NameIs("@type") && member.Kind == JsonKind.String) types.Add(member.ReadString());
            else if (member.NameIs("@type") && member.Kind == JsonKind.Array)
            {
                member.EnterArray();
                while (member.NextItem()) types.Add(member.ReadString());
            }
            else
            {
                return false;
            }

            return true;
        });
        return address is null ? [] : types.Select(type => (type, address));
    }

    private static void Read(byte[] utf8, Func<JsonCursor, bool> take)
    {
        var json = new JsonCursor(utf8);
        Members(json, take);
        json.EnsureEnd();
    }

    /// <param name="take">Reads a member's value, or says that it is not wanted.</param>
    private static void Members(JsonCursor json, Func<JsonCursor, bool> take)
    {
        json.EnterObject();
        while (json.NextMember())
            if (!take(json)) json.Skip();
    }
}

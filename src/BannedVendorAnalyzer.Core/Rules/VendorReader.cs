using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Rules;

internal static class VendorReader
{
    private static readonly string[] Required = ["id", "name", "entities", "listings", "mustMatch", "mustNotMatch"];
    private static readonly string[] Optional = ["class", "indicators", "products"];

    public static Vendor? Read(RuleFile file, HashSet<string> authorities, List<FileProblem> problems, JsonPlaces? places)
    {
        var json = new StrictJson(file.Path, file.Utf8, problems, places);
        Vendor? vendor = null;
        json.Read(() => vendor = ReadVendor(json, authorities));
        return vendor;
    }

    /// <summary>A vendor within another file.</summary>
    public static Vendor? ReadVendor(StrictJson json, HashSet<string> authorities)
    {
        string? id = null, name = null, productClass = null;
        IReadOnlyList<Entity> entities = [];
        IReadOnlyList<ReadListing> listings = [];
        IReadOnlyList<Indicator> indicators = [];
        IReadOnlyList<Product> products = [];
        IReadOnlyList<SelfTest> mustMatch = [], mustNotMatch = [];
        var start = json.Offset;
        json.Members(Required, Optional, member =>
        {
            switch (member)
            {
                case "id": id = json.Id(); break;
                case "name": name = json.Text(); break;
                case "entities": entities = json.Items(() => EntityReader.Read(json)); break;
                case "listings": listings = json.Items(() => ListingReader.Read(json, authorities)); break;
                case "class": productClass = json.Class(); break;
                case "indicators": indicators = json.Items(() => IndicatorReader.Read(json)); break;
                case "products": products = ReadProducts(json); break;
                case "mustMatch": mustMatch = json.Items(() => IndicatorReader.ReadSelfTest(json)); break;
                default: mustNotMatch = json.Items(() => IndicatorReader.ReadSelfTest(json)); break;
            }
        });

        if (mustMatch.Count == 0 || mustNotMatch.Count == 0) json.Problem(start, "'mustMatch' and 'mustNotMatch' each need at least one sample");
        CheckReferences(json, listings, entities, products);

        // Nobody judges by samples, and they would be a sixth of what a large list keeps.
        if (!json.NotesPlaces) mustMatch = mustNotMatch = [];
        return id is null || name is null
            ? null
            : json.Placed(start, new Vendor(id, name, entities, [.. listings.Select(listing => listing.Listing)], productClass, indicators, products, mustMatch, mustNotMatch));
    }

    private static void CheckReferences(StrictJson json, IReadOnlyList<ReadListing> listings, IReadOnlyList<Entity> entities, IReadOnlyList<Product> products)
    {
        foreach (var (listing, offset) in listings)
        {
            foreach (var unknown in listing.Entities.Where(name => !entities.Any(entity => entity.Name == name))) json.Problem(offset, $"no entity is named '{unknown}'");
            foreach (var unknown in listing.Products.Where(id => !products.Any(product => product.Id == id))) json.Problem(offset, $"no product has the id '{unknown}'");
        }
    }

    private static IReadOnlyList<Product> ReadProducts(StrictJson json)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return json.Items(() => ReadProduct(json, ids));
    }

    private static Product? ReadProduct(StrictJson json, HashSet<string> ids)
    {
        string? id = null, name = null, productClass = null;
        IReadOnlyList<Indicator> indicators = [];
        var start = json.Offset;
        json.Members(["id", "name", "class", "indicators"], [], member =>
        {
            switch (member)
            {
                case "id": id = json.Id(); break;
                case "name": name = json.Text(); break;
                case "class": productClass = json.Class(); break;
                default: indicators = json.Items(() => IndicatorReader.Read(json)); break;
            }
        });
        if (id is not null && !ids.Add(id)) json.Problem(start, $"product '{id}' stands here twice");
        return id is null || name is null || productClass is null ? null : json.Placed(start, new Product(id, name, productClass, indicators));
    }
}

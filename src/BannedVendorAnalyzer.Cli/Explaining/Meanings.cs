using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>What the rules know by a word. Names are compared as everywhere: whole, in the form of their kind.</summary>
/// <param name="ById">The vendor of that id.</param>
/// <param name="ByName">Vendors of that name, alias, entity, register number or product, by id.</param>
/// <param name="AsPackageId">What a package of that id would meet.</param>
internal sealed record Meanings(Vendor? ById, Authority? Authority, IReadOnlyList<Vendor> ByName, IReadOnlyList<Match> AsPackageId)
{
    public bool IsId => ById is not null || Authority is not null;

    public static Meanings Of(string word, RuleSet rules)
    {
        bool IsWord(string id) => string.Equals(id, word, StringComparison.OrdinalIgnoreCase);
        var (organisation, number) = (NameMatcher.Organisation(word), NameMatcher.RegistrationNumber(word));
        var key = PackageKey.Parse(word);
        return new Meanings(
            rules.Vendors.FirstOrDefault(vendor => IsWord(vendor.Id)),
            rules.Authorities.FirstOrDefault(authority => IsWord(authority.Id)),
            [
                .. rules.Vendors
                    .Where(vendor => Is(organisation, Names(vendor), NameMatcher.Organisation) || Is(number, Numbers(vendor), NameMatcher.RegistrationNumber) || vendor.Products.Any(product => IsWord(product.Id)))
                    .OrderBy(vendor => vendor.Id, StringComparer.Ordinal),
            ],
            key is null ? [] : [.. rules.Index.Find(new EvidenceItem(EvidenceKind.PackageId, key.Id))]);
    }

    /// <summary>Every name by which rules or authorities call the vendor.</summary>
    public static IEnumerable<string> Names(Vendor vendor) =>
    [
        vendor.Name,
        .. vendor.Entities.SelectMany(entity => entity.Aliases.Prepend(entity.Name)),
        .. vendor.Listings.Select(listing => listing.Named).OfType<string>(),
        .. vendor.Products.Select(product => product.Name),
    ];

    private static IEnumerable<string> Numbers(Vendor vendor) => vendor.Entities.SelectMany(entity => entity.Identifiers.Values);

    private static bool Is(string form, IEnumerable<string> names, Func<string, string> toForm) => form.Length > 0 && names.Any(name => toForm(name) == form);
}

using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>What the rules know by a word. Names are compared as everywhere: whole, in the form of their kind.</summary>
/// <param name="ById">The vendor of that id.</param>
/// <param name="Authority">The authority of that id, or the only one of that clause or with those words in its title or citations.</param>
/// <param name="ByName">Vendors of that name, alias, entity, register number, product, library, assembly, host or gallery account, by id.</param>
/// <param name="AsPackageId">What a package of that id would meet.</param>
internal sealed record Meanings(Vendor? ById, Authority? Authority, IReadOnlyList<Vendor> ByName, IReadOnlyList<Match> AsPackageId)
{
    /// <summary>Shorter words stand in too many titles.</summary>
    private const int ShortestWords = 6;

    private static readonly EvidenceKind[] Marks = [EvidenceKind.NativeFile, EvidenceKind.AssemblyName, EvidenceKind.Domain, EvidenceKind.PackageOwner];

    public bool IsId => ById is not null || Authority is not null;

    public static Meanings Of(string word, RuleSet rules)
    {
        bool IsWord(string id) => string.Equals(id, word, StringComparison.OrdinalIgnoreCase);
        var (organisation, number) = (NameMatcher.Organisation(word), NameMatcher.RegistrationNumber(word));
        var key = PackageKey.Parse(word);
        var marked = Marks.SelectMany(kind => rules.Index.Find(new EvidenceItem(kind, word))).Select(match => match.Vendor).ToHashSet();
        return new Meanings(
            rules.Vendors.FirstOrDefault(vendor => IsWord(vendor.Id)),
            rules.Authorities.FirstOrDefault(authority => IsWord(authority.Id)) ?? Only(rules.Authorities.Where(authority => authority.Clauses.Any(clause => IsWord(clause.Id)) || SaysOf(authority, organisation))),
            [
                .. rules.Vendors
                    .Where(vendor => Is(organisation, Names(vendor), NameMatcher.Organisation) || Is(number, Numbers(vendor), NameMatcher.RegistrationNumber) || vendor.Products.Any(product => IsWord(product.Id)) || marked.Contains(vendor))
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

    private static bool SaysOf(Authority authority, string words) => words.Length >= ShortestWords
        && authority.Citations.Select(citation => citation.Text).Append(authority.Title).Any(text => NameMatcher.Organisation(text).Contains(words, StringComparison.Ordinal));

    private static Authority? Only(IEnumerable<Authority> authorities) => authorities.Take(2).ToList() is [var only] ? only : null;

    private static IEnumerable<string> Numbers(Vendor vendor) => vendor.Entities.SelectMany(entity => entity.Identifiers.Values);

    private static bool Is(string form, IEnumerable<string> names, Func<string, string> toForm) => form.Length > 0 && names.Any(name => toForm(name) == form);
}

namespace BannedVendorAnalyzer.Rules;

/// <summary>A company that an authority names.</summary>
/// <param name="Class">Product class of what is recorded without a product; null where that is not known.</param>
/// <param name="Indicators">Marks of the whole vendor.</param>
/// <param name="MustMatch">Samples that are the vendor's; empty unless the rules are read to be verified.</param>
/// <param name="MustNotMatch">Samples that are not; empty unless the rules are read to be verified.</param>
public sealed record Vendor(
    string Id,
    string Name,
    IReadOnlyList<Entity> Entities,
    IReadOnlyList<Listing> Listings,
    string? Class,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<Product> Products,
    IReadOnlyList<SelfTest> MustMatch,
    IReadOnlyList<SelfTest> MustNotMatch);

/// <summary>A legal entity of the vendor.</summary>
/// <param name="Identifiers">Register name → number, e.g. <c>OGRN</c>; compared with the serialNumber of certificates.</param>
public sealed record Entity(
    string Name,
    string? Country,
    IReadOnlyList<string> Aliases,
    IReadOnlyDictionary<string, string> Identifiers,
    IReadOnlyList<Ownership> Ownership,
    string Source)
{
    /// <summary>Name and aliases.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            yield return Name;
            foreach (var alias in Aliases) yield return alias;
        }
    }
}

/// <summary>Who holds how much of an entity, where that decides whether a listing of the owner covers it.</summary>
/// <param name="Share">As the source writes it, e.g. <c>19.9 %</c>; null where it is not known.</param>
/// <param name="From">The first day; null where it is not known.</param>
/// <param name="Until">The last day, inclusive; null while it lasts.</param>
public sealed record Ownership(string Owner, string? Share, IsoDate? From, IsoDate? Until, string Source);

/// <summary>That an authority names the vendor.</summary>
/// <param name="From">The first day of the listing, or of its earliest source where <paramref name="StartKnown"/> is false.</param>
/// <param name="Until">Last day listed, inclusive.</param>
/// <param name="Named">How the authority names the vendor; null where that is the vendor's usual name.</param>
/// <param name="Entities">Where not empty, only these entities are listed.</param>
/// <param name="Products">Where not empty, only these products are listed.</param>
/// <param name="Source">URL that shows the listing; null where the citations of the authority do.</param>
public sealed record Listing(
    string Authority,
    IsoDate From,
    bool StartKnown,
    IsoDate? Until,
    ListingStatus Status,
    string? Named,
    string? Part,
    IReadOnlyList<string> Entities,
    IReadOnlyList<string> Products,
    string? Source);

public sealed record Product(string Id, string Name, string Class, IReadOnlyList<Indicator> Indicators);

/// <summary>A technical mark of the vendor.</summary>
/// <param name="Relation">The stated relation; null means the kind's own (see <see cref="RuleIndex"/>).</param>
/// <param name="SharedWith">Ids of the other vendors that have the same mark.</param>
/// <param name="Source">URL, <c>owner/repo@commit:path</c> or the name of a gallery page.</param>
/// <param name="Minimum">How many names of one file must begin so; 1 for every other kind.</param>
public sealed record Indicator(IndicatorKind Kind, string Value, Relation? Relation, IReadOnlyList<string> SharedWith, string Source, int Minimum = 1);

/// <summary>A sample that must, or must not, be recognised as the vendor's.</summary>
public sealed record SelfTest(Evidence.EvidenceItem Evidence);

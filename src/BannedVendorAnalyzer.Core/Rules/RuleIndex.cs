using BannedVendorAnalyzer.Evidence;

namespace BannedVendorAnalyzer.Rules;

/// <summary>One evidence that met one indicator.</summary>
/// <param name="Product">The product the indicator belongs to; null for marks of the whole vendor.</param>
/// <param name="Entity">The legal entity whose name met a certificate; null otherwise.</param>
public sealed record Match(EvidenceItem Evidence, Indicator Indicator, Relation Relation, Vendor Vendor, Product? Product, Entity? Entity);

/// <summary>Finds the indicators that an evidence meets in time that does not grow with the number of vendors.</summary>
public sealed class RuleIndex
{
    private readonly Dictionary<(IndicatorKind Kind, string Value), List<Entry>> _entries;
    private readonly HashSet<string> _exportPrefixes = new(StringComparer.Ordinal);

    internal RuleIndex(IReadOnlyList<Vendor> vendors)
    {
        // Growing step by step would leave several tables of a large list behind.
        _entries = new(vendors.Sum(Marks));
        foreach (var vendor in vendors)
        {
            foreach (var indicator in vendor.Indicators) Add(indicator, new Entry(vendor, null, null, indicator));
            foreach (var product in vendor.Products)
                foreach (var indicator in product.Indicators) Add(indicator, new Entry(vendor, product, null, indicator));
            foreach (var entity in vendor.Entities) AddSigners(vendor, entity);
        }
    }

    /// <summary>How names of functions begin that the rules know; of all others no number is needed.</summary>
    public IReadOnlyCollection<string> ExportPrefixes => _exportPrefixes;

    /// <summary>Whether some indicator is a hash of a file; reading whole files for nothing is slow.</summary>
    public bool UsesHashes { get; private set; }

    /// <summary>The form in which values of the kind are compared.</summary>
    public static string Normalise(IndicatorKind kind, string value) => kind switch
    {
        IndicatorKind.NativeLibrary => NameMatcher.NativeLibrary(value),
        IndicatorKind.Signer or IndicatorKind.NuspecAuthor or IndicatorKind.Company => NameMatcher.Organisation(value),
        IndicatorKind.NativeExportPrefix => value.Trim(),
        IndicatorKind.ComClass => NameMatcher.ComClass(value),
        IndicatorKind.Repository => NameMatcher.Repository(value),
        IndicatorKind.Domain => NameMatcher.Host(value),
        _ => NameMatcher.Identifier(value),
    };

    /// <summary>
    /// Every indicator that the evidence meets. Of one vendor's package ids, and of its domains and repositories, only the most
    /// specific counts: exact before prefix, longer before shorter.
    /// </summary>
    public IEnumerable<Match> Find(EvidenceItem evidence) => evidence.Kind switch
    {
        EvidenceKind.PackageId => MostSpecific(
            Find(evidence, IndicatorKind.PackageId, [NameMatcher.Identifier(evidence.Value)]),
            Find(evidence, IndicatorKind.PackageIdPrefix, NameMatcher.LeadingSegments(NameMatcher.Identifier(evidence.Value), '.'))),
        EvidenceKind.PackageOwner => Find(evidence, IndicatorKind.PackageOwner, [NameMatcher.Identifier(evidence.Value)]),
        EvidenceKind.Signer or EvidenceKind.FileSigner => Find(evidence, IndicatorKind.Signer, [NameMatcher.Organisation(evidence.Value), NumberKey(evidence.Value)]),
        EvidenceKind.NuspecAuthor => Find(evidence, IndicatorKind.NuspecAuthor, [NameMatcher.Organisation(evidence.Value)]),
        EvidenceKind.Repository => MostSpecific(Find(evidence, IndicatorKind.Repository, NameMatcher.LeadingSegments(NameMatcher.Repository(evidence.Value), '/'))),
        EvidenceKind.NativeFile or EvidenceKind.NativeImport => Find(evidence, IndicatorKind.NativeLibrary, [NameMatcher.NativeLibrary(evidence.Value)]),
        EvidenceKind.AssemblyName or EvidenceKind.AssemblyReference => Find(evidence, IndicatorKind.AssemblyName, [NameMatcher.Identifier(evidence.Value)]),
        EvidenceKind.PublicKeyToken or EvidenceKind.ReferencedPublicKeyToken => Find(evidence, IndicatorKind.PublicKeyToken, [NameMatcher.Identifier(evidence.Value)]),
        EvidenceKind.Company => Find(evidence, IndicatorKind.Company, [NameMatcher.Organisation(evidence.Value)]),
        EvidenceKind.NativeExport or EvidenceKind.NativeEntryPoint => FindExports(evidence),
        EvidenceKind.Sha256 => Find(evidence, IndicatorKind.Sha256, [NameMatcher.Identifier(evidence.Value)]),
        EvidenceKind.ComClass => Find(evidence, IndicatorKind.ComClass, [NameMatcher.ComClass(evidence.Value)]),
        EvidenceKind.Domain => MostSpecific(Find(evidence, IndicatorKind.Domain, NameMatcher.TrailingLabels(NameMatcher.Host(evidence.Value)))),
        _ => throw new ArgumentOutOfRangeException(nameof(evidence)),
    };

    private static Relation DefaultRelation(IndicatorKind kind, EvidenceKind evidence) => kind switch
    {
        IndicatorKind.PackageOwner or IndicatorKind.Signer => evidence == EvidenceKind.FileSigner ? Relation.Contains : Relation.Published,
        IndicatorKind.AssemblyName => evidence == EvidenceKind.AssemblyReference ? Relation.Binds : Relation.Contains,
        IndicatorKind.PublicKeyToken => evidence == EvidenceKind.ReferencedPublicKeyToken ? Relation.Binds : Relation.Contains,
        IndicatorKind.NativeExportPrefix => evidence == EvidenceKind.NativeEntryPoint ? Relation.Binds : Relation.Contains,
        IndicatorKind.Sha256 => Relation.Contains,
        IndicatorKind.ComClass => Relation.Binds,
        IndicatorKind.NativeLibrary => evidence == EvidenceKind.NativeImport ? Relation.Binds : Relation.Contains,
        IndicatorKind.Domain => Relation.Calls,
        _ => Relation.Name,
    };

    private static int Marks(Vendor vendor) =>
        vendor.Indicators.Count + vendor.Products.Sum(product => product.Indicators.Count) + vendor.Entities.Sum(entity => 1 + entity.Aliases.Count + entity.Identifiers.Count);

    private static string NumberKey(string value) => "#" + NameMatcher.RegistrationNumber(value);

    private static IEnumerable<Match> MostSpecific(params IEnumerable<Match>[] fromMostSpecific)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sameForm in fromMostSpecific.SelectMany(matches => matches).GroupBy(match => (match.Indicator.Kind, match.Indicator.Value)))
        {
            var fresh = sameForm.Where(match => !seen.Contains(match.Vendor.Id)).ToList();
            foreach (var match in fresh) yield return match;
            seen.UnionWith(fresh.Select(match => match.Vendor.Id));
        }
    }

    private IEnumerable<Match> Find(EvidenceItem evidence, IndicatorKind kind, IEnumerable<string> forms)
    {
        foreach (var form in forms)
        {
            if (!_entries.TryGetValue((kind, form), out var entries)) continue;
            foreach (var entry in entries)
                yield return new Match(evidence, entry.Indicator, entry.Indicator.Relation ?? DefaultRelation(kind, evidence.Kind), entry.Vendor, entry.Product, entry.Entity);
        }
    }

    /// <summary>A function's name begins with every prefix of one of the known lengths that the rules hold.</summary>
    private IEnumerable<Match> FindExports(EvidenceItem evidence) =>
        Find(evidence, IndicatorKind.NativeExportPrefix, _exportPrefixes.Select(prefix => prefix.Length).Distinct().Where(length => length <= evidence.Value.Length).Select(length => evidence.Value.Substring(0, length)))
            .Where(match => evidence.Count >= match.Indicator.Minimum);

    /// <summary>Names, aliases and register numbers of an entity count as signers by themselves.</summary>
    private void AddSigners(Vendor vendor, Entity entity)
    {
        foreach (var name in entity.Aliases.Prepend(entity.Name))
        {
            var indicator = new Indicator(IndicatorKind.Signer, name, null, [], entity.Source);
            Add(indicator, new Entry(vendor, null, entity, indicator));
        }

        foreach (var number in entity.Identifiers.Values)
        {
            var indicator = new Indicator(IndicatorKind.Signer, number, null, [], entity.Source);
            AddForm((IndicatorKind.Signer, NumberKey(number)), new Entry(vendor, null, entity, indicator));
        }
    }

    private void Add(Indicator indicator, Entry entry)
    {
        var form = Normalise(indicator.Kind, indicator.Value);
        if (indicator.Kind == IndicatorKind.NativeExportPrefix) _exportPrefixes.Add(form);
        UsesHashes |= indicator.Kind == IndicatorKind.Sha256;
        AddForm((indicator.Kind, form), entry);
    }

    private void AddForm((IndicatorKind Kind, string Value) key, Entry entry)
    {
        if (!_entries.TryGetValue(key, out var entries)) _entries.Add(key, entries = new List<Entry>(1));

        // Spellings of one name that fold to the same form are one mark; entities of one name stay apart, a listing may name one of them.
        if (!entries.Exists(other => ReferenceEquals(other.Vendor, entry.Vendor) && ReferenceEquals(other.Product, entry.Product) && ReferenceEquals(other.Entity, entry.Entity))) entries.Add(entry);
    }

    private sealed record Entry(Vendor Vendor, Product? Product, Entity? Entity, Indicator Indicator);
}

using BannedVendorAnalyzer.Evidence;

namespace BannedVendorAnalyzer.Rules;

/// <summary>One evidence that met one indicator.</summary>
/// <param name="Product">The product the indicator belongs to; null for marks of the whole vendor.</param>
/// <param name="Entity">The legal entity whose name met a certificate; null otherwise.</param>
public sealed record Match(EvidenceItem Evidence, Indicator Indicator, Relation Relation, Vendor Vendor, Product? Product, Entity? Entity);

/// <summary>Finds the indicators that an evidence meets in time that does not grow with the number of vendors.</summary>
public sealed class RuleIndex
{
    private const int Kinds = (int)IndicatorKind.ComClass + 1;

    /// <summary>By kind, then by form.</summary>
    private readonly Dictionary<string, Entry>[] _entries;
    private readonly NameFilter _filter;
    private readonly HashSet<string> _exportPrefixes = new(StringComparer.Ordinal);
    private readonly List<int> _exportPrefixLengths;

    internal RuleIndex(IReadOnlyList<Vendor> vendors)
    {
        // Growing step by step would leave several tables of a large list behind.
        var marks = new int[Kinds];
        foreach (var vendor in vendors) Count(vendor, marks);
        _entries = Array.ConvertAll(marks, count => new Dictionary<string, Entry>(count, StringComparer.Ordinal));
        _filter = new(marks.Sum());
        foreach (var vendor in vendors)
        {
            foreach (var indicator in vendor.Indicators) Add(indicator, new Entry(vendor, null, null, indicator));
            foreach (var product in vendor.Products)
                foreach (var indicator in product.Indicators) Add(indicator, new Entry(vendor, product, null, indicator));
            foreach (var entity in vendor.Entities) AddSigners(vendor, entity);
        }

        _exportPrefixLengths = [.. _exportPrefixes.Select(prefix => prefix.Length).Distinct().OrderBy(length => length)];
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
    public IReadOnlyList<Match> Find(EvidenceItem evidence)
    {
        var value = evidence.Value;
        var finder = new Finder(this, evidence);
        switch (evidence.Kind)
        {
            case EvidenceKind.PackageId:
                var id = NameMatcher.Identifier(value);
                finder.Whole(IndicatorKind.PackageId, id);
                finder.Leading(IndicatorKind.PackageIdPrefix, id, '.');
                break;
            case EvidenceKind.PackageOwner: finder.Whole(IndicatorKind.PackageOwner, NameMatcher.Identifier(value)); break;
            case EvidenceKind.Signer or EvidenceKind.FileSigner:
                finder.Whole(IndicatorKind.Signer, NameMatcher.Organisation(value));
                finder.Whole(IndicatorKind.Signer, NumberKey(value));
                break;
            case EvidenceKind.NuspecAuthor: finder.Whole(IndicatorKind.NuspecAuthor, NameMatcher.Organisation(value)); break;
            case EvidenceKind.Repository: finder.Leading(IndicatorKind.Repository, NameMatcher.Repository(value), '/'); break;
            case EvidenceKind.NativeFile or EvidenceKind.NativeImport: finder.Whole(IndicatorKind.NativeLibrary, NameMatcher.NativeLibrary(value)); break;
            case EvidenceKind.AssemblyName or EvidenceKind.AssemblyReference: finder.Whole(IndicatorKind.AssemblyName, NameMatcher.Identifier(value)); break;
            case EvidenceKind.PublicKeyToken or EvidenceKind.ReferencedPublicKeyToken: finder.Whole(IndicatorKind.PublicKeyToken, NameMatcher.Identifier(value)); break;
            case EvidenceKind.Company: finder.Whole(IndicatorKind.Company, NameMatcher.Organisation(value)); break;
            case EvidenceKind.NativeExport or EvidenceKind.NativeEntryPoint: finder.Beginning(IndicatorKind.NativeExportPrefix, value); break;
            case EvidenceKind.Sha256: finder.Whole(IndicatorKind.Sha256, NameMatcher.Identifier(value)); break;
            case EvidenceKind.ComClass: finder.Whole(IndicatorKind.ComClass, NameMatcher.ComClass(value)); break;
            case EvidenceKind.Domain: finder.Trailing(IndicatorKind.Domain, NameMatcher.Host(value)); break;
            default: throw new ArgumentOutOfRangeException(nameof(evidence));
        }

        return finder.Found;
    }

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

    private static void Count(Vendor vendor, int[] marks)
    {
        foreach (var indicator in vendor.Indicators) marks[(int)indicator.Kind]++;
        foreach (var product in vendor.Products)
            foreach (var indicator in product.Indicators) marks[(int)indicator.Kind]++;
        foreach (var entity in vendor.Entities) marks[(int)IndicatorKind.Signer] += 1 + entity.Aliases.Count + entity.Identifiers.Count;
    }

    private static string NumberKey(string value) => "#" + NameMatcher.RegistrationNumber(value);

    /// <summary>Names, aliases and register numbers of an entity count as signers by themselves.</summary>
    private void AddSigners(Vendor vendor, Entity entity)
    {
        foreach (var name in entity.Names) AddForm(IndicatorKind.Signer, NameMatcher.Organisation(name), new Entry(vendor, null, entity, null, name));
        foreach (var number in entity.Identifiers.Values) AddForm(IndicatorKind.Signer, NumberKey(number), new Entry(vendor, null, entity, null, number));
    }

    private void Add(Indicator indicator, Entry entry)
    {
        var form = Normalise(indicator.Kind, indicator.Value);
        if (indicator.Kind == IndicatorKind.NativeExportPrefix) _exportPrefixes.Add(form);
        UsesHashes |= indicator.Kind == IndicatorKind.Sha256;
        AddForm(indicator.Kind, form, entry);
    }

    private void AddForm(IndicatorKind kind, string form, Entry entry)
    {
        // A new name is nearly always new to the filter too, which is quicker to ask.
        var entries = _entries[(int)kind];
        if (!_filter.MayHave(kind, form, 0, form.Length) || !entries.TryGetValue(form, out var other))
        {
            entries.Add(form, entry);
            _filter.Add(kind, form);
            return;
        }

        // Spellings of one name that fold to the same form are one mark; entities of one name stay apart, a listing may name one of them.
        while (!other.IsOf(entry))
        {
            if (other.Next is null) other.Next = entry;
            other = other.Next;
        }
    }

    /// <summary>Entries of one form are a chain in the order of the rules: nearly every form has one.</summary>
    /// <param name="signer">Name or number of the entity that the entry stands for, which has no indicator of its own until it is met.</param>
    private sealed class Entry(Vendor vendor, Product? product, Entity? entity, Indicator? indicator, string? signer = null)
    {
        public Vendor Vendor => vendor;

        public Product? Product => product;

        public Entity? Entity => entity;

        public Indicator Indicator => indicator ?? new Indicator(IndicatorKind.Signer, signer!, null, [], entity!.Source);

        public Entry? Next { get; set; }

        public bool IsOf(Entry other) => ReferenceEquals(Vendor, other.Vendor) && ReferenceEquals(Product, other.Product) && ReferenceEquals(Entity, other.Entity);
    }

    /// <summary>Collects what one evidence meets, without allocating where that is nothing.</summary>
    private struct Finder(RuleIndex index, EvidenceItem evidence)
    {
        private List<Match>? _found;

        public readonly IReadOnlyList<Match> Found => _found ?? (IReadOnlyList<Match>)[];

        public void Whole(IndicatorKind kind, string form) => Add(kind, form, 0, form.Length);

        /// <summary>At whole segments from the longest.</summary>
        public void Leading(IndicatorKind kind, string form, char separator)
        {
            for (var length = form.Length; length > 0; length = NameMatcher.ShorterAtSegment(form, length, separator)) Add(kind, form, 0, length);
        }

        /// <summary>Of every length that a known beginning has.</summary>
        public void Beginning(IndicatorKind kind, string form)
        {
            foreach (var length in index._exportPrefixLengths)
                if (length <= form.Length) Add(kind, form, 0, length);
        }

        /// <summary>At label boundaries from the longest.</summary>
        public void Trailing(IndicatorKind kind, string form)
        {
            for (var start = 0; start < form.Length; start = NameMatcher.ParentLabel(form, start)) Add(kind, form, start, form.Length - start);
        }

        /// <summary>Forms come from the most specific: of a vendor that was already met by a longer form of the same evidence, shorter ones say no more.</summary>
        private void Add(IndicatorKind kind, string text, int start, int length)
        {
            if (!index._filter.MayHave(kind, text, start, length) || !index._entries[(int)kind].TryGetValue(text.Substring(start, length), out var first)) return;
            _found ??= [];
            var longer = _found.Count;
            for (var entry = first; entry is not null; entry = entry.Next)
            {
                var indicator = entry.Indicator;
                if (evidence.Count < indicator.Minimum || (IsByDegrees(kind) && IsMet(entry.Vendor, longer))) continue;
                _found.Add(new Match(evidence, indicator, indicator.Relation ?? DefaultRelation(kind, evidence.Kind), entry.Vendor, entry.Product, entry.Entity));
            }
        }

        private static bool IsByDegrees(IndicatorKind kind) => kind is IndicatorKind.PackageId or IndicatorKind.PackageIdPrefix or IndicatorKind.Repository or IndicatorKind.Domain;

        private readonly bool IsMet(Vendor vendor, int longer)
        {
            for (var i = 0; i < longer; i++)
                if (ReferenceEquals(_found![i].Vendor, vendor)) return true;
            return false;
        }
    }
}

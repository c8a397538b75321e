using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Findings;

/// <summary>Judges the evidence of one component: pure, the same answer for the same evidence, rules, audience and day.</summary>
public sealed class Judge
{
    private readonly RuleSet _rules;
    private readonly CheckContext _context;

    /// <summary>Audience that a provision may name → the chosen audience that brings it.</summary>
    private readonly Dictionary<string, string> _bound = new(StringComparer.Ordinal);

    public Judge(RuleSet rules, CheckContext context)
    {
        (_rules, _context) = (rules, context);

        // An audience that was chosen itself is named as such, even where another one implies it.
        foreach (var audience in context.Audiences) _bound[audience] = audience;
        foreach (var audience in context.Audiences)
            foreach (var implied in rules.Closure(audience))
                if (!_bound.ContainsKey(implied)) _bound.Add(implied, audience);
    }

    /// <summary>One judgement for each vendor whose indicators the evidence meets, by vendor id.</summary>
    public IReadOnlyList<Judgement> Evaluate(IEnumerable<EvidenceItem> evidence)
    {
        var matches = evidence.SelectMany(_rules.Index.Find).ToList();
        return matches.Count == 0
            ? []
            : [.. matches.GroupBy(match => match.Vendor.Id, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Evaluate([.. group]))];
    }

    /// <summary>What would be said of a component that stands to the vendor in this relation, whatever shows it.</summary>
    /// <param name="product">Null for software that is none of the products in the rules.</param>
    public Judgement EvaluateAs(Vendor vendor, Product? product, Relation relation)
    {
        var mark = new Indicator(IndicatorKind.Signer, vendor.Name, relation, [], $"vendors/{vendor.Id}.json");
        return Evaluate([new Match(new EvidenceItem(EvidenceKind.Signer, vendor.Name), mark, relation, vendor, product, null)]);
    }

    private Judgement Evaluate(List<Match> matches)
    {
        var vendor = matches[0].Vendor;
        var products = matches.Select(match => match.Product).OfType<Product>().Distinct().ToList();
        var decisions = new List<Decision>();
        var misses = new List<Miss>();
        foreach (var match in matches)
            foreach (var listing in vendor.Listings)
            {
                var subject = new Subject(match, match.Product is null ? products : [match.Product], listing, _rules.Authority(listing.Authority));
                foreach (var provision in subject.Authority.Provisions) Apply(provision, subject, decisions, misses);
            }

        var ordered = InOrder(decisions);
        var deciding = ordered.FirstOrDefault();
        var whyClear = deciding is null ? ClearReason.Of(vendor, ClearReason.Closest(misses), _context) : null;
        return new Judgement(vendor, deciding?.Verdict ?? Verdict.Clear, matches, deciding, whyClear) { Decisions = ordered, Misses = misses };
    }

    /// <summary>The deciding one first.</summary>
    internal static List<Decision> InOrder(IEnumerable<Decision> decisions) =>
    [
        .. decisions
            .OrderByDescending(decision => decision.Verdict)
            .ThenBy(decision => decision.Provision.Basis)
            .ThenBy(decision => decision.From)
            .ThenBy(decision => decision.Authority.Id, StringComparer.Ordinal)
            .ThenByDescending(decision => decision.Match.Relation),
    ];

    private void Apply(Provision provision, Subject subject, List<Decision> decisions, List<Miss> misses)
    {
        if (Reason(provision, subject, out var bound, out var reached, out var from) is { } stage)
        {
            misses.Add(new Miss(stage, subject.Authority, provision, subject.Listing, subject.Match, from, subject.Known));
            return;
        }

        var verdict = _context.AsOf < from ? Verdict.Review : reached;
        decisions.Add(new Decision(subject.Authority, provision, subject.Listing, subject.Match, _bound[bound!], bound!, from, verdict, reached));
    }

    /// <summary>Why the provision does not decide, or null when it does.</summary>
    private MissStage? Reason(Provision provision, Subject subject, out string? bound, out Verdict reached, out IsoDate from)
    {
        from = IsoDate.Later(provision.From, subject.Listing.From);
        bound = provision.Audiences.Where(_bound.ContainsKey).OrderBy(id => _bound[id] == id ? 0 : 1).FirstOrDefault();
        reached = Verdict.Clear;
        if (bound is null) return MissStage.Audience;
        if (!subject.IsListed(provision)) return MissStage.NotListed;
        if (!subject.Authority.CanDecide) return MissStage.Informs;
        var coverage = subject.Coverage(provision);
        if (coverage == Verdict.Clear) return MissStage.ProductClass;
        if (!provision.Reach.TryGetValue(subject.Match.Relation, out reached)) return MissStage.Relation;
        reached = Capped(reached, coverage, subject);
        return DateReason(provision, subject, from);
    }

    private MissStage? DateReason(Provision provision, Subject subject, IsoDate from)
    {
        var asOf = _context.AsOf;
        if (provision.Until < asOf || subject.Listing.Until < asOf) return MissStage.Ended;
        if (asOf >= from) return null;
        return asOf >= subject.Known && asOf.DaysUntil(from) <= _context.NoticeDays ? null : MissStage.NotYet;
    }

    private static Verdict Capped(Verdict reached, Verdict coverage, Subject subject)
    {
        var atMostReview = coverage == Verdict.Review || subject.Authority.Effect == Effect.Device || subject.Match.Relation is Relation.Calls or Relation.Name;
        return atMostReview && reached > Verdict.Review ? Verdict.Review : reached;
    }

    /// <summary>A match under one listing; <paramref name="Products"/> are those it is taken to belong to.</summary>
    private sealed record Subject(Match Match, IReadOnlyList<Product> Products, Listing Listing, Authority Authority)
    {
        /// <summary>Before that day nobody knows of the listing.</summary>
        public IsoDate Known => IsoDate.Later(Authority.Published, Listing.From);

        public bool IsListed(Provision provision) =>
            (provision.Part is null || Listing.Part is null || provision.Part == Listing.Part)
            && (Listing.Products.Count == 0 || Products.Any(product => Listing.Products.Contains(product.Id)))
            && (Listing.Entities.Count == 0 || Match.Entity is null || Listing.Entities.Contains(Match.Entity.Name));

        /// <summary>The gravest verdict that the product class allows: clear when not covered, review when the class is not known and not every class is covered.</summary>
        public Verdict Coverage(Provision provision)
        {
            if (provision.CoversEveryClass) return Verdict.Prohibited;
            var classes = Products.Count > 0 ? Products.Select(product => product.Class) : Match.Vendor.Class is { } ownClass ? [ownClass] : [];
            var known = classes.ToList();
            if (known.Count == 0) return Verdict.Review;
            return known.Exists(provision.Covers) ? Verdict.Prohibited : Verdict.Clear;
        }
    }
}

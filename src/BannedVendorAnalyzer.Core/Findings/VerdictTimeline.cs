using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Findings;

/// <summary>What lasts from one day until something changes.</summary>
/// <param name="From">First day; null for the time before anything was published.</param>
/// <param name="Stage"><c>before publication</c>; <c>listed</c>, while what follows is too far away to be announced; <c>announced</c>, <c>in force</c>, <c>withdrawn</c>, <c>superseded</c> or <c>ended</c>.</param>
/// <param name="Decisions">The deciding provision by relation; a relation that is clear is absent.</param>
public sealed record TimelineStep(IsoDate? From, string Stage, IReadOnlyDictionary<Relation, Decision> Decisions)
{
    public Verdict Verdict(Relation relation) => Decisions.TryGetValue(relation, out var decision) ? decision.Verdict : Rules.Verdict.Clear;
}

/// <summary>How the verdicts on a vendor's software change with the day of the check, for one audience.</summary>
public static class VerdictTimeline
{
    private const string BeforePublication = "before publication";

    /// <summary>Strongest first, as people ask.</summary>
    public static readonly IReadOnlyList<Relation> Relations = [Relation.Published, Relation.Contains, Relation.Binds, Relation.Calls, Relation.Name];

    /// <param name="product">Null for software of the vendor that is recorded under no product.</param>
    /// <returns>At least the time before publication, by day.</returns>
    public static IReadOnlyList<TimelineStep> Of(RuleSet rules, Vendor vendor, Product? product, string audience)
    {
        var binding = Binding(rules, vendor, product?.Class ?? vendor.Class, audience);
        var steps = new List<TimelineStep> { new(null, BeforePublication, new Dictionary<Relation, Decision>()) };
        foreach (var day in binding.SelectMany(Days).Distinct().OrderBy(day => day))
        {
            var judge = new Judge(rules, new CheckContext([audience], AudienceIsDefault: false, day));
            var decisions = Relations.Select(relation => judge.EvaluateAs(vendor, product, relation).Decision).OfType<Decision>().ToDictionary(decision => decision.Match.Relation);
            var step = new TimelineStep(day, decisions.Count > 0 ? Stage(decisions, day) : Stage(binding, day), decisions);
            if (!Same(steps[steps.Count - 1], step)) steps.Add(step);
        }

        // Where no provision ever reaches the software, listings that come and go are none of its history.
        return steps.Any(step => step.Decisions.Count > 0) || binding.Any(one => one.Listing.Until is not null) ? steps : [steps[0]];
    }

    /// <summary>Listings under provisions that can decide for the audience and the class of product; a class that is not known is covered by all.</summary>
    private static List<Bound> Binding(RuleSet rules, Vendor vendor, string? productClass, string audience)
    {
        var closure = rules.Closure(audience);
        return
        [
            .. vendor.Listings.Select(listing => (Listing: listing, Authority: rules.Authority(listing.Authority))).Where(one => one.Authority.CanDecide)
                .Select(one => new Bound(one.Listing, one.Authority, [.. one.Authority.Provisions.Where(provision =>
                    provision.Reach.Count > 0 && (productClass is null || provision.Covers(productClass)) && provision.Audiences.Any(closure.Contains) && (provision.Part is null || one.Listing.Part is null || provision.Part == one.Listing.Part))]))
                .Where(bound => bound.Provisions.Count > 0),
        ];
    }

    /// <summary>Every day on which a verdict can change.</summary>
    private static IEnumerable<IsoDate> Days(Bound bound)
    {
        yield return bound.Known;
        if (bound.Listing.Until is { } listed) yield return listed.AddDays(1);
        foreach (var provision in bound.Provisions)
        {
            var from = IsoDate.Later(provision.From, bound.Listing.From);
            yield return from;
            yield return IsoDate.Later(bound.Known, from.AddDays(-CheckContext.DefaultNoticeDays));
            if (provision.Until is { } until) yield return until.AddDays(1);
        }
    }

    private static bool Same(TimelineStep before, TimelineStep now) =>
        before.Stage == now.Stage && before.Decisions.Count == now.Decisions.Count && now.Decisions.All(pair => before.Decisions.TryGetValue(pair.Key, out var decision)
            && decision.Verdict == pair.Value.Verdict && decision.Authority.Id == pair.Value.Authority.Id && decision.From == pair.Value.From);

    private static string Stage(Dictionary<Relation, Decision> decisions, IsoDate day) => decisions.Values.All(decision => decision.IsUpcoming(day)) ? "announced" : "in force";

    /// <summary>Of a day on which nothing decides.</summary>
    private static string Stage(List<Bound> binding, IsoDate day)
    {
        var known = binding.Where(bound => bound.Known <= day).ToList();
        if (known.Count == 0) return BeforePublication;
        if (known.Exists(bound => !(bound.Listing.Until < day) && bound.Provisions.Any(provision => provision.From > day))) return "listed";
        var ended = known.Where(bound => bound.Listing.Until < day).OrderByDescending(bound => bound.Listing.Until).FirstOrDefault();
        return ended is null ? "ended" : RuleNames.Of(ended.Listing.Status);
    }

    private sealed record Bound(Listing Listing, Authority Authority, IReadOnlyList<Provision> Provisions)
    {
        /// <summary>Before that day nobody knows of the listing.</summary>
        public IsoDate Known => IsoDate.Later(Authority.Published, Listing.From);
    }
}

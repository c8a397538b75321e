using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Findings;

/// <summary>What lasts from one day until something changes.</summary>
/// <param name="From">First day; null for the time before anything was published.</param>
/// <param name="Stage"><c>before publication</c>, <c>announced</c>, <c>in force</c>, <c>withdrawn</c>, <c>superseded</c> or <c>ended</c>.</param>
/// <param name="Decisions">The deciding provision by relation; a relation that is clear is absent.</param>
public sealed record TimelineStep(IsoDate? From, string Stage, IReadOnlyDictionary<Relation, Decision> Decisions)
{
    public Verdict Verdict(Relation relation) => Decisions.TryGetValue(relation, out var decision) ? decision.Verdict : Rules.Verdict.Clear;
}

/// <summary>How the verdicts on a vendor's software change with the day of the check, for one audience.</summary>
public static class VerdictTimeline
{
    /// <summary>Strongest first, as people ask.</summary>
    public static readonly IReadOnlyList<Relation> Relations = [Relation.Published, Relation.Contains, Relation.Binds, Relation.Calls, Relation.Name];

    /// <param name="product">Null for software of the vendor that is recorded under no product.</param>
    /// <returns>At least the time before publication, by day.</returns>
    public static IReadOnlyList<TimelineStep> Of(RuleSet rules, Vendor vendor, Product? product, string audience)
    {
        var steps = new List<TimelineStep> { new(null, "before publication", new Dictionary<Relation, Decision>()) };
        foreach (var day in Days(rules, vendor).Distinct().OrderBy(day => day))
        {
            var judge = new Judge(rules, new CheckContext([audience], AudienceIsDefault: false, day));
            var decisions = Relations.Select(relation => judge.Evaluate([Imagined(vendor, product, relation)]).Decision).OfType<Decision>().ToDictionary(decision => decision.Match.Relation);
            if (!Same(steps[steps.Count - 1].Decisions, decisions, day)) steps.Add(new TimelineStep(day, Stage(vendor, decisions, day), decisions));
        }

        return steps;
    }

    /// <summary>Every day on which a verdict can change.</summary>
    private static IEnumerable<IsoDate> Days(RuleSet rules, Vendor vendor)
    {
        foreach (var listing in vendor.Listings)
        {
            var authority = rules.Authority(listing.Authority);
            var known = IsoDate.Later(authority.Published, listing.From);
            yield return known;
            if (listing.Until is { } listed) yield return listed.AddDays(1);
            foreach (var provision in authority.Provisions)
            {
                var from = IsoDate.Later(provision.From, listing.From);
                yield return from;
                yield return IsoDate.Later(known, from.AddDays(-CheckContext.DefaultNoticeDays));
                if (provision.Until is { } until) yield return until.AddDays(1);
            }
        }
    }

    private static Match Imagined(Vendor vendor, Product? product, Relation relation) =>
        new(new EvidenceItem(EvidenceKind.PackageId, vendor.Id), new Indicator(IndicatorKind.PackageId, vendor.Id, relation, [], ""), relation, vendor, product, null);

    private static bool Same(IReadOnlyDictionary<Relation, Decision> before, Dictionary<Relation, Decision> now, IsoDate day) =>
        before.Count == now.Count && now.All(pair => before.TryGetValue(pair.Key, out var decision)
            && decision.Verdict == pair.Value.Verdict && decision.Authority.Id == pair.Value.Authority.Id && decision.From == pair.Value.From
            && decision.IsUpcoming(day) == pair.Value.IsUpcoming(day));

    private static string Stage(Vendor vendor, Dictionary<Relation, Decision> decisions, IsoDate day)
    {
        if (decisions.Count > 0) return decisions.Values.All(decision => decision.IsUpcoming(day)) ? "announced" : "in force";
        var ended = vendor.Listings.Where(listing => listing.Until < day).OrderByDescending(listing => listing.Until).FirstOrDefault();
        return ended is null ? "ended" : RuleNames.Of(ended.Status);
    }
}

using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Policy;

/// <summary>Puts what an organisation prohibits beside the rules, as an authority of its own, so that it is judged and worded like any other.</summary>
public static class PolicyRules
{
    /// <summary>Id of the authority that stands for the organisation.</summary>
    public const string AuthorityId = "organisation-policy";

    private static readonly IReadOnlyDictionary<Relation, Verdict> Reach = new Dictionary<Relation, Verdict>
    {
        [Relation.Published] = Verdict.Prohibited,
        [Relation.Contains] = Verdict.Prohibited,
        [Relation.Binds] = Verdict.Prohibited,
        [Relation.Calls] = Verdict.Review,
        [Relation.Name] = Verdict.Review,
    };

    /// <param name="audiences">For whom is judged: the organisation binds itself, whoever it is.</param>
    public static RuleSet Extend(RuleSet rules, OrganisationPolicy policy, IReadOnlyList<string> audiences)
    {
        if (policy.Prohibit.Count == 0 && policy.Vendors.Count == 0) return rules;
        var authority = new Authority(AuthorityId, "the organisation's policy", "this organisation", "own", Effect.Use, default, [], default, [], [.. policy.Prohibit.Select((entry, index) => Provision(entry, index, audiences))]);
        return rules.With(authority, [.. rules.Vendors.Concat(policy.Vendors).Select(vendor => Listed(vendor, policy.Prohibit))]);
    }

    private static Provision Provision(Prohibition entry, int index, IReadOnlyList<string> audiences) =>
        new(entry.From, null, audiences, Part(index), [], [], entry.Reason, Basis.Text, null, null, Reach);

    /// <summary>A listing for each entry, tied to its provision by a part of its own.</summary>
    private static Vendor Listed(Vendor vendor, IReadOnlyList<Prohibition> prohibit)
    {
        List<Listing> own =
        [
            .. prohibit.Select((entry, index) => (entry, index)).Where(one => one.entry.Vendor == vendor.Id)
                .Select(one => new Listing(AuthorityId, default, true, null, ListingStatus.InForce, null, Part(one.index), [], one.entry.Product is { } product ? [product] : [], null)),
        ];
        return own.Count == 0 ? vendor : vendor with { Listings = [.. vendor.Listings, .. own] };
    }

    private static string Part(int index) => $"entry-{index.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}

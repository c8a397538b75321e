using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>Audiences for which the same is said for the same reason.</summary>
/// <param name="Decision">Null where the verdict is clear.</param>
/// <param name="Closest">The provision that came closest; null where one decides or none names the vendor.</param>
internal sealed record VerdictRow(Verdict Verdict, IReadOnlyList<string> Audiences, Decision? Decision, Miss? Closest);

/// <summary>What is said of the software that a vendor publishes, for products of which the same is said.</summary>
/// <param name="Products">Empty for everything that is none of the other products.</param>
internal sealed record PublishedVerdicts(IReadOnlyList<Product> Products, bool IsOther, IReadOnlyList<VerdictRow> Rows);

/// <summary>How one listing stands.</summary>
/// <param name="Decisions">One for each class of product and audience that it decides or will decide for, gravest first.</param>
/// <param name="Closest">Where it decides nothing: how far it came.</param>
internal sealed record ListingState(Listing Listing, Authority Authority, IReadOnlyList<Decision> Decisions, Miss? Closest)
{
    /// <summary>The gravest as of the day.</summary>
    public Verdict Verdict => Decisions is [var gravest, ..] ? gravest.Verdict : Verdict.Clear;

    /// <summary>What the gravest means once it is in force.</summary>
    public Verdict Reached => Decisions is [var gravest, ..] ? gravest.Reached : Verdict.Clear;
}

/// <summary>What the rules say of a vendor, by asking the judge about software that it would publish.</summary>
/// <param name="Listings">Those that decide first.</param>
internal sealed record VendorVerdicts(IReadOnlyList<PublishedVerdicts> Published, IReadOnlyList<ListingState> Listings)
{
    public static VendorVerdicts Of(Vendor vendor, JudgingBasis basis)
    {
        string[] audiences = basis.Context.AudienceIsDefault ? [.. basis.Rules.Audiences.Select(audience => audience.Id).Order(StringComparer.Ordinal)] : [.. basis.Context.Audiences];
        var judged = vendor.Products.Prepend(null)
            .Select(product => (Product: product, Judgements: audiences.Select(audience => (Audience: audience, Judgement: Judge(vendor, product, audience, basis))).ToList()))
            .ToList();
        return new VendorVerdicts(
            [.. judged.GroupBy(item => string.Join('\n', item.Judgements.Select(pair => Reason(pair.Judgement)))).Select(group => new PublishedVerdicts(
                [.. group.Select(item => item.Product).OfType<Product>()],
                group.Any(item => item.Product is null),
                Rows(group.First().Judgements)))],
            [.. vendor.Listings.Select(listing => State(listing, [.. judged.SelectMany(item => item.Judgements).Select(pair => pair.Judgement)], basis.Rules))
                .OrderByDescending(state => state.Verdict)
                .ThenByDescending(state => state.Reached)
                .ThenByDescending(state => state.Authority.CanDecide)
                .ThenBy(state => state.Authority.Id, StringComparer.Ordinal)]);
    }

    private static Judgement Judge(Vendor vendor, Product? product, string audience, JudgingBasis basis) =>
        new Judge(basis.Rules, basis.Context with { Audiences = [audience] }).EvaluateAs(vendor, product, Relation.Published);

    private static List<VerdictRow> Rows(IEnumerable<(string Audience, Judgement Judgement)> judgements) =>
    [
        .. judgements.GroupBy(pair => Reason(pair.Judgement)).Select(group => Row([.. group])).OrderByDescending(row => row.Verdict).ThenBy(row => row.Decision?.Authority.Id ?? row.Closest?.Authority.Id, StringComparer.Ordinal),
    ];

    private static VerdictRow Row(IReadOnlyList<(string Audience, Judgement Judgement)> pairs)
    {
        var first = pairs[0].Judgement;
        return new VerdictRow(first.Verdict, [.. pairs.Select(pair => pair.Audience)], first.Decision, first.Decision is null ? ClearReason.Closest(first.Misses) : null);
    }

    /// <summary>The same for judgements that differ in nothing but the audience.</summary>
    private static string Reason(Judgement judgement) => judgement.Decision is { } decision
        ? $"{judgement.Verdict} {decision.Authority.Id} {decision.From} {decision.Reached} {decision.Provision.Basis}"
        : ClearReason.Closest(judgement.Misses) is { Stage: not MissStage.Audience } closest ? $"clear {closest.Stage} {closest.Authority.Id} {closest.From}" : "clear";

    private static ListingState State(Listing listing, IReadOnlyList<Judgement> judgements, RuleSet rules) => new(
        listing,
        rules.Authority(listing.Authority),
        [
            .. judgements.SelectMany(judgement => judgement.Decisions).Where(decision => ReferenceEquals(decision.Listing, listing))
                .OrderByDescending(decision => decision.Verdict).ThenByDescending(decision => decision.Reached).ThenBy(decision => decision.From),
        ],
        ClearReason.Closest(judgements.SelectMany(judgement => judgement.Misses).Where(miss => ReferenceEquals(miss.Listing, listing))));
}

using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>What the rules know of a vendor, for people: the verdicts first.</summary>
internal static class VendorPage
{
    public static string Of(Vendor vendor, JudgingBasis basis, string? also)
    {
        var page = new Page();
        var verdicts = VendorVerdicts.Of(vendor, basis);
        page.Heading($"{vendor.Name} [{vendor.Id}]");
        AppendVerdicts(page, vendor, verdicts, basis);
        page.Heading("Listings");
        foreach (var state in verdicts.Listings) Append(page, state, vendor, basis);
        page.Heading("Entities");
        foreach (var entity in vendor.Entities) Append(page, entity);
        AppendMarks(page, vendor);
        return PageEnd.Append(page, also, basis.Rules);
    }

    private static void AppendVerdicts(Page page, Vendor vendor, VendorVerdicts verdicts, JudgingBasis basis)
    {
        page.Heading($"Verdict on software that it publishes, as of {basis.Context.AsOf}");
        foreach (var published in verdicts.Published)
        {
            if (verdicts.Published.Count > 1) page.Line(2, $"{Subject(vendor, published)}:");
            foreach (var row in published.Rows) Append(page, vendor, row, basis);
        }
    }

    private static string Subject(Vendor vendor, PublishedVerdicts published)
    {
        var products = published.Products.Select(product => product.Id);
        var classes = published.Products.Select(product => product.Class).Concat(published.IsOther ? [vendor.Class ?? "class not known"] : []).Distinct(StringComparer.Ordinal);
        return $"{string.Join(", ", published.IsOther ? products.Append("anything that is none of its products") : products)} ({string.Join(", ", classes)})";
    }

    private static void Append(Page page, Vendor vendor, VerdictRow row, JudgingBasis basis)
    {
        var audiences = string.Join(", ", row.Audiences);
        var why = row.Decision is { } decision ? RuleWording.Decision(decision, basis.Context.AsOf) : ClearReason.Of(vendor, row.Closest, basis.Context with { Audiences = row.Audiences });
        var namesThem = why.Contains(audiences, StringComparison.Ordinal);
        page.Line(2, RuleNames.Of(row.Verdict), namesThem ? why : audiences);
        if (!namesThem) page.Line(2, "", why);
    }

    private static void Append(Page page, ListingState state, Vendor vendor, JudgingBasis basis)
    {
        var asOf = basis.Context.AsOf;
        page.Line(2, RuleWording.Authority(state.Authority));
        foreach (var group in state.Decisions.GroupBy(decision => (decision.Reached, Upcoming: decision.IsUpcoming(asOf))))
        {
            var bound = group.Select(decision => decision.Bound).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            var classes = group.Select(decision => decision.Match.Product?.Class ?? vendor.Class ?? "class not known").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            var bases = group.Select(decision => decision.Provision.Basis).Distinct().Order().Select(RuleWording.Basis);
            var from = group.Min(decision => decision.From);
            page.Line(4, $"{(group.Key.Upcoming ? $"will decide, announced: {RuleNames.Of(group.Key.Reached)} from {from}" : $"decides: {RuleNames.Of(group.Key.Reached)} since {from}")} for {string.Join(", ", bound)}, {string.Join(" and ", bases)} ({string.Join(", ", classes)})");
        }

        if (state.Decisions.Count == 0) page.Line(4, state.Authority.CanDecide ? $"decides nothing here: {ClearReason.Of(vendor, state.Closest, basis.Context)}" : $"only informs: it {RuleWording.Effect(state.Authority.Effect)}");
        page.Line(4, RuleWording.SourcedListing(state.Listing));
        foreach (var citation in state.Authority.Citations) page.Line(4, RuleWording.Citation(citation));
    }

    private static void Append(Page page, Entity entity)
    {
        page.Line(2, entity.Name + (entity.Country is { } country ? $" ({country})" : "") + string.Concat(entity.Identifiers.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $", {pair.Key} {pair.Value}")) + $" [{entity.Source}]");
        if (entity.Aliases.Count > 0) page.Line(4, $"also {string.Join("; ", entity.Aliases)}");
        foreach (var ownership in entity.Ownership)
            page.Line(4, $"held by {ownership.Owner}{(ownership.Share is { } share ? $", {share}" : "")}{(ownership.From is { } from ? $", from {from}" : "")}{(ownership.Until is { } until ? $", until {until}" : "")} [{ownership.Source}]");
    }

    private static void AppendMarks(Page page, Vendor vendor)
    {
        page.Heading("Products and the marks by which they are recognised");
        foreach (var product in vendor.Products)
        {
            page.Line(2, $"{product.Id}: {product.Name}, {product.Class}");
            Append(page, product.Indicators);
        }

        if (vendor.Indicators.Count > 0) page.Line(2, $"any product{(vendor.Class is { } ownClass ? $", {ownClass} where no product is known" : "")}");
        Append(page, vendor.Indicators);
        page.Line(2, $"Names, aliases and register numbers of its entities count as signers of packages. The sources stand whole in rules/vendors/{vendor.Id}.json and in --format json.");
    }

    private static void Append(Page page, IReadOnlyList<Indicator> indicators)
    {
        foreach (var kind in indicators.GroupBy(indicator => indicator.Kind))
        {
            page.Line(4, RuleNames.Of(kind.Key));
            foreach (var place in kind.GroupBy(indicator => RuleWording.ShortSource(indicator.Source)))
                page.Line(6, $"{string.Join(", ", place.Select(Mark))} [{place.Key}]");
        }
    }

    private static string Mark(Indicator indicator) =>
        indicator.Value
        + (indicator.Relation is { } relation ? $" ({RuleNames.Of(relation)})" : "")
        + (indicator.SharedWith.Count > 0 ? $" (shared with {string.Join(", ", indicator.SharedWith)})" : "");
}

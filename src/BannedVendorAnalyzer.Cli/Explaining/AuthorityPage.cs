using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>What the rules know of an authority, for people.</summary>
internal static class AuthorityPage
{
    public static string Of(Authority authority, JudgingBasis basis, string? also)
    {
        var page = new Page();
        page.Heading(RuleWording.Authority(authority));
        page.Line(2, "issuer", $"{authority.Issuer} ({authority.Jurisdiction})");
        page.Line(2, "effect", $"{RuleNames.Of(authority.Effect)}: it {RuleWording.Effect(authority.Effect)}{(authority.CanDecide ? "" : ", so it only informs")}");
        page.Line(2, "published", $"{authority.Published}, compared with its source on {authority.Checked}");
        page.Heading("Provisions");
        foreach (var provision in authority.Provisions) Append(page, provision, basis.Context.AsOf);
        AppendClauses(page, authority, basis.Context.AsOf);
        page.Heading("Sources");
        foreach (var citation in authority.Citations) page.Line(2, RuleWording.Citation(citation));
        page.Heading("Vendors of these rules that it names");
        foreach (var (vendor, listing) in Named(authority, basis.Rules)) page.Line(2, vendor.Id, $"{vendor.Name}, {RuleWording.Listing(listing)}");
        return PageEnd.Append(page, also, basis.Rules);
    }

    public static IEnumerable<(Vendor Vendor, Listing Listing)> Named(Authority authority, RuleSet rules) =>
        rules.Vendors.OrderBy(vendor => vendor.Id, StringComparer.Ordinal).SelectMany(vendor => vendor.Listings.Where(listing => listing.Authority == authority.Id).Select(listing => (vendor, listing)));

    private static void Append(Page page, Provision provision, IsoDate asOf)
    {
        page.Line(2, $"{Time(provision.From, provision.Until, asOf)} for {string.Join(", ", provision.Audiences)}");
        page.Line(4, "says", provision.Text);
        if (provision.Part is { } part) page.Line(4, "part", $"'{part}' of its list");
        page.Line(4, "covers", Classes(provision));
        page.Line(4, "verdicts", provision.Reach.Count == 0 ? "none: it does not reach software that is there already" : string.Join(", ", provision.Reach.OrderByDescending(pair => pair.Key).Select(pair => $"{RuleNames.Of(pair.Key)}: {RuleNames.Of(pair.Value)}")));
        page.Line(4, "basis", provision.Why is { } why ? $"interpretation: {why}" : RuleNames.Of(provision.Basis));
        if (provision.Remedy is { } remedy) page.Line(4, "cleared by", remedy);
    }

    private static string Time(IsoDate? from, IsoDate? until, IsoDate asOf)
    {
        var time = (from, until) switch
        {
            ({ } first, { } last) => $"from {first} until {last}",
            ({ } first, null) => first > asOf ? $"from {first}" : $"since {first}",
            (null, { } last) => $"until {last}",
            _ => "start not recorded",
        };
        return until < asOf ? $"{time} (ended)" : from > asOf ? $"{time} (announced)" : time;
    }

    private static string Classes(Provision provision)
    {
        if (provision.CoversEveryClass) return "every class of product";
        return provision.Classes.Count > 0 ? string.Join(", ", provision.Classes) : $"every class but {string.Join(", ", provision.Except)}";
    }

    private static void AppendClauses(Page page, Authority authority, IsoDate asOf)
    {
        if (authority.Clauses.Count == 0) return;
        page.Heading("Contract clauses");
        foreach (var clause in authority.Clauses) page.Line(2, clause.Id, Time(clause.From, clause.Until, asOf) + (clause.Report is { } report ? $"; report a discovery within {report}" : ""));
    }
}

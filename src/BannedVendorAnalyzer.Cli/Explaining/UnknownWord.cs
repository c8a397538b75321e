using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>What is said of a word that nothing is known by.</summary>
internal static class UnknownWord
{
    public static string Text(string word, RuleSet rules, PackageSearch search, ToolHost host)
    {
        var page = new Page();
        page.Heading($"'{word}' is no code, vendor, authority or package id of the rules; {search.Scope}. This is no verdict.");
        var nearest = Nearest.Of(word, Known(rules, search));
        if (nearest.Count > 0) page.Line(0, $"Did you mean: {string.Join(", ", nearest.Select(known => $"{known.Word} ({known.What})"))}?");
        NotLookedAt.Append(page, search, host);
        return page.ToString();
    }

    private static IEnumerable<(string Word, string What)> Known(RuleSet rules, PackageSearch search) =>
    [
        .. rules.Vendors.Select(vendor => (vendor.Id, "vendor")),
        .. rules.Authorities.Select(authority => (authority.Id, "authority")),
        .. DiagnosticCatalog.All.Select(code => (code.Id, "code")),
        .. search.KnownIds.Select(id => (id, "package")),
        .. rules.Vendors.SelectMany(vendor => Meanings.Names(vendor).Select(name => (name, $"vendor {vendor.Id}"))),
        .. rules.Vendors.SelectMany(vendor => vendor.Indicators.Concat(vendor.Products.SelectMany(product => product.Indicators)).Where(indicator => indicator.Kind == IndicatorKind.PackageId).Select(indicator => (indicator.Value, $"package id of the rules, {vendor.Id}"))),
    ];
}

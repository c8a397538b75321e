using System.Globalization;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.RulesCommands;

/// <summary>One line for each vendor and authority, so that it can be searched.</summary>
internal static class ListCommand
{
    public static int Run(ToolHost host)
    {
        if (RuleReading.Read(host) is not { } rules) return ExitCode.InvalidPolicy;
        foreach (var vendor in rules.Vendors.OrderBy(vendor => vendor.Id, StringComparer.Ordinal))
        {
            var indicators = vendor.Indicators.Count + vendor.Products.Sum(product => product.Indicators.Count);
            host.Out.WriteLine($"vendor     {vendor.Id,-24} {vendor.Name}: {Counted(vendor.Listings.Count, "listing")}, {Counted(indicators, "indicator")}");
        }

        foreach (var authority in rules.Authorities.OrderBy(authority => authority.Id, StringComparer.Ordinal))
            host.Out.WriteLine($"authority  {authority.Id,-24} {authority.Title}: {authority.Jurisdiction}, {RuleNames.Of(authority.Effect)}, published {authority.Published}");
        host.Out.WriteLine($"{Counted(rules.Vendors.Count, "vendor")}, {Counted(rules.Authorities.Count(), "authority", "authorities")}, last checked {rules.Date}.");
        return ExitCode.Clear;
    }

    private static string Counted(int count, string one, string? many = null) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}

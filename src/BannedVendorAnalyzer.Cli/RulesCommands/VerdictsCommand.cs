using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.RulesCommands;

/// <summary>Every vendor, audience and day on which a verdict changes, as Markdown: what the rules come to, for people who answer for them.</summary>
internal static class VerdictsCommand
{
    public static int Run(ToolHost host)
    {
        if (RuleReading.Read(host) is not { } rules) return ExitCode.InvalidPolicy;
        foreach (var line in Lines(rules)) host.Out.Write($"{line}\n");
        return ExitCode.Clear;
    }

    private static IEnumerable<string> Lines(RuleSet rules)
    {
        yield return "# Verdicts";
        yield return "";
        yield return $"Made by `banned-vendors rules verdicts` from the rules of {rules.Date}; a test compares them. For each vendor: what a build is told that depends on its software,";
        yield return "by audience and day. A row holds from its day until the next row of the same audience. Relations: *published* by the vendor, *contains* its code, *binds* its";
        yield return "library, *calls* its service or device, *name* only resembles it. `–` is clear. Rows say what the rules say, not whether a law was broken.";
        foreach (var vendor in rules.Vendors.OrderBy(vendor => vendor.Id, StringComparer.Ordinal))
            foreach (var line in OfVendor(rules, vendor)) yield return line;
    }

    private static IEnumerable<string> OfVendor(RuleSet rules, Vendor vendor)
    {
        yield return "";
        yield return $"## {vendor.Name} (`{vendor.Id}`)";
        yield return "";
        yield return $"{string.Join(" · ", vendor.Listings.Select(listing => Listing(rules, listing)))}";
        var audiences = rules.Audiences.Select(audience => audience.Id).OrderBy(id => id, StringComparer.Ordinal).ToList();
        foreach (var subject in Subjects(vendor).Select(subject => (subject.Name, Rows: Rows(rules, vendor, subject.Product, audiences))).GroupBy(subject => string.Join('\n', subject.Rows)))
        {
            yield return "";
            yield return $"**{string.Join("; ", subject.Select(one => one.Name))}**";
            yield return "";
            var rows = subject.First().Rows;
            if (rows.Count == 0)
            {
                yield return "Clear for every audience at any day: the listings inform only.";
                continue;
            }

            yield return "| audience | from | stage | published | contains | binds | calls | name | decided by |";
            yield return "|---|---|---|---|---|---|---|---|---|";
            foreach (var row in rows) yield return row;
        }
    }

    private static string Listing(RuleSet rules, Listing listing)
    {
        var start = listing.StartKnown ? $"{listing.From}" : $"{listing.From} at the latest";
        var end = listing.Until is { } until ? $" to {until}, {RuleNames.Of(listing.Status)}" : listing.Status == ListingStatus.InForce ? "" : $", {RuleNames.Of(listing.Status)}";
        var part = listing.Part is null ? "" : $" ({listing.Part})";
        var informs = rules.Authority(listing.Authority).CanDecide ? "" : ", informs only";
        return $"`{listing.Authority}`{part} from {start}{end}{informs}";
    }

    /// <summary>The vendor's software as such, and products of another class or named by a listing.</summary>
    private static IEnumerable<(string Name, Product? Product)> Subjects(Vendor vendor)
    {
        yield return ($"any software ({vendor.Class ?? "class not known"})", null);
        foreach (var product in vendor.Products.Where(product => product.Class != vendor.Class || vendor.Listings.Any(listing => listing.Products.Contains(product.Id))))
            yield return ($"{product.Name} ({product.Class})", product);
    }

    /// <summary>Audiences of the same course share their rows.</summary>
    private static List<string> Rows(RuleSet rules, Vendor vendor, Product? product, List<string> audiences) =>
    [
        .. audiences.Select(audience => (Audience: audience, Steps: VerdictTimeline.Of(rules, vendor, product, audience)))
            .Where(course => course.Steps.Count > 1)
            .GroupBy(course => string.Join('\n', course.Steps.Select(Row)))
            .SelectMany(course => course.First().Steps.Select(step => $"| {string.Join(", ", course.Select(one => one.Audience))} {Row(step)}")),
    ];

    private static string Row(TimelineStep step)
    {
        var verdicts = VerdictTimeline.Relations.Select(relation => step.Verdict(relation) is var verdict and not Verdict.Clear ? RuleNames.Of(verdict) : "–");
        var authorities = step.Decisions.Values.Select(decision => decision.IsUpcoming(step.From!.Value) ? $"{decision.Authority.Id} (from {decision.From})" : decision.Authority.Id).Distinct().OrderBy(id => id, StringComparer.Ordinal);
        return $"| {step.From?.ToString() ?? ""} | {step.Stage} | {string.Join(" | ", verdicts)} | {string.Join(", ", authorities)} |";
    }
}

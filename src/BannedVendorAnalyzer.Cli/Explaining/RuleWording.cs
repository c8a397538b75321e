using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>The words for what rules hold: facts, as the fact-sheets write them.</summary>
internal static class RuleWording
{
    private const int ShownOfCommit = 7;
    private const string Gallery = "gallery page: ";

    public static string Effect(Effect effect) => effect switch
    {
        Rules.Effect.SupplyBan => "prohibits the supply",
        Rules.Effect.Procurement => "governs what is bought and delivered under contracts",
        Rules.Effect.Use => "prohibits the use",
        Rules.Effect.Device => "is about devices, so software is at most to be reviewed",
        Rules.Effect.Blocking => "blocks property and dealings",
        Rules.Effect.Export => "controls exports",
        Rules.Effect.Securities => "is about securities",
        _ => "advises",
    };

    public static string Citation(Citation citation) => $"{citation.Text} ({RuleNames.Of(citation.Grade)}) {citation.Url}";

    public static string Basis(Basis basis) => basis == Rules.Basis.Text ? "by its text" : "by interpretation";

    public static string Authority(Authority authority) => $"{authority.Title} [{authority.Id}]";

    /// <summary>Which provision decides and since when.</summary>
    public static string Decision(Decision decision, IsoDate asOf) => decision.IsUpcoming(asOf)
        ? $"{RuleNames.Of(decision.Reached)} from {decision.From}, {Basis(decision.Provision.Basis)}: {Authority(decision.Authority)}"
        : $"since {decision.From}, {Basis(decision.Provision.Basis)}: {Authority(decision.Authority)}";

    /// <summary>What the authority, or the rules by its sources, say of the listing.</summary>
    public static string Listing(Listing listing)
    {
        List<string> parts = [listing.StartKnown ? $"listed since {listing.From}" : $"seen on the list on {listing.From} at the latest"];
        if (listing.Until is { } until) parts[0] += $" until {until}";
        if (listing.Status != ListingStatus.InForce) parts.Add(RuleNames.Of(listing.Status));
        if (listing.Named is { } named) parts.Add($"as '{named}'");
        if (listing.Part is { } part) parts.Add($"in its part '{part}'");
        if (listing.Entities.Count > 0) parts.Add($"only {string.Join(", ", listing.Entities)}");
        if (listing.Products.Count > 0) parts.Add($"only the products {string.Join(", ", listing.Products)}");
        return string.Join(", ", parts);
    }

    public static string SourcedListing(Listing listing) => Listing(listing) + (listing.Source is { } source ? $" [{source}]" : "");

    /// <summary>Id of the package on whose gallery page something was read; null where it was read elsewhere.</summary>
    public static string? GalleryPackage(string source) => source.StartsWith(Gallery, StringComparison.Ordinal) ? source[Gallery.Length..].Trim() : null;

    /// <summary>Marks that were seen in one place have one text: without the path in a repository and the name of a gallery page, which the rules file has.</summary>
    public static string ShortSource(string source)
    {
        if (GalleryPackage(source) is not null) return "gallery page of each";
        var at = source.IndexOf('@', StringComparison.Ordinal);
        var colon = source.IndexOf(':', Math.Max(0, at));
        return at < 0 || colon < 0 || source.Contains("://", StringComparison.Ordinal) ? source : source[..Math.Min(colon, at + 1 + ShownOfCommit)];
    }
}

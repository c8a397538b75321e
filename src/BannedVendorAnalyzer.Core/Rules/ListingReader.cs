using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Rules;

/// <summary>A listing and where it stands, for problems that show only once the whole file is read.</summary>
internal sealed record ReadListing(Listing Listing, int Offset);

internal static class ListingReader
{
    private static readonly string[] Required = ["authority", "status"];
    private static readonly string[] Optional = ["from", "seen", "until", "named", "part", "entities", "products", "source"];

    public static ReadListing? Read(StrictJson json, HashSet<string> authorities)
    {
        string? authority = null, named = null, part = null, source = null;
        IsoDate? from = null, seen = null, until = null;
        ListingStatus? status = null;
        IReadOnlyList<string> entities = [], products = [];
        var start = json.Offset;
        json.Members(Required, Optional, member =>
        {
            switch (member)
            {
                case "authority": authority = json.Known("authority", authorities); break;
                case "from": from = json.Date(); break;
                case "seen": seen = json.Date(); break;
                case "until": until = json.Date(); break;
                case "status": status = json.Name<ListingStatus>("status"); break;
                case "named": named = json.Text(); break;
                case "part": part = json.Text(); break;
                case "entities": entities = json.Items(json.Text); break;
                case "products": products = json.Items(json.Id); break;
                default: source = json.Source(); break;
            }
        });

        if (from is null == seen is null) json.Problem(start, "a listing has either 'from' or, where the start is not known, 'seen'");
        if (until < (from ?? seen)) json.Problem(start, "'until' is before the first day");
        if (status is ListingStatus.Withdrawn or ListingStatus.Superseded && until is null) json.Problem(start, "a listing that has ended needs its 'until'");
        if ((from ?? seen) is not { } begins || authority is null || status is null) return null;
        return new ReadListing(json.Placed(start, new Listing(authority, begins, from is not null, until, status.Value, named, part, entities, products, source)), start);
    }
}

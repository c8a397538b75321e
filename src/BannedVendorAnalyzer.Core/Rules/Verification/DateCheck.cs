using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>Dates that cannot be, by themselves or together.</summary>
internal static class DateCheck
{
    private const int EarliestYear = 1990;
    private const int MostYearsAhead = 20;

    private static readonly HashSet<string> Past = new(["published", "checked", "listings.seen"], StringComparer.Ordinal);

    public static IEnumerable<FileProblem> Find(ReadVerification read) =>
        read.Texts.SelectMany(text => OfText(text, read.Today))
            .Concat(read.Authorities.Where(authority => authority.Checked < authority.Published).Select(authority =>
                read.Problem(authority, $"'checked' ({authority.Checked}) is before 'published' ({authority.Published}); nobody can have compared it by then")))
            .Concat(OfListings(read));

    private static IEnumerable<FileProblem> OfText(RuleText text, IsoDate today)
    {
        var name = text.Member.Substring(text.Member.LastIndexOf('.') + 1);
        if (name is not ("from" or "until" or "seen" or "published" or "checked") || !IsoDate.TryParse(text.Value, out var date)) yield break;
        if (Past.Contains(text.Member) && date > today) yield return text.Problem($"{text.Value} is in the future ('{name}' tells of something that somebody has seen; today is {today})");
        else if (date.Value.Year < EarliestYear || date.Value.Year > today.Value.Year + MostYearsAhead) yield return text.Problem($"{text.Value} cannot be meant: years are {EarliestYear} to {today.Value.Year + MostYearsAhead}");
    }

    /// <summary>An order can bind before it is published; so the first day of its provisions counts as well.</summary>
    private static IEnumerable<FileProblem> OfListings(ReadVerification read)
    {
        var starts = read.Rules.Authorities.ToDictionary(
            authority => authority.Id,
            authority => authority.Provisions.Select(provision => provision.From).Append(authority.Published).Min(),
            StringComparer.Ordinal);
        foreach (var listing in read.Vendors.SelectMany(vendor => vendor.Listings))
            if (starts.TryGetValue(listing.Authority, out var start) && listing.From < start)
                yield return read.Problem(listing, $"listed from {listing.From}, but '{listing.Authority}' was neither published nor in force before {start}; correct one of the dates");
    }
}

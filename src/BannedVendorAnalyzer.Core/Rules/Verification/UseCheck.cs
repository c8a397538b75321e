using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>Rules that nothing follows from.</summary>
internal static class UseCheck
{
    public static IEnumerable<FileProblem> Find(ReadVerification read)
    {
        // By the texts: a listing with a slip in it is there all the same.
        var listed = read.Texts.Where(text => text.Member == "listings.authority").ToList();
        var used = new HashSet<string>(read.Rules.Vendors.SelectMany(vendor => vendor.Listings).Select(listing => listing.Authority).Concat(listed.Select(text => text.Value)), StringComparer.Ordinal);
        var listing = new HashSet<string>(listed.Select(text => text.File.Path), StringComparer.Ordinal);
        var named = new HashSet<string>(read.Texts.Where(text => text.Member == "entities.name").Select(text => text.File.Path), StringComparer.Ordinal);

        var unused = read.Authorities.Where(authority => !used.Contains(authority.Id)).Select(authority => read.Problem(authority, $"no vendor is listed under '{authority.Id}'; add the listing or take the authority out"));
        var unlisted = read.Vendors.Where(vendor => !listing.Contains(read.Places.File(vendor))).Select(vendor => read.Problem(vendor, $"'{vendor.Id}' has no listing; without an authority that names it there is no vendor"));
        var nameless = read.Vendors.Where(vendor => !named.Contains(read.Places.File(vendor))).Select(vendor => read.Problem(vendor, $"'{vendor.Id}' has no entity; write the company's name as the source has it"));
        return unused.Concat(unlisted).Concat(nameless);
    }
}

using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>Rules that nothing follows from.</summary>
internal static class UseCheck
{
    public static IEnumerable<FileProblem> Find(ReadVerification read)
    {
        // By the texts as well: a listing with a slip in it is there all the same.
        var used = new HashSet<string>(read.Rules.Vendors.SelectMany(vendor => vendor.Listings).Select(listing => listing.Authority), StringComparer.Ordinal);
        var listings = read.Texts.Where(text => text.Member == "listings.authority").ToList();
        used.UnionWith(listings.Select(text => text.Value));
        // A file that cannot be read up to its listings may have any; what is wrong with it is told already.
        var complete = read.Damaged.All(file => listings.Any(text => text.File.Path == file));
        var whole = read.Vendors.Where(vendor => !read.Damaged.Contains(read.Places.File(vendor))).ToList();

        var unused = read.Authorities.Where(authority => complete && !used.Contains(authority.Id)).Select(authority => read.Problem(authority, $"no vendor is listed under '{authority.Id}'; add the listing or take the authority out"));
        var unlisted = whole.Where(vendor => vendor.Listings.Count == 0).Select(vendor => read.Problem(vendor, $"'{vendor.Id}' has no listing; without an authority that names it there is no vendor"));
        var nameless = whole.Where(vendor => vendor.Entities.Count == 0).Select(vendor => read.Problem(vendor, $"'{vendor.Id}' has no entity; write the company's name as the source has it"));
        return unused.Concat(unlisted).Concat(nameless);
    }
}

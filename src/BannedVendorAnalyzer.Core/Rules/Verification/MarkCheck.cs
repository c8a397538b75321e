using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>A mark belongs to one vendor and stands there once, or every vendor that has it says so.</summary>
internal static class MarkCheck
{
    public static IEnumerable<FileProblem> Find(ReadVerification read)
    {
        var owners = read.Rules.Vendors.SelectMany(vendor => ReadVerification.Indicators(vendor).Select(indicator => (vendor.Id, Form: ReadVerification.Form(indicator))))
            .ToLookup(mark => mark.Form, mark => mark.Id, StringComparer.Ordinal);
        var vendors = new HashSet<string>(read.Rules.Vendors.Select(vendor => vendor.Id), StringComparer.Ordinal);
        return read.Vendors.SelectMany(vendor => Twice(read, vendor).Concat(Shared(read, vendor, owners, vendors)));
    }

    private static IEnumerable<FileProblem> Twice(ReadVerification read, Vendor vendor)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(vendor.Entities.SelectMany(entity => entity.Names).Select(NameMatcher.Organisation), StringComparer.Ordinal);
        foreach (var indicator in ReadVerification.Indicators(vendor))
        {
            if (!seen.Add(ReadVerification.Form(indicator))) yield return read.Problem(indicator, $"{Mark(indicator)} is recorded twice for this vendor; keep it once, at the product it belongs to");
            if (indicator.Kind == IndicatorKind.Signer && indicator.SharedWith.Count == 0 && names.Contains(NameMatcher.Organisation(indicator.Value)))
                yield return read.Problem(indicator, $"{Mark(indicator)} counts already, as the name of an entity; take it out");
        }
    }

    private static IEnumerable<FileProblem> Shared(ReadVerification read, Vendor vendor, ILookup<string, string> owners, HashSet<string> vendors)
    {
        foreach (var indicator in ReadVerification.Indicators(vendor))
        {
            var others = owners[ReadVerification.Form(indicator)].Where(id => id != vendor.Id).Distinct(StringComparer.Ordinal).ToList();
            foreach (var other in others.Where(other => !indicator.SharedWith.Contains(other)))
                yield return read.Problem(indicator, $"{Mark(indicator)} is recorded for '{other}' as well; keep it at the vendor it belongs to, or name each other in 'sharedWith'");
            foreach (var named in indicator.SharedWith.Where(named => !others.Contains(named)))
                yield return read.Problem(indicator, vendors.Contains(named) && named != vendor.Id
                    ? $"'sharedWith' names '{named}', where {Mark(indicator)} is not recorded; add it there or take the name out"
                    : $"'sharedWith' names '{named}', which is no other vendor; take it out");
        }
    }

    private static string Mark(Indicator indicator) => $"{RuleNames.Of(indicator.Kind)} '{indicator.Value}'";
}

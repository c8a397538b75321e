using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>Names of entities count as signers, so each stands once and at one vendor.</summary>
internal static class NameCheck
{
    public static IEnumerable<FileProblem> Find(ReadVerification read)
    {
        var owners = read.Rules.Vendors.SelectMany(vendor => vendor.Entities.SelectMany(entity => entity.Names).Select(name => (vendor.Id, Form: NameMatcher.Organisation(name))))
            .ToLookup(name => name.Form, name => name.Id, StringComparer.Ordinal);
        return read.Vendors.SelectMany(vendor => Twice(read, vendor).Concat(Foreign(read, vendor, owners)));
    }

    /// <summary>
    /// Spellings that differ in case, spacing and punctuation alone are one. Legal forms make a difference here: companies of one group
    /// often differ in nothing else.
    /// </summary>
    private static IEnumerable<FileProblem> Twice(ReadVerification read, Vendor vendor)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entity in vendor.Entities)
            foreach (var name in entity.Names.Where(name => !seen.Add(new string([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]))))
                yield return read.Problem(entity, $"the name '{name}' stands here twice but for case, spacing and punctuation; take one out");
    }

    private static IEnumerable<FileProblem> Foreign(ReadVerification read, Vendor vendor, ILookup<string, string> owners)
    {
        var shared = ReadVerification.Indicators(vendor).Where(indicator => indicator.Kind == IndicatorKind.Signer).ToLookup(indicator => NameMatcher.Organisation(indicator.Value), StringComparer.Ordinal);
        foreach (var entity in vendor.Entities)
            foreach (var form in entity.Names.Select(NameMatcher.Organisation).Distinct(StringComparer.Ordinal))
                foreach (var other in owners[form].Distinct(StringComparer.Ordinal).Where(other => other != vendor.Id && !shared[form].Any(indicator => indicator.SharedWith.Contains(other))))
                    yield return read.Problem(entity, $"'{form}' is also the name of an entity of '{other}'; keep it at the vendor that it belongs to, or add a 'signer' indicator with 'sharedWith' to both");
    }
}

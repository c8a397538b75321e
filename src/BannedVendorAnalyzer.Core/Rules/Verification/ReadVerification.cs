using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>The rules as far as they could be read; what each check looks at.</summary>
/// <param name="Rules">All rules, with those that the verified ones add to.</param>
/// <param name="Vendors">The vendors of the verified files.</param>
/// <param name="Authorities">The authorities of the verified files.</param>
/// <param name="Texts">The texts of the verified files.</param>
/// <param name="Damaged">Files that the reader found wrong: something of them may be missing here that is in the file.</param>
internal sealed record ReadVerification(
    RuleSet Rules,
    IReadOnlyList<Vendor> Vendors,
    IReadOnlyList<Authority> Authorities,
    IReadOnlyList<RuleText> Texts,
    ISet<string> Damaged,
    IReadOnlyList<UnrelatedEvidence> Unrelated,
    IsoDate Today,
    JsonPlaces Places)
{
    public FileProblem Problem(object rule, string message) => Places.Problem(rule, message);

    /// <summary>The marks that the vendor writes as indicators, of the whole and of its products.</summary>
    public static IEnumerable<Indicator> Indicators(Vendor vendor) => vendor.Indicators.Concat(vendor.Products.SelectMany(product => product.Indicators));

    /// <summary>The form in which two marks are the same.</summary>
    public static string Form(Indicator indicator) => $"{RuleNames.Of(indicator.Kind)} {RuleIndex.Normalise(indicator.Kind, indicator.Value)}";
}

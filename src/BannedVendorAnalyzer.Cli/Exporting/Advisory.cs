using System.Text.RegularExpressions;
using BannedVendorAnalyzer.Cli.Explaining;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Exporting;

/// <summary>A package that is prohibited by its id alone, in every version.</summary>
/// <param name="Id">As the rules write it.</param>
/// <param name="Judgements">Those that prohibit it, one for each vendor.</param>
internal sealed partial record Advisory(string Id, IReadOnlyList<Judgement> Judgements)
{
    /// <summary>In the form of NuGet's vulnerability pages, which is also that of its file.</summary>
    public string Key => Id.ToLowerInvariant();

    /// <summary>Relative to the folder of the export, with <c>/</c>.</summary>
    public string Page => $"packages/{Key}.html";

    /// <summary>Ids that the rules record, and those that were seen on the gallery under a recorded prefix, by key.</summary>
    public static IReadOnlyList<Advisory> Of(JudgingBasis basis)
    {
        var judge = new Judge(basis.Rules, basis.Context);
        return
        [
            .. basis.Rules.Vendors.SelectMany(vendor => vendor.Indicators.Concat(vendor.Products.SelectMany(product => product.Indicators))).SelectMany(Ids)
                .Where(id => IsId().IsMatch(id)).Order(StringComparer.Ordinal).DistinctBy(id => id.ToLowerInvariant())
                .Select(id => new Advisory(id, [.. judge.Evaluate([new EvidenceItem(EvidenceKind.PackageId, id)]).Where(judgement => judgement.Verdict == Verdict.Prohibited)]))
                .Where(advisory => advisory.Judgements.Count > 0)
                .OrderBy(advisory => advisory.Key, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Ids(Indicator indicator)
    {
        if (indicator.Kind == IndicatorKind.PackageId) yield return indicator.Value.Trim();
        if (RuleWording.GalleryPackage(indicator.Source) is { } seen) yield return seen;
    }

    /// <summary>What NuGet takes for an id (NuGet.Packaging, PackageIdValidator); no other can be a package's, or the name of a file here.</summary>
    [GeneratedRegex(@"^\w+([.-]\w+)*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex IsId();
}

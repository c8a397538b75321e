using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Selftest;

/// <summary>A recorded mark that is prohibited for whoever builds in a folder, so that a gate which works must stop at it.</summary>
/// <param name="Value">As the rules record it.</param>
public sealed record PlantedMark(string Value, Vendor Vendor)
{
    /// <summary>A package that is prohibited by its id alone; null where there is none.</summary>
    public static PlantedMark? PackageId(RuleSet rules, PolicyBasis basis) => First(rules, basis, IndicatorKind.PackageId, value => new EvidenceItem(EvidenceKind.PackageId, value));

    /// <summary>A library that code may not import; null where there is none.</summary>
    public static PlantedMark? ImportedLibrary(RuleSet rules, PolicyBasis basis) => First(rules, basis, IndicatorKind.NativeLibrary, value => new EvidenceItem(EvidenceKind.NativeImport, value));

    /// <param name="rules">Without what the policy adds: the gate must know the mark by itself.</param>
    /// <param name="show">How the mark would be found in a build.</param>
    private static PlantedMark? First(RuleSet rules, PolicyBasis basis, IndicatorKind kind, Func<string, EvidenceItem> show)
    {
        var judge = new Judge(basis.Rules, basis.Context);
        return rules.Vendors.OrderBy(vendor => vendor.Id, StringComparer.Ordinal)
            .SelectMany(vendor => vendor.Indicators.Concat(vendor.Products.SelectMany(product => product.Indicators)).Where(indicator => indicator.Kind == kind).Select(indicator => new PlantedMark(indicator.Value, vendor)))
            .FirstOrDefault(mark => IsPlainName(mark.Value) && judge.Evaluate([show(mark.Value)]).Any(judgement => judgement.Vendor.Id == mark.Vendor.Id && judgement.Verdict == Verdict.Prohibited));
    }

    /// <summary>It becomes the name of a file, and a text in C# and XML.</summary>
    private static bool IsPlainName(string value) => value.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-') && !value.Contains("..", StringComparison.Ordinal);
}

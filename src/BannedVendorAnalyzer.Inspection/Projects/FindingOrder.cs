using BannedVendorAnalyzer.Findings;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>Identical inputs give identical reports: findings of several frameworks become one, in a fixed order.</summary>
internal static class FindingOrder
{
    public static IReadOnlyList<Finding> Merge(IReadOnlyCollection<Finding> findings) => findings.Count == 0 ? [] :
    [
        .. findings
            .GroupBy(finding => (finding.Descriptor.Id, finding.Package?.Id, finding.Package?.Version, Component: finding.Package is null ? finding.Path[finding.Path.Count - 1] : null, Vendor: finding.Judgement?.Vendor.Id, finding.Location.File, Problem: finding.Judgement is null ? finding.Text.Observed : null))
            .Select(group => group.First() with { Frameworks = [.. group.SelectMany(finding => finding.Frameworks).Distinct().OrderBy(name => name, StringComparer.Ordinal)] })
            .OrderBy(finding => finding.Location.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Location.Line)
            .ThenBy(finding => finding.Descriptor.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.Package?.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.Judgement?.Vendor.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.Text.Observed, StringComparer.Ordinal),
    ];
}

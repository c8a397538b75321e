using System.Globalization;
using System.Text;
using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Init;

/// <summary>What a check found, in a few lines: one for each vendor.</summary>
internal static class FoundSummary
{
    private const int MostNames = 5;

    public static string Of(CheckReport report, ToolHost host)
    {
        var text = new StringBuilder();
        text.AppendLine(TextReport.Summary(report));
        foreach (var vendor in report.Findings.Where(finding => finding.Judgement is not null).GroupBy(finding => (finding.Verdict, finding.Judgement!.Vendor.Id)).OrderByDescending(group => group.Key.Verdict).ThenBy(group => group.Key.Id, StringComparer.Ordinal))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {RuleNames.Of(vendor.Key.Verdict)}: {vendor.Key.Id}, {Some(vendor.Select(Name))}");
        var unclear = report.Findings.Where(finding => finding.Judgement is null).ToList();
        if (unclear.Count > 0) text.AppendLine(CultureInfo.InvariantCulture, $"  not wholly looked at: {Some(unclear.Select(finding => finding.Package?.Key ?? host.Relative(finding.Project)))}");
        return text.ToString();
    }

    private static string Name(Finding finding) => finding.Package is { } package ? $"{package.Id} {package.Version}" : finding.Path[^1];

    private static string Some(IEnumerable<string> names)
    {
        var all = names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return PrintableText.Of(string.Join(", ", all.Take(MostNames))) + (all.Count > MostNames ? string.Create(CultureInfo.InvariantCulture, $" and {all.Count - MostNames} more") : "");
    }
}

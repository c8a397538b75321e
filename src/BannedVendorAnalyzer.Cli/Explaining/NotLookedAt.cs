using BannedVendorAnalyzer.Cli.Reports;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>What nothing is known of: silence about it would read as if the package were not there.</summary>
internal static class NotLookedAt
{
    private const int Most = 5;

    public static void Append(Page page, PackageSearch search, ToolHost host)
    {
        foreach (var project in search.NotSupported) page.Heading($"Not looked at: {project}, because projects of this kind are not supported");
        if (search.NotLookedAt.Count == 0) return;
        page.Heading($"Not looked at, so it may be there too ({TextReport.Counted(search.NotLookedAt.Count, "project")}; a path after the word has them restored)");
        foreach (var finding in search.NotLookedAt.Take(Most)) page.Line(2, $"{host.Relative(finding.Project)}: {finding.Text.Observed}");
        if (search.NotLookedAt.Count > Most) page.Line(2, $"and {search.NotLookedAt.Count - Most} more");
    }
}

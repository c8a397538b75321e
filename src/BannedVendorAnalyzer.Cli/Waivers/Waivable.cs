using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Cli.Waivers;

/// <summary>Something that a waiver can be written for.</summary>
/// <param name="File">The policy file that decides about it; null where there is none.</param>
internal sealed record Waivable(Judgement Judgement, WaivedContent Content, PolicyFile? File)
{
    /// <summary>What was found and is not waived yet.</summary>
    public static IEnumerable<Waivable> Of(CheckReport report) =>
        report.Projects.SelectMany(project => project.Result.Findings.Select(finding => (Finding: finding, project.Result.Context)))
            .Where(one => !one.Finding.IsWaived && one.Finding.Content is not null)
            .Select(one => new Waivable(one.Finding.Judgement!, one.Finding.Content!, one.Context?.Policy?.Deciding));
}

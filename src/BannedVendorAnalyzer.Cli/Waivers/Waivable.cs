using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Cli.Waivers;

/// <summary>Something that a waiver can be written for.</summary>
/// <param name="File">The policy file that decides about it; null where there is none.</param>
internal sealed record Waivable(Judgement Judgement, WaivedContent Content, PolicyFile? File)
{
    /// <summary>What was found about it and is not waived yet.</summary>
    /// <param name="what">Id of a package, or a file as waivers name it.</param>
    public static IEnumerable<Waivable> Of(CheckReport report, string what, ToolHost host)
    {
        var inProjects = report.Results.SelectMany(result => result.Findings.Where(finding => !finding.IsWaived && finding.Content is { } content && Is(content.Name, what))
            .Select(finding => new Waivable(finding.Judgement!, finding.Content!, result.Context?.Policy?.Deciding)));
        var inContents = from content in report.Contents
                         from finding in content.Findings
                         where !finding.IsWaived && finding.Judgement is not null
                         from file in Files(finding, host)
                         let name = PathComparison.Below(content.Context.Policy?.Root ?? host.WorkingFolder, file)
                         where Is(name, what)
                         select new Waivable(finding.Judgement!, new WaivedContent(true, name, "", FileHash.Sha256(file) ?? ""), content.Context.Policy?.Deciding);
        return inProjects.Concat(inContents);
    }

    /// <summary>Full paths of the files on disk that hold what was found: of a package its archive.</summary>
    private static IEnumerable<string> Files(Finding finding, ToolHost host) => finding.Package is null
        ? finding.Judgement!.Matches.Select(match => Path.GetFullPath(match.Evidence.File!.Split("!/")[0], host.WorkingFolder)).Distinct()
        : [finding.Location.File];

    private static bool Is(string left, string right) => string.Equals(left, right.Replace('\\', '/'), StringComparison.OrdinalIgnoreCase);
}

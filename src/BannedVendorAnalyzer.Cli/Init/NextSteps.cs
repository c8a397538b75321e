using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Cli.Init;

/// <summary>What to do once the first policy is written.</summary>
internal static class NextSteps
{
    public static string Of(CheckReport report, string file, IReadOnlyList<string> audiences) =>
        $"""
        Wrote {file} for {string.Join(", ", audiences)}. Next:
          1. Look at it and commit it.
          2. Put the gate into every project ({report.Projects.Count(project => project.Result.IsGated == true)} of {TextReport.Counted(report.Projects.Count, "project")} run it now), e.g. in Directory.Build.props:
             <PackageReference Include="{ReportedElsewhere.GateId}" Version="{JsonText.Version()}" PrivateAssets="all" />
          3. What is prohibited: remove it, or 'banned-vendors waivers add PACKAGE', and fill in why and who approves it.
          4. What is to be reviewed: 'banned-vendors baseline write' takes over what is there now, so that only what is new is warned about.
          5. In CI: 'banned-vendors check'. Its exit code is not 0 where something is prohibited or could not be looked at.

        """.ReplaceLineEndings();
}

using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Cli.Selftest;

/// <summary>What became of one planted thing.</summary>
/// <param name="ExitCode">As the tool ends for this alone.</param>
/// <param name="Verdict">Follows the name of what was planted.</param>
/// <param name="Reasons">Why it was not caught, and what to mend.</param>
internal sealed record PlantOutcome(int ExitCode, string Verdict, IReadOnlyList<string> Reasons)
{
    /// <summary>More lines of somebody else's build help nobody.</summary>
    private const int MostErrors = 5;

    /// <param name="mark">What a line about the planted thing names.</param>
    /// <param name="codes">Under which it can be caught.</param>
    public static PlantOutcome Of(GateBuild build, string mark, params DiagnosticDescriptor[] codes)
    {
        var about = build.Messages.Where(message => codes.Any(code => code.Id == message.Code) && message.Text.Contains($"'{mark}'", StringComparison.Ordinal)).ToList();
        var stopped = about.Where(message => message.IsError).Select(message => message.Code).Distinct().ToList();
        if (stopped.Count > 0 && build.ExitCode != 0) return new PlantOutcome(Cli.ExitCode.Clear, $"caught by {string.Join(" and ", stopped)}", []);
        if (about.Count > 0) return new PlantOutcome(Cli.ExitCode.Prohibited, $"only warned about ({about[0].Code}), and the build passed", Loosened(build));
        if (build.ExitCode == 0) return new PlantOutcome(Cli.ExitCode.Prohibited, "NOT caught, and the build passed", Mend(build));

        var errors = build.Messages.Where(message => message.IsError).Select(message => $"{message.Code}: {message.Text}").Concat(build.OtherErrors).Take(MostErrors).ToList();
        return new PlantOutcome(Cli.ExitCode.Unverified, "not tried, because the build failed before", errors.Count > 0 ? errors : [.. build.Output.Split('\n').TakeLast(MostErrors)]);
    }

    private static List<string> Loosened(GateBuild build) =>
        [.. build.Messages.Where(message => message.Code == DiagnosticCatalog.Loosened.Id).Select(message => $"{message.Code}: {message.Text}")];

    private static List<string> Mend(GateBuild build)
    {
        var loosened = Loosened(build);
        if (loosened.Count > 0) return loosened;
        var assets = AssetsFileReader.Read(Path.Combine(build.Intermediate, "project.assets.json")).Assets;
        if (assets?.Libraries.Values.FirstOrDefault(library => string.Equals(library.Id, ReportedElsewhere.GateId, StringComparison.OrdinalIgnoreCase)) is not { } gate)
            return [$"projects here do not get the package {ReportedElsewhere.GateId}: reference it in the Directory.Build.props above all of them, or as GlobalPackageReference in Directory.Packages.props"];

        return [ReportedElsewhere.IsGated(assets)
            ? $"the package {gate.Key} is referenced and did not stop it: look for targets of the names BannedVendorCheck and BannedVendorCheckOutput, for ImportProjectExtensionTargets, and for a version with older rules than those of this tool"
            : $"the package {gate.Key} is referenced without its build files: look for ExcludeAssets and IncludeAssets of the reference"];
    }
}

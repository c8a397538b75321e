using System.Text.RegularExpressions;
using BannedVendorAnalyzer.Cli.Targets;

namespace BannedVendorAnalyzer.Cli.Selftest;

/// <summary>One line of ours in what a build printed.</summary>
internal sealed record GateMessage(bool IsError, string Code, string Text);

/// <summary>A real build of a planted project.</summary>
/// <param name="Intermediate">Full path of the folder that NuGet and the compiler wrote into.</param>
internal sealed partial record GateBuild(string Project, string Intermediate, int ExitCode, string Output)
{
    public IReadOnlyList<GateMessage> Messages { get; } =
        [.. Form().Matches(Output).Select(match => new GateMessage(match.Groups["severity"].Value == "error", match.Groups["code"].Value, match.Groups["text"].Value.Trim())).Distinct()];

    /// <summary>Errors of others, as they are printed.</summary>
    public IReadOnlyList<string> OtherErrors { get; } = [.. Output.Split('\n').Select(line => line.Trim()).Where(line => OtherForm().IsMatch(line)).Distinct()];

    /// <summary>Only places and what would reach out of the planted folder are given from outside; everything else is what the repository says.</summary>
    public static async Task<GateBuild> Run(PlantedProjects planted, string project, PlantedSettings settings, CancellationToken stop)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var intermediate = Path.Combine(planted.Folder, $"obj-{name}");
        var output = Path.Combine(planted.Folder, $"bin-{name}");
        (string Name, string Value)[] properties =
        [
            ("UseArtifactsOutput", "false"),
            ("BaseIntermediateOutputPath", Slashed(intermediate)),
            ("MSBuildProjectExtensionsPath", Slashed(intermediate)),
            ("IntermediateOutputPath", Slashed(intermediate)),
            ("BaseOutputPath", Slashed(output)),
            ("OutputPath", Slashed(output)),
            ("OutDir", Slashed(output)),
            ("GeneratePackageOnBuild", "false"),
            ("RestorePackagesPath", Slashed(planted.Packages)),
            ("RestoreAdditionalProjectFallbackFolders", settings.FallbackFolders),
            ("RestorePackagesWithLockFile", "false"),
            ("RestoreLockedMode", "false"),
            ("NuGetLockFilePath", Path.Combine(intermediate, "packages.lock.json")),
            ("NuGetAudit", "false"),
            ("UseSharedCompilation", "false"),
            .. string.IsNullOrEmpty(settings.Request.Audiences) ? Array.Empty<(string, string)>() : [("BannedVendorAudiences", settings.Request.Audiences)],
        ];
        var (exitCode, text) = await DotNet.RunIn(planted.Folder, stop, ["build", project, "-nologo", "-tl:off", "-v:m", "-clp:NoSummary", "-nodeReuse:false", .. properties.Select(property => $"-p:{property.Name}={Escaped(property.Value)}")]);
        return new GateBuild(project, intermediate, exitCode, text);
    }

    private static string Slashed(string folder) => folder + Path.DirectorySeparatorChar;

    /// <summary>What separates properties on a command line, and what escapes it (MSBuild special characters).</summary>
    private static string Escaped(string value) => value.Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    [GeneratedRegex(@": (?<severity>error|warning) (?<code>BVA\d{4}): (?<text>.*)")]
    private static partial Regex Form();

    [GeneratedRegex(@"(^|: )error\b(?! BVA\d{4})")]
    private static partial Regex OtherForm();
}

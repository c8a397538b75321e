using System.Text.Json;
using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Inspection.Policies;

namespace BannedVendorAnalyzer.Cli.Selftest;

/// <summary>What the build files of a folder say to a project in it, as MSBuild evaluates them.</summary>
/// <param name="FallbackFolders">Package folders that exist already, separated by <c>;</c>: what is there need not be fetched again.</param>
internal sealed record PlantedSettings(PolicyRequest Request, string FallbackFolders)
{
    private const string FoldersOfRepository = "RestoreAdditionalProjectFallbackFolders";
    private static readonly string[] Names = ["BannedVendorAudiences", "BannedVendorAsOf", "BannedVendorPolicyFile", "RestorePackagesPath", FoldersOfRepository];

    /// <returns>The settings, or what the SDK printed when it could not tell them.</returns>
    public static async Task<(PlantedSettings? Settings, string Output)> Read(PlantedProjects planted, CancellationToken stop)
    {
        var told = await Task.WhenAll(
            DotNet.RunIn(planted.Folder, stop, "msbuild", planted.PackageProject, "-nologo", $"-getProperty:{string.Join(',', Names)}"),
            DotNet.RunIn(planted.Folder, stop, "nuget", "locals", "global-packages", "--list", "--force-english-output"));
        var (exitCode, output) = told[0];
        if (exitCode != 0) return (null, output);

        using var json = JsonDocument.Parse(output);
        var properties = json.RootElement.GetProperty("Properties");
        string Value(string name) => properties.GetProperty(name).GetString() ?? "";
        string? FullPath(string path) => path.Length == 0 ? null : Path.GetFullPath(path, planted.Folder);

        var packages = FullPath(Value("RestorePackagesPath")) ?? FullPath(Listed(told[1].Output));
        string[] folders = [Value(FoldersOfRepository), .. Directory.Exists(packages) ? [packages] : Array.Empty<string>()];
        var request = new PolicyRequest(FullPath(Value("BannedVendorPolicyFile")), Value("BannedVendorAudiences"), Value("BannedVendorAsOf"));
        return (new PlantedSettings(request, string.Join(';', folders.Where(folder => folder.Length > 0))), output);
    }

    /// <summary>Of <c>global-packages: /path/</c>.</summary>
    private static string Listed(string locals) => locals.Split('\n').Select(line => line.Trim().Split(": ", 2)).FirstOrDefault(parts => parts is ["global-packages", _])?[1] ?? "";
}

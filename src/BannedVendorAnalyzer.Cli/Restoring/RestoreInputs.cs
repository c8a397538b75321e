using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Cli.Restoring;

/// <summary>The files that a restore goes by, as far as they can be told without evaluating the project.</summary>
internal static class RestoreInputs
{
    /// <summary>What restore writes itself, as its last file, when the versions have changed.</summary>
    public const string LockFile = "packages.lock.json";

    /// <summary>Where case counts, NuGet takes each of these (NuGet.Configuration, Settings.OrderedSettingsFileNames).</summary>
    private static readonly string[] ConfigNames = ["nuget.config", "NuGet.config", "NuGet.Config"];

    /// <returns>Full paths; some of them may not exist.</returns>
    public static IEnumerable<string> Of(string projectPath)
    {
        var folder = Path.GetDirectoryName(projectPath)!;
        return [.. ReferenceFiles.Of(projectPath), Path.Combine(folder, LockFile), .. Configs(folder), .. NearestGlobalJson(folder)];
    }

    private static IEnumerable<string> Configs(string folder) => Upwards(folder).SelectMany(above => ConfigNames.Select(name => Path.Combine(above, name)));

    /// <summary>It chooses the SDK, which brings package versions of its own; those further up do not count.</summary>
    private static IEnumerable<string> NearestGlobalJson(string folder) => Upwards(folder).Select(above => Path.Combine(above, "global.json")).Where(File.Exists).Take(1);

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above)) yield return above;
    }
}

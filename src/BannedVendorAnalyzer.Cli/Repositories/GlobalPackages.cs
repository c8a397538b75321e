using BannedVendorAnalyzer.Inspection.Repositories;

namespace BannedVendorAnalyzer.Cli.Repositories;

/// <summary>Where NuGet keeps unpacked packages, as NuGet.Configuration looks for it (SettingsUtility.GetGlobalPackagesFolder).</summary>
internal static class GlobalPackages
{
    /// <summary>The folder that the environment names, else those of the repository's settings, else the user's.</summary>
    public static IReadOnlyList<string> Folders(IEnumerable<RepositoryFile> files, ToolHost host)
    {
        if (host.Variable("NUGET_PACKAGES") is { Length: > 0 } named) return [Path.GetFullPath(named, host.WorkingFolder)];
        var home = host.Variable("DOTNET_CLI_HOME") is { Length: > 0 } other ? other : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (home.Length == 0) return [];
        string[] users = [Path.Combine(home, ".nuget", "NuGet"), Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "NuGet")];
        var settings = files.Where(file => file.Kind == RepositoryFileKind.NugetConfig).Select(file => file.Path).Concat(users.Select(folder => Path.Combine(folder, "NuGet.Config")));
        return [.. settings.SelectMany(NugetConfigReader.PackageFolders), Path.Combine(home, ".nuget", "packages")];
    }
}

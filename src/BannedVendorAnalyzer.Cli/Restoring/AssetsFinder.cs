using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Cli.Restoring;

/// <summary>Finds a project's assets file in the two usual places; only MSBuild can tell of others.</summary>
internal static class AssetsFinder
{
    /// <returns>Null where neither place holds one of this project.</returns>
    public static string? Find(string projectPath) => Places(projectPath).FirstOrDefault(assets => File.Exists(assets) && IsOf(assets, projectPath));

    /// <summary>The obj folder, and that of the artifacts layout in each folder above.</summary>
    private static IEnumerable<string> Places(string projectPath)
    {
        yield return AssetsLocation.Default(projectPath);
        for (var above = Path.GetDirectoryName(projectPath); above is not null; above = Path.GetDirectoryName(above))
            yield return AssetsLocation.InArtifacts(above, projectPath);
    }

    /// <summary>Projects that share a folder have an obj folder each, and those of one name an artifacts folder; a file that cannot be read is for the check to tell.</summary>
    private static bool IsOf(string assets, string projectPath)
    {
        var isUsual = assets == AssetsLocation.Default(projectPath);
        if (isUsual && !Directory.EnumerateFiles(Path.GetDirectoryName(projectPath)!).Where(TargetFinder.IsProject).Skip(1).Any()) return true;
        return AssetsFileReader.Read(assets).Assets is not { } read || PathComparison.LeadToTheSameFile(read.ProjectPath, projectPath);
    }
}

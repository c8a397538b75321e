namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>Where NuGet puts the assets file of a project that moves nothing (NuGet: obj below the project folder).</summary>
public static class AssetsLocation
{
    public const string FileName = "project.assets.json";

    public static string Default(string projectPath) => Path.Combine(Path.GetDirectoryName(projectPath)!, "obj", FileName);
}

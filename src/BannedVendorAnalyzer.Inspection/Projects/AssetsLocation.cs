namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>Where NuGet puts assets files.</summary>
public static class AssetsLocation
{
    private const string FileName = "project.assets.json";

    /// <summary>For a project that moves nothing: <c>obj</c> below the project folder.</summary>
    public static string Default(string projectPath) => Path.Combine(Path.GetDirectoryName(projectPath)!, "obj", FileName);

    /// <summary>For a project of the artifacts layout whose artifacts folder stands in <paramref name="folder"/> (SDK: UseArtifactsOutput).</summary>
    public static string InArtifacts(string folder, string projectPath) => Path.Combine(folder, "artifacts", "obj", Path.GetFileNameWithoutExtension(projectPath), FileName);

    /// <summary>For a project beside one whose assets file is known: the usual place, or the same place under its own name (the artifacts layout, <c>obj/&lt;project&gt;</c>).</summary>
    public static IEnumerable<string> Candidates(string projectPath, string assetsOfAnother)
    {
        yield return Default(projectPath);
        var folderOfAll = Path.GetDirectoryName(Path.GetDirectoryName(assetsOfAnother));
        if (folderOfAll is not null) yield return Path.Combine(folderOfAll, Path.GetFileNameWithoutExtension(projectPath), FileName);
    }
}

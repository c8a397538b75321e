namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>Where NuGet puts assets files.</summary>
public static class AssetsLocation
{
    private const string FileName = "project.assets.json";

    /// <summary>For a project that moves nothing: <c>obj</c> below the project folder.</summary>
    public static string Default(string projectPath) => Path.Combine(Path.GetDirectoryName(projectPath)!, "obj", FileName);

    /// <summary>For a project of the artifacts layout whose artifacts folder stands in <paramref name="folder"/> (SDK: UseArtifactsOutput).</summary>
    public static string InArtifacts(string folder, string projectPath) => Path.Combine(folder, "artifacts", "obj", Path.GetFileNameWithoutExtension(projectPath), FileName);

    /// <summary>
    /// For a project referenced by one whose assets file is known. Repositories move <c>obj</c> for all projects alike, so first the same
    /// place in its own folder, then the same place under its own name (the artifacts layout, <c>obj/&lt;project&gt;</c>), then the usual one.
    /// </summary>
    public static IEnumerable<string> Candidates(string projectPath, string referencing, string assetsOfReferencing)
    {
        var folder = Path.GetDirectoryName(referencing) + Path.DirectorySeparatorChar;
        if (assetsOfReferencing.StartsWith(folder, StringComparison.Ordinal)) yield return Path.Combine(Path.GetDirectoryName(projectPath)!, assetsOfReferencing.Substring(folder.Length));
        var folderOfAll = Path.GetDirectoryName(Path.GetDirectoryName(assetsOfReferencing));
        if (folderOfAll is not null) yield return Path.Combine(folderOfAll, Path.GetFileNameWithoutExtension(projectPath), FileName);
        yield return Default(projectPath);
    }
}

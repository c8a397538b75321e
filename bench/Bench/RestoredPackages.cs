using System.Text.Json;

namespace BannedVendorAnalyzer.Bench;

/// <summary>Folders of every package that the projects of this repository are restored from.</summary>
internal static class RestoredPackages
{
    private static readonly string[] Parts = ["src", "tests", "bench"];

    public static List<string> Folders() =>
    [
        .. Parts
            .SelectMany(part => Directory.GetDirectories(Path.Combine(Setting.Repository, part)))
            .Select(project => Path.Combine(project, "obj", "project.assets.json"))
            .Where(File.Exists)
            .SelectMany(FoldersOf)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static List<string> FoldersOf(string assetsFile)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(assetsFile));
        var packages = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        return [.. assets.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .SelectMany(library => packages.Select(folder => Path.Combine(folder, library.Value.GetProperty("path").GetString()!)))
            .Where(Directory.Exists)];
    }
}

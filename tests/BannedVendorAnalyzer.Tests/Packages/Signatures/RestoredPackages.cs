using System.Text.Json;

namespace BannedVendorAnalyzer.Tests.Packages.Signatures;

/// <summary>Signatures of the packages that this test project itself is restored from.</summary>
internal static class RestoredPackages
{
    public static List<string> FindSignatures()
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(AssetsFile()));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name);
        var libraries = assets.RootElement.GetProperty("libraries").EnumerateObject()
            .Select(library => library.Value)
            .Where(library => library.GetProperty("type").GetString() == "package")
            .Select(library => library.GetProperty("path").GetString()!)
            .ToList();
        return [.. folders
            .SelectMany(folder => libraries.Select(library => Path.Combine(folder, library, ".signature.p7s")))
            .Where(File.Exists)
            .Order(StringComparer.Ordinal)];
    }

    // Not by the path of this file: a CI build replaces it to be reproducible.
    private static string AssetsFile()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "obj", "project.assets.json");
            if (File.Exists(file))
                return file;
        }

        throw new FileNotFoundException($"No obj/project.assets.json above '{AppContext.BaseDirectory}'.");
    }
}

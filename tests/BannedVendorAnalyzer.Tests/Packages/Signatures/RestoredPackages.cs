using System.Text.Json;

namespace BannedVendorAnalyzer.Tests.Packages.Signatures;

/// <summary>Signatures of every package that the projects of this repository are restored from.</summary>
internal static class RestoredPackages
{
    public static List<string> FindSignatures() =>
    [
        .. new[] { "src", "tests", "bench" }
            .SelectMany(part => Directory.GetDirectories(Path.Combine(Repository.Root, part)))
            .Select(project => Path.Combine(project, "obj", "project.assets.json"))
            .Where(File.Exists)
            .SelectMany(SignaturesOf)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static List<string> SignaturesOf(string assetsFile)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(assetsFile));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name);
        var libraries = assets.RootElement.GetProperty("libraries").EnumerateObject()
            .Select(library => library.Value)
            .Where(library => library.GetProperty("type").GetString() == "package")
            .Select(library => library.GetProperty("path").GetString()!);
        return [.. folders.SelectMany(folder => libraries.Select(library => Path.Combine(folder, library, ".signature.p7s"))).Where(File.Exists)];
    }
}

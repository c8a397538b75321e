using System.Text.Json;
using BannedVendorAnalyzer.Tests.Packages.Signatures;

namespace BannedVendorAnalyzer.Bench;

/// <summary>Makes a restored project of any size: package folders with nuspec and signature, an assets file, and a build that runs only our task.</summary>
internal static class MadeProject
{
    private const int FilesPerPackage = 40;

    public static string Write(string folder, string task, int packages)
    {
        var ids = Enumerable.Range(0, packages).Select(number => $"Contoso.Library{number:000}").ToArray();
        var signature = SignatureBuilder.Build("Contoso Ltd", "1234567", ["contoso"]);
        foreach (var id in ids) WritePackage(Path.Combine(folder, "packages", id.ToLowerInvariant(), "1.0.0"), id, signature);

        var project = Path.Combine(folder, "App.proj");
        var assets = Path.Combine(folder, "project.assets.json");
        File.WriteAllText(assets, Assets(folder, project, ids));
        File.WriteAllText(project, $"""
            <Project>
              <UsingTask TaskName="BannedVendorAnalyzer.MSBuild.CheckBannedVendors" AssemblyFile="{task}" />
              <Target Name="Check">
                <CheckBannedVendors Check="true" ProjectPath="$(MSBuildProjectFullPath)" AssetsPath="{assets}" TargetFramework="net10.0" />
              </Target>
            </Project>
            """);
        return project;
    }

    private static void WritePackage(string folder, string id, byte[] signature)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, ".signature.p7s"), signature);
        File.WriteAllText(Path.Combine(folder, $"{id.ToLowerInvariant()}.nuspec"), $"""
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>{id}</id><version>1.0.0</version><authors>Contoso</authors><repository type="git" url="https://example.org/contoso/libraries" /></metadata>
            </package>
            """);
    }

    /// <summary>Each package depends on the two behind it in the list, so that the graph is deep.</summary>
    private static string Assets(string folder, string project, string[] ids) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["version"] = 3,
        ["targets"] = new Dictionary<string, object>
        {
            ["net10.0"] = ids.Select((id, index) => (id, dependencies: ids.Skip(index + 1).Take(2))).ToDictionary(
                node => $"{node.id}/1.0.0",
                node => (object)new { type = "package", dependencies = node.dependencies.ToDictionary(id => id, _ => "1.0.0"), compile = new Dictionary<string, object> { [$"lib/net10.0/{node.id}.dll"] = new() } }),
        },
        ["libraries"] = ids.ToDictionary(id => $"{id}/1.0.0", id => (object)new { sha512 = "", type = "package", path = $"{id.ToLowerInvariant()}/1.0.0", files = Files(id) }),
        ["projectFileDependencyGroups"] = new Dictionary<string, object> { ["net10.0"] = new[] { $"{ids[0]} >= 1.0.0" } },
        ["packageFolders"] = new Dictionary<string, object> { [Path.Combine(folder, "packages") + "/"] = new() },
        ["project"] = new Dictionary<string, object>
        {
            ["restore"] = new { projectPath = project, projectName = "App" },
            ["frameworks"] = new Dictionary<string, object> { ["net10.0"] = new { targetAlias = "net10.0" } },
        },
    });

    private static IEnumerable<string> Files(string id) =>
        Enumerable.Range(0, FilesPerPackage).Select(number => $"lib/net{number}.0/{id}.dll").Append(".signature.p7s").Append($"{id.ToLowerInvariant()}.nuspec");
}

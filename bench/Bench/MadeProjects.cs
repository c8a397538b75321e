using System.Text.Json;
using BannedVendorAnalyzer.Tests.Packages.Signatures;

namespace BannedVendorAnalyzer.Bench;

/// <summary>Projects of any number, to be restored by NuGet or made as if they had been.</summary>
internal static class MadeProjects
{
    private const string Hash = "bm90IGEgaGFzaCwgYnV0IG9mIHRoZSBsZW5ndGggb2Ygb25lOyBub3QgYSBoYXNoLCBidXQgb2YgdGhlIGxlbmd0aA==";

    /// <summary>Projects with all packages behind one reference, and their solution.</summary>
    public static void Write(string folder, int count, bool gate)
    {
        var reference = gate ? """<PackageReference Include="BannedVendorAnalyzer" Version="0.1.0" PrivateAssets="all" />""" : "";
        for (var number = 0; number < count; number++)
        {
            Directory.CreateDirectory(Path.Combine(folder, $"P{number}"));
            File.WriteAllText(Path.Combine(folder, $"P{number}", $"P{number}.csproj"), $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <ItemGroup>{reference}<PackageReference Include="{StandIns.Id(0)}" Version="1.0.0" /></ItemGroup>
                </Project>
                """);
        }

        File.WriteAllText(Path.Combine(folder, "All.slnx"), $"<Solution>{string.Concat(Enumerable.Range(0, count).Select(number => $"<Project Path=\"P{number}/P{number}.csproj\" />"))}</Solution>");
    }

    /// <summary>A project with signed packages, which NuGet would not restore from a test's signature, and a build that runs only our task.</summary>
    public static string WriteSigned(string folder, string gate, int packages)
    {
        var ids = Enumerable.Range(0, packages).Select(StandIns.Id).ToArray();
        var signature = SignatureBuilder.Build("Contoso Ltd", "1234567", ["contoso"]);
        foreach (var id in ids)
        {
            var package = Directory.CreateDirectory(Path.Combine(folder, "packages", id.ToLowerInvariant(), "1.0.0")).FullName;
            File.WriteAllBytes(Path.Combine(package, ".signature.p7s"), signature);
            File.WriteAllText(Path.Combine(package, $"{id.ToLowerInvariant()}.nuspec"), StandIns.Nuspec(id, []));
            File.WriteAllText(Path.Combine(package, ".nupkg.metadata"), $$"""{ "version": 2, "contentHash": "{{Hash}}", "source": "https://gallery.example/v3/index.json" }""");
        }

        var project = Path.Combine(folder, "App.proj");
        var assets = Path.Combine(folder, "project.assets.json");
        File.WriteAllText(assets, Assets(folder, project, ids));
        File.WriteAllText(project, $"""
            <Project>
              <Import Project="{gate}/build/BannedVendorAnalyzer.props" />
              <UsingTask TaskName="BannedVendorAnalyzer.MSBuild.CheckBannedVendors" AssemblyFile="{gate}/tasks/$(_BannedVendorTasks)/BannedVendorAnalyzer.MSBuild.dll" />
              <Target Name="BannedVendorCheck"><CheckBannedVendors Check="true" ProjectPath="$(MSBuildProjectFullPath)" AssetsPath="{assets}" TargetFramework="net10.0" /></Target>
            </Project>
            """);
        return project;
    }

    private static string Assets(string folder, string project, string[] ids) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["version"] = 3,
        ["targets"] = new Dictionary<string, object>
        {
            ["net10.0"] = ids.Select((id, index) => (id, dependencies: ids.Skip(index + 1).Take(2))).ToDictionary(
                node => $"{node.id}/1.0.0",
                node => (object)new { type = "package", dependencies = node.dependencies.ToDictionary(id => id, _ => "1.0.0"), compile = new Dictionary<string, object> { [$"lib/net10.0/{node.id}.dll"] = new() } }),
        },
        ["libraries"] = ids.ToDictionary(id => $"{id}/1.0.0", id => (object)new { sha512 = Hash, type = "package", path = $"{id.ToLowerInvariant()}/1.0.0", files = Files(id) }),
        ["projectFileDependencyGroups"] = new Dictionary<string, object> { ["net10.0"] = new[] { $"{ids[0]} >= 1.0.0" } },
        ["packageFolders"] = new Dictionary<string, object> { [Path.Combine(folder, "packages") + "/"] = new() },
        ["project"] = new Dictionary<string, object>
        {
            ["restore"] = new { projectPath = project, projectName = "App" },
            ["frameworks"] = new Dictionary<string, object> { ["net10.0"] = new { targetAlias = "net10.0" } },
        },
    });

    private static IEnumerable<string> Files(string id) =>
        Enumerable.Range(0, 40).Select(number => $"lib/net{number}.0/{id}.dll").Append(".signature.p7s").Append($"{id.ToLowerInvariant()}.nuspec");
}

using System.Text.Json.Nodes;
using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>What cannot be checked fails the build with a code, a file and, for text, a line.</summary>
public sealed class BrokenTests(Workspace workspace)
{
    [Fact]
    public void DamagedPackagesAndAForeignAssetsFile_AreErrors()
    {
        var folder = workspace.Copy("Broken", "Broken");

        // A first build that passes, so that what is kept of it must not be believed afterwards.
        workspace.Build(folder, "Broken.slnx");
        Damage(folder);

        var build = workspace.Build(folder, "Broken.slnx", "--no-restore").Expect(1);
        var lines = BuildLine.Of(build, folder).Where(line => line.Code.StartsWith("BVA", StringComparison.Ordinal)).ToList();

        Assert.Equal(["Entities.csproj", "Foreign.csproj", "Gone.csproj", "Nuspec.csproj", "Planted.csproj"], lines.Select(line => line.Project).Distinct().Order(StringComparer.Ordinal));
        Assert.All(lines, line => Assert.Equal(("BVA0001", "error"), (line.Code, line.Severity)));
        Assert.Equal((1, "broken.nuspec.nuspec"), Place(lines, "Nuspec.csproj"));
        Assert.Equal((2, "broken.entities.nuspec"), Place(lines, "Entities.csproj"));
        Assert.Equal((0, ".signature.p7s"), Place(lines, "Planted.csproj"));
        Assert.Equal((0, "project.assets.json"), Place(lines, "Foreign.csproj"));
        Assert.DoesNotContain("   at ", build.Output, StringComparison.Ordinal);

        var tool = workspace.Tool(folder, "check", "Broken.slnx", "--no-restore").Expect(2);
        Assert.Contains("5 unverified", tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TruncatedAssetsFile_IsUnverifiedWithItsLine()
    {
        var folder = workspace.Copy("Broken", "Truncated");
        workspace.DotNet.Run(folder, "restore", "Other/Other.csproj", $"-p:GateVersion={workspace.Version}", "-tl:off").Expect(0);
        var assets = Path.Combine(folder, "Other", "obj", "project.assets.json");
        File.WriteAllText(assets, string.Join('\n', File.ReadAllLines(assets).Take(20)));

        var tool = workspace.Tool(folder, "check", "Other", "--no-restore").Expect(2);

        Assert.Contains("Other/obj/project.assets.json(20,", tool.Output, StringComparison.Ordinal);
        Assert.Contains("unverified BVA0001", tool.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, workspace.Build(folder, "Other/Other.csproj", "--no-restore").ExitCode);
    }

    /// <summary>The SDK goes on compiling from its own cache while the edited file reads clean: what is compiled must be what was judged.</summary>
    [Fact]
    public void PackageTakenOutOfTheAssetsFileByHand_IsAnError()
    {
        var folder = workspace.Copy("Broken", "TakenOut");
        workspace.Build(folder, "Hidden/Hidden.csproj");
        var assets = Path.Combine(folder, "Hidden", "obj", "project.assets.json");
        var written = File.GetLastWriteTimeUtc(assets);
        var json = JsonNode.Parse(File.ReadAllText(assets))!;
        json["targets"]!["net10.0"]!.AsObject().Remove("Broken.Hidden/1.0.0");
        json["libraries"]!.AsObject().Remove("Broken.Hidden/1.0.0");
        File.WriteAllText(assets, json.ToJsonString());
        File.SetLastWriteTimeUtc(assets, written);

        var line = BuildLine.Of(workspace.Build(folder, "Hidden/Hidden.csproj", "--no-restore").Expect(1), folder)[0];

        Assert.Equal(("BVA0001", "error"), (line.Code, line.Severity));
        Assert.Contains("'Broken.Hidden' 1.0.0, which the assets file does not list", line.Message, StringComparison.Ordinal);
    }

    private void Damage(string folder)
    {
        var packages = Path.Combine(workspace.Root, "packages");
        File.WriteAllText(Path.Combine(packages, "broken.nuspec", "1.0.0", "broken.nuspec.nuspec"), "not XML");
        File.WriteAllText(Path.Combine(packages, "broken.entities", "1.0.0", "broken.entities.nuspec"), "<?xml version=\"1.0\"?>\n<!DOCTYPE package [<!ENTITY a \"b\">]>\n<package><metadata><authors>&a;</authors></metadata></package>");
        File.WriteAllText(Path.Combine(packages, "broken.planted", "1.0.0", ".signature.p7s"), "not DER");
        Directory.Delete(Path.Combine(packages, "broken.gone", "1.0.0"), recursive: true);
        File.Copy(Path.Combine(folder, "Other", "obj", "project.assets.json"), Path.Combine(folder, "Foreign", "obj", "project.assets.json"), overwrite: true);
    }

    private static (int Line, string File) Place(IEnumerable<BuildLine> lines, string project)
    {
        var line = lines.First(candidate => candidate.Project == project);
        return (line.Line, Path.GetFileName(line.File));
    }
}

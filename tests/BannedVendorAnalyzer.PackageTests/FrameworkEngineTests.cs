using System.Text.Json.Nodes;
using BannedVendorAnalyzer.PackageTests.Toolkit;
using BannedVendorAnalyzer.Tests.Packages.Signatures;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>The packed gate in MSBuild 16.6 for .NET Framework: the engine and the class library that Visual Studio's MSBuild has.</summary>
public sealed class FrameworkEngineTests(Workspace workspace)
{
    [Fact]
    public void PackedGate_FindsTheSameUnderTheFrameworkEngine()
    {
        FrameworkHost.SkipUnlessItCanRun();
        var folder = Restored();
        Sign(folder, "Signed", "Engine.Signed", "AO Kaspersky Lab");
        Sign(folder, "Clean", "Engine.Clean", "Contoso Ltd");
        File.WriteAllText(InPackage("Engine.Entities", "engine.entities.nuspec"), "<?xml version=\"1.0\"?>\n<!DOCTYPE package [<!ENTITY a \"b\">]>\n<package><metadata><authors>&a;</authors></metadata></package>");

        var prohibited = Build(folder, "Prohibited", 1);
        Assert.Equal("BVA1001 error Prohibited/Prohibited.csproj(5,5) Prohibited.csproj", prohibited.ToString());
        Assert.Contains("Section 1634 of the FY2018 NDAA", prohibited.Message, StringComparison.Ordinal);

        var signed = Build(folder, "Signed", 1);
        Assert.Equal("BVA1001 error Signed/Signed.csproj(5,5) Signed.csproj", signed.ToString());
        Assert.Contains("AO Kaspersky Lab", signed.Message, StringComparison.Ordinal);

        var cache = Path.Combine(folder, "Signed", "obj", "banned-vendors.cache");
        Assert.True(File.Exists(cache), "No evidence was kept.");
        Assert.Equal(signed, Build(folder, "Signed", 1));
        File.WriteAllText(cache, "damaged");
        Assert.Equal(signed, Build(folder, "Signed", 1));
        Assert.NotEqual("damaged", File.ReadAllText(cache));

        var entities = Build(folder, "Entities", 1);
        Assert.Equal(("BVA0001", "error", "engine.entities.nuspec", 2), (entities.Code, entities.Severity, Path.GetFileName(entities.File), entities.Line));

        Assert.Empty(Host(folder, "Clean").Expect(0).Output);
        Truncate(folder, "Clean");
        var truncated = Build(folder, "Clean", 1);
        Assert.Equal(("BVA0001", "error", "Clean/obj/project.assets.json", 20), (truncated.Code, truncated.Severity, truncated.File, truncated.Line));
    }

    /// <summary>The only line of ours.</summary>
    private BuildLine Build(string folder, string project, int exitCode)
    {
        var result = Host(folder, project).Expect(exitCode);
        var lines = BuildLine.Of(result, folder);
        Assert.True(lines.Count == 1, $"{lines.Count} lines of ours\n{result.Output}{result.Error}");
        return lines[0];
    }

    private CommandResult Host(string folder, string project) => FrameworkHost.Build(workspace.DotNet, folder, Path.Combine(project, $"{project}.csproj"));

    private string Restored()
    {
        foreach (var id in new[] { "Engine.Clean", "Engine.Entities", "Engine.Signed" }) PackageBuilder.Write(workspace.Feed, id, "1.0.0");
        var folder = workspace.Copy("FrameworkEngine", "FrameworkEngine");
        workspace.DotNet.Run(folder, "restore", "FrameworkEngine.slnx", $"-p:GateVersion={workspace.Version}", "-tl:off").Expect(0);
        return folder;
    }

    /// <summary>As if it had been restored so: NuGet itself takes no signature that it cannot trust.</summary>
    private void Sign(string folder, string project, string id, string organization)
    {
        File.WriteAllBytes(InPackage(id, ".signature.p7s"), SignatureBuilder.Build(organization, null, ["contoso"]));
        var assets = Path.Combine(folder, project, "obj", "project.assets.json");
        var json = JsonNode.Parse(File.ReadAllText(assets))!;
        json["libraries"]![$"{id}/1.0.0"]!["files"]!.AsArray().Add(".signature.p7s");
        File.WriteAllText(assets, json.ToJsonString());
    }

    private static void Truncate(string folder, string project)
    {
        var assets = Path.Combine(folder, project, "obj", "project.assets.json");
        var indented = JsonNode.Parse(File.ReadAllText(assets))!.ToJsonString(new() { WriteIndented = true });
        File.WriteAllText(assets, string.Join('\n', indented.Split('\n').Take(20)));
    }

    private string InPackage(string id, string file) => Path.Combine(workspace.Root, "packages", id.ToLowerInvariant(), "1.0.0", file);
}

using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests.Bypasses;

/// <summary>A repository that was built once; then somebody changed what NuGet and the gate left behind, and it is built again without a restore.</summary>
public sealed class TamperedRepository
{
    private const string DeletedVersion = "98.0.1";
    private const string EmptiedVersion = "98.0.2";

    private static readonly BypassProject[] Projects =
    [
        new("PlantedSignature") { Package = Package("Bypass.Planted") },
        new("RemovedSignature") { Package = Package("Bypass.Unsigned") },
        new("EditedAssetsFile"),
        new("DamagedCache"),
        new("ForgedCache"),
        new("SwappedContents") { Package = Package("Bypass.Swapped") },
        new("DeletedGate", "", Gate(DeletedVersion)),
        new("EmptiedGate", "", Gate(EmptiedVersion)),
        new("EmptiedImports"),
        new("ForgedRestore", "<CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>"),
    ];

    private readonly string _folder;
    private readonly string _packages;

    public TamperedRepository(Workspace workspace)
    {
        PackageBuilder.Write(workspace.Feed, "Bypass.Planted", "1.0.0");
        PackageBuilder.Write(workspace.Feed, "Bypass.Unsigned", "1.0.0");
        PackageBuilder.Write(workspace.Feed, "Bypass.Swapped", "1.0.0", binaries: ("runtimes/linux-x64/native/libplain.so", Binaries.Plain));
        foreach (var version in new[] { DeletedVersion, EmptiedVersion }) OtherRules.Write(workspace.Feed, workspace.Version, version, "\"kavsdk\"", "\"kavsdk\"");
        _folder = workspace.Copy("Bypasses", "Tampered");
        _packages = Path.Combine(workspace.Root, "packages");
        BypassProject.WriteAll(_folder, "All.slnx", Projects);
        workspace.Build(_folder, "All.slnx");
        Tamper();

        var build = workspace.Build(_folder, "All.slnx", "--no-restore");
        string[] silent = ["ForgedCache", "SwappedContents", "DeletedGate", "EmptiedGate", "EmptiedImports"];
        var findings = Bypass.Read(workspace.Tool(_folder, ["check", .. silent.Select(name => $"{name}/{name}.csproj"), "--no-restore", "--format", "json"]));
        var output = Bypass.Read(workspace.Tool(_folder, "check", "ForgedRestore/bin/Debug/net10.0", "--format", "json"));
        Built = new Bypass(_folder, BuildLine.Of(build, _folder), () => [.. findings, .. output.Select(finding => ("ForgedRestore", finding.Code))]);
    }

    public Bypass Built { get; }

    private static string Package(string id) => $"""<PackageReference Include="{id}" Version="1.0.0" />""";

    private static string Gate(string version) => $"""<ItemGroup><PackageReference Update="BannedVendorAnalyzer" Version="{version}" /></ItemGroup>""";

    private void Tamper()
    {
        File.WriteAllBytes(Path.Combine(_packages, "bypass.planted", "1.0.0", ".signature.p7s"), [0x30, 0x00]);
        EditAssets("RemovedSignature", assets => assets["libraries"]!["Bypass.Unsigned/1.0.0"]!["files"]!.AsArray().Insert(0, ".signature.p7s"));
        foreach (var project in new[] { "EditedAssetsFile", "ForgedRestore" }) EditAssets(project, assets =>
        {
            assets["targets"]!["net10.0"]!.AsObject().Remove("Contoso.Scan/1.0.0");
            assets["libraries"]!.AsObject().Remove("Contoso.Scan/1.0.0");
        });
        Damage(Cache("DamagedCache"));
        Forge("ForgedCache");
        File.WriteAllBytes(Path.Combine(_packages, "bypass.swapped", "1.0.0", "runtimes", "linux-x64", "native", "libplain.so"), Binaries.Renamed);

        // Where analyzers are missing as well, the compiler fails by itself.
        foreach (var part in new[] { "build", "tasks" }) Directory.Delete(Path.Combine(_packages, "bannedvendoranalyzer", DeletedVersion, part), recursive: true);
        File.WriteAllText(Path.Combine(_packages, "bannedvendoranalyzer", EmptiedVersion, "build", "BannedVendorAnalyzer.targets"), "<Project />");
        foreach (var project in new[] { "EmptiedImports", "ForgedRestore" }) File.WriteAllText(Path.Combine(_folder, project, "obj", $"{project}.csproj.nuget.g.targets"), "<Project />");
    }

    private string Cache(string project) => Path.Combine(_folder, project, "obj", "Debug", "net10.0", "banned-vendors.cache");

    /// <summary>Its time is kept, so nothing is restored or resolved again.</summary>
    private void EditAssets(string project, Action<JsonNode> edit)
    {
        var path = Path.Combine(_folder, project, "obj", "project.assets.json");
        var written = File.GetLastWriteTimeUtc(path);
        var assets = JsonNode.Parse(File.ReadAllText(path))!;
        edit(assets);
        File.WriteAllText(path, assets.ToJsonString());
        File.SetLastWriteTimeUtc(path, written);
    }

    private static void Damage(string cache)
    {
        var bytes = File.ReadAllBytes(cache);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(cache, bytes);
    }

    /// <summary>One that says of the same restore that nothing was seen, and ends with the right hash (EvidenceCache).</summary>
    private void Forge(string project)
    {
        const int keyEnd = 15 + 32;
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(File.ReadAllBytes(Cache(project)).AsSpan(0, keyEnd));
        writer.Write(Path.Combine(_folder, project, $"{project}.csproj"));
        writer.Write("net10.0");
        string[] libraries = [.. JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, project, "obj", "project.assets.json")))!["libraries"]!.AsObject().Select(library => library.Key)];
        writer.Write(libraries.Length);
        foreach (var library in libraries) writer.Write(library);
        foreach (var _ in new[] { "witnesses", "packages", "loose files" }) writer.Write(0);
        writer.Write(SHA256.HashData(stream.ToArray()));
        File.WriteAllBytes(Cache(project), stream.ToArray());
    }
}

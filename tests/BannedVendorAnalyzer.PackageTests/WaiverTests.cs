using System.Globalization;
using System.Text.Json;
using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>The life of two exceptions, for a package and for an import in source, as build, analyzer and tool see it.</summary>
public sealed class WaiverTests(Workspace workspace)
{
    private const string PackageFinding = "BVA1001 error App/App.csproj(8,5) App.csproj";
    private const string ImportFinding = "BVA2001 error App/Cameras.cs(12,31) App.csproj";

    private static readonly DateTime Today = DateTime.UtcNow.Date;

    /// <summary>The import's waiver ends a day earlier, so that each end is seen alone.</summary>
    private static readonly DateTime End = Today.AddDays(100);

    private string? _folder;

    private string Folder => _folder ??= workspace.Copy("Waivers", "Waivers");

    [Fact]
    public void Exceptions_FromFindingToTheirEnd()
    {
        // The findings: the package stops the build before the compiler, and the import once the package is waived.
        Policy();
        Assert.Equal([PackageFinding], Built(1));
        Assert.Equal(1, Checked().ExitCode);
        var package = PackageWaiver("1.0.0", Sha512());
        Policy(package);
        Assert.Equal([ImportFinding], Built(1));
        Assert.Contains("App/App.csproj(8,5): prohibited (waived) BVA1001", Checked().Expect(0).Output, StringComparison.Ordinal);

        // Both are waived: source, output and package say so, and fail nothing.
        Policy(package, ImportWaiver("contosocam.dll"));
        var passed = Build("-p:ErrorLog=source.sarif%2Cversion=2.1");
        Assert.Empty(BuildLine.Sorted(passed.Expect(0), Folder));
        Assert.Contains("BVA1001: Package 'Contoso.Leaf' 1.0.0", Waived(passed.Output, End), StringComparison.Ordinal);
        Assert.Contains("BVA1007: Software of Contoso is bound by the project's own output 'App.dll'", Waived(passed.Output, End.AddDays(-1)), StringComparison.Ordinal);
        var sarif = File.ReadAllText(Path.Combine(Folder, "App", "source.sarif"));
        Assert.Contains("BVA2001", Waived(sarif, End.AddDays(-1)), StringComparison.Ordinal);
        Assert.Contains("\"level\": \"note\"", sarif, StringComparison.Ordinal);
        Assert.Contains("0 problems with waivers", workspace.Tool(Folder, "waivers", "check", "--no-restore").Expect(0).Output, StringComparison.Ordinal);

        // What was approved changes.
        Assert.Equal(["BVA0005 error banned-vendors.json(2,1) App.csproj", PackageFinding], Built(1, "-p:LeafVersion=1.1.0"));
        Assert.Contains("error BVA0005", Checked().Expect(5).Output, StringComparison.Ordinal);
        var renewed = PackageWaiver("1.1.0", Sha512());
        Policy(renewed, ImportWaiver("contosocam.dll"));
        Assert.Equal(["BVA0005 error banned-vendors.json(3,1) App.csproj", ImportFinding], Built(1, "-p:LeafVersion=1.1.0", "-p:Library=renamed"));

        // It is approved anew; the ends come near, are there, and have passed.
        Policy(renewed, ImportWaiver("libcontosocam.so"));
        string[] now = ["-p:LeafVersion=1.1.0", "-p:Library=renamed"];
        Assert.Empty(Built(0, now));
        string[] announced = ["BVA0003 warning banned-vendors.json(2,1) App.csproj", "BVA0003 warning banned-vendors.json(3,1) App.csproj"];
        Assert.Equal(announced, Built(0, [.. now, AsOf(End.AddDays(-30)), "-warnaserror"]));
        Assert.Equal(["BVA0003 error banned-vendors.json(3,1) App.csproj", announced[0], ImportFinding], Built(1, [.. now, AsOf(End)]));
        Assert.Equal(["BVA0003 error banned-vendors.json(2,1) App.csproj", PackageFinding], Built(1, [.. now, AsOf(End.AddDays(1))]));
        Assert.Contains("error BVA0003", Checked("--as-of", Iso(End.AddDays(1))).Expect(5).Output, StringComparison.Ordinal);
    }

    /// <summary>The lines that say who accepted it until that day.</summary>
    private static string Waived(string output, DateTime until) =>
        string.Join('\n', output.Split('\n').Where(line => line.Contains($"Waived until {Iso(until)} by Compliance office under organisation-policy (not-applicable): Only run in the laboratory", StringComparison.Ordinal)));

    private static string AsOf(DateTime day) => $"-p:BannedVendorAsOf={Iso(day)}";

    private static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string PackageWaiver(string version, string sha512) => Waiver(End, ("package", "Contoso.Leaf"), ("version", version), ("sha512", sha512));

    private static string ImportWaiver(string import) => Waiver(End.AddDays(-1), ("import", import), ("project", "App/App.csproj"));

    private static string Waiver(DateTime until, params (string Member, string Value)[] subject)
    {
        var members = new Dictionary<string, string>
        {
            ["vendor"] = "contoso",
            ["authority"] = "organisation-policy",
            ["kind"] = "not-applicable",
            ["reason"] = "Only run in the laboratory",
            ["approvedBy"] = "Compliance office",
            ["from"] = Iso(Today),
            ["until"] = Iso(until),
        };
        foreach (var (member, value) in subject) members.Add(member, value);
        return JsonSerializer.Serialize(members);
    }

    /// <summary>Each waiver on a line of its own, from the second.</summary>
    private void Policy(params string[] waivers) => File.WriteAllText(Path.Combine(Folder, "banned-vendors.json"),
        $$"""
        { "root": true, "maxRulesAge": 3650, "audiences": ["ca-government"], "waivers": [
        {{string.Join(",\n", waivers)}}
        ],
          "prohibit": [{ "vendor": "contoso", "from": "2026-01-01", "reason": "Decision 12 of the board" }],
          "vendors": [{ "id": "contoso", "name": "Contoso", "entities": [], "listings": [],
            "indicators": [
              { "kind": "native-library", "value": "contosocam", "source": "our own inventory" },
              { "kind": "package-id", "value": "Contoso.Leaf", "relation": "published", "source": "our own inventory" }],
            "mustMatch": [{ "package-id": "Contoso.Leaf" }], "mustNotMatch": [{ "package-id": "Contoso.Plain" }] }] }
        """);

    private string Sha512()
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "App", "obj", "project.assets.json")));
        return assets.RootElement.GetProperty("libraries").EnumerateObject().Single(library => library.Name.StartsWith("Contoso.Leaf/", StringComparison.Ordinal)).Value.GetProperty("sha512").GetString()!;
    }

    private CommandResult Build(params string[] more) => workspace.Build(Folder, "App/App.csproj", more);

    private string[] Built(int exitCode, params string[] more) => BuildLine.Sorted(Build(more).Expect(exitCode), Folder);

    private CommandResult Checked(params string[] more) => workspace.Tool(Folder, ["check", "App/App.csproj", "--no-restore", .. more]);
}

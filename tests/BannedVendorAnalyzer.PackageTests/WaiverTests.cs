using System.Globalization;
using System.Text.Json;
using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>The life of one exception, as build and tool see it.</summary>
public sealed class WaiverTests(Workspace workspace)
{
    private const string Finding = "BVA1001 error App/App.csproj(7,5) App.csproj";

    private static readonly DateTime Today = DateTime.UtcNow.Date;
    private static readonly DateTime End = Today.AddDays(100);

    private string? _folder;

    private string Folder => _folder ??= workspace.Copy("Waivers", "Waivers");

    [Fact]
    public void Exception_FromFindingToItsEnd()
    {
        // A finding, and its waiver.
        Policy();
        Assert.Equal([Finding], Built(1));
        Assert.Equal(1, Checked().ExitCode);
        Policy(Waiver("1.0.0", Sha512()));
        var passed = Build();
        Assert.Empty(BuildLine.Sorted(passed.Expect(0), Folder));
        Assert.Contains($"Waived until {Iso(End)} by Compliance office under organisation-policy (not-applicable): Only run in the laboratory", passed.Output, StringComparison.Ordinal);
        var report = Checked();
        Assert.Contains("App/App.csproj(7,5): prohibited (waived) BVA1001", report.Expect(0).Output, StringComparison.Ordinal);

        // The package changes.
        Assert.Equal(["BVA0005 error banned-vendors.json(2,1) App.csproj", Finding], Built(1, "-p:LeafVersion=1.1.0"));
        Assert.Contains("error BVA0005", Checked().Expect(5).Output, StringComparison.Ordinal);

        // It is approved anew; the end comes near, is there, and has passed.
        Policy(Waiver("1.1.0", Sha512()));
        Assert.Empty(Built(0, "-p:LeafVersion=1.1.0"));
        Assert.Equal(["BVA0003 warning banned-vendors.json(2,1) App.csproj"], Built(0, "-p:LeafVersion=1.1.0", AsOf(End.AddDays(-30)), "-warnaserror"));
        Assert.Equal(["BVA0003 warning banned-vendors.json(2,1) App.csproj"], Built(0, "-p:LeafVersion=1.1.0", AsOf(End)));
        Assert.Equal(["BVA0003 error banned-vendors.json(2,1) App.csproj", Finding], Built(1, "-p:LeafVersion=1.1.0", AsOf(End.AddDays(1))));
        Assert.Contains("error BVA0003", Checked("--as-of", Iso(End.AddDays(1))).Expect(5).Output, StringComparison.Ordinal);
    }

    private static string AsOf(DateTime day) => $"-p:BannedVendorAsOf={Iso(day)}";

    private static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Waiver(string version, string sha512) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["vendor"] = "contoso",
        ["package"] = "Contoso.Leaf",
        ["version"] = version,
        ["sha512"] = sha512,
        ["authority"] = "organisation-policy",
        ["kind"] = "not-applicable",
        ["reason"] = "Only run in the laboratory",
        ["approvedBy"] = "Compliance office",
        ["from"] = Iso(Today),
        ["until"] = Iso(End),
    });

    /// <summary>Each waiver on a line of its own, from the second.</summary>
    private void Policy(params string[] waivers) => File.WriteAllText(Path.Combine(Folder, "banned-vendors.json"),
        $$"""
        { "root": true, "maxRulesAge": 3650, "audiences": ["ca-government"], "waivers": [
        {{string.Join(",\n", waivers)}}
        ],
          "prohibit": [{ "vendor": "contoso", "from": "2026-01-01", "reason": "Decision 12 of the board" }],
          "vendors": [{ "id": "contoso", "name": "Contoso", "entities": [], "listings": [],
            "indicators": [{ "kind": "package-id", "value": "Contoso.Leaf", "relation": "published", "source": "our own inventory" }],
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

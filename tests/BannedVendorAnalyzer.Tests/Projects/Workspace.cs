using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Inspection.Loose;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Tests.Packages;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Projects;

/// <summary>
/// A folder with restored projects and packages, checked as <c>us-federal-contractor</c> on 2026-11-20. The package
/// <c>Contoso.Scan/1.0.0</c> carries a library of Kaspersky, <c>Contoso.Video/1.0.0</c> and <c>Contoso.Text/1.0.0</c> carry nothing.
/// </summary>
internal sealed class Workspace : IDisposable
{
    public const string Library = "runtimes/linux-x64/native/libkavsdk.so";

    private readonly TempFolder _folder = new();

    public Workspace()
    {
        foreach (var id in new[] { "contoso.scan", "contoso.video", "contoso.text", "bannedvendoranalyzer" })
            _folder.Write($"packages/{id}/1.0.0/{id}.nuspec", "<package><metadata><authors>Contoso</authors></metadata></package>");
    }

    /// <summary>Full path below the folder.</summary>
    public string this[string relative] => _folder[relative];

    public void Dispose() => _folder.Dispose();

    public string Write(string relative, string text) => _folder.Write(relative, text);

    public string Write(string relative, byte[] bytes) => _folder.Write(relative, bytes);

    public void RemovePackages() => Directory.Delete(_folder["packages"], recursive: true);

    /// <summary>Begins the assets file of a project that references <paramref name="roots"/>; all packages are known to it.</summary>
    public AssetsBuilder Assets(string name, params string[] roots) =>
        new AssetsBuilder(Project(name)) { PackageFolder = _folder["packages"] }.Framework("net10.0", roots);

    public void Restore(string name, AssetsBuilder assets, string? project = null)
    {
        _folder.Write($"{name}/{name}.csproj", project ?? "<Project />");
        _folder.Write($"{name}/obj/project.assets.json", assets.Bytes());
    }

    public ProjectResult Check(string name, string? framework = "net10.0", IReadOnlyDictionary<string, string>? defining = null, params ResolvedItem[] resolved)
    {
        var project = Project(name);
        return Check(new ProjectInput(project, AssetsLocation.Default(project), framework, defining ?? new Dictionary<string, string>(), resolved));
    }

    public static ProjectResult Check(ProjectInput input)
    {
        var context = new CheckContext(["us-federal-contractor"], AudienceIsDefault: false, TestRules.Day("2026-11-20"));
        var elsewhere = new ReportedElsewhere((_, other) => ReportedElsewhere.IsGated(other));
        return new ProjectChecker(EmbeddedRulesTests.Rules, context, elsewhere, new PackageMemo(EmbeddedRulesTests.Rules.Index).Inspect, item => LooseInspector.Inspect(item, ContentRelevance.Of(EmbeddedRulesTests.Rules.Index))).Check(input);
    }

    public Finding Single(string name, string? framework = "net10.0") => Assert.Single(Check(name, framework).Findings);

    public string Project(string name) => _folder[$"{name}/{name}.csproj"];
}

internal static class WorkspacePackages
{
    public static AssetsBuilder Scan(this AssetsBuilder assets, string version = "1.0.0", string? only = null) => assets.Package($"Contoso.Scan/{version}", files: ["contoso.scan.nuspec", Workspace.Library], only: only);

    public static AssetsBuilder Video(this AssetsBuilder assets, params string[] dependencies) => assets.Package("Contoso.Video/1.0.0", dependencies, ["contoso.video.nuspec"]);

    /// <param name="buildFile">What the build imports; <c>build/_._</c> where the reference leaves build files out.</param>
    public static AssetsBuilder Gate(this AssetsBuilder assets, string buildFile = "build/BannedVendorAnalyzer.targets") => assets.Package("BannedVendorAnalyzer/1.0.0", files: ["bannedvendoranalyzer.nuspec", buildFile]);
}

using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Inspection.Loose;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Packages;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Projects;

public sealed class ProjectCheckerTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void ProjectWithoutVendors_DoesNotTrigger()
    {
        _workspace.Restore("App", _workspace.Assets("App", "Contoso.Video").Video());
        var result = _workspace.Check("App");

        Assert.Empty(result.Findings);
        Assert.Empty(result.Recognised);
        Assert.Equal(["Contoso.Video/1.0.0"], result.Packages);
        Assert.Equal(1, result.Scanned.Files);
    }

    [Fact]
    public void TransitivePackage_TriggersWhereItsReferenceStands()
    {
        _workspace.Restore("App", _workspace.Assets("App", "Contoso.Video").Video("Contoso.Scan").Scan(), "<Project>\n  <ItemGroup>\n    <PackageReference Include=\"Contoso.Video\" />\n  </ItemGroup>\n</Project>");
        var finding = _workspace.Single("App");

        Assert.Equal(("BVA1003", Verdict.Prohibited, "kaspersky"), (finding.Descriptor.Id, finding.Verdict, finding.Judgement!.Vendor.Id));
        Assert.Equal(("Contoso.Scan", "1.0.0"), (finding.Package!.Id, finding.Package.Version));
        Assert.Equal(["App", "Contoso.Video/1.0.0", "Contoso.Scan/1.0.0"], finding.Path);
        Assert.Equal(new SourceLocation(_workspace.Project("App"), 3, 5), finding.Location);
        Assert.Equal(["net10.0"], finding.Frameworks);
        Assert.Contains(Workspace.Library, finding.Text.Observed, StringComparison.Ordinal);
    }

    [Fact]
    public void FileThatTheBuildNames_IsLookedAtFirst()
    {
        var shared = _workspace.Write("eng/Shared.props", "<Project>\n<PackageReference Include=\"Contoso.Scan\" />\n</Project>");
        var computed = _workspace.Write("eng/Computed.props", "<Project><PackageReference Include=\"$(Id)\" /></Project>");
        _workspace.Restore("App", _workspace.Assets("App", "Contoso.Scan").Scan());
        SourceLocation At(string file) => Assert.Single(_workspace.Check("App", defining: new Dictionary<string, string> { ["Contoso.Scan"] = file }).Findings).Location;

        Assert.Equal(new SourceLocation(shared, 2, 1), At(shared));
        Assert.Equal(new SourceLocation(computed), At(computed));
        Assert.Equal(new SourceLocation(_workspace.Project("App")), At(_workspace["eng/gone.props"]));
    }

    [Fact]
    public void PinnedPackage_IsLocatedAtItsVersion()
    {
        var central = _workspace.Write("Directory.Packages.props", "<Project>\n <PackageVersion Include=\"Contoso.Scan\" Version=\"1.0.0\" />\n</Project>");
        _workspace.Restore("App", _workspace.Assets("App", "Contoso.Video").Video("Contoso.Scan").Scan().Pinned("net10.0", "Contoso.Scan"), "<Project><PackageReference Include=\"Contoso.Video\" /></Project>");

        Assert.Equal(new SourceLocation(central, 2, 2), _workspace.Single("App").Location);
    }

    [Fact]
    public void PackageThatIsClear_IsRecognised()
    {
        // Mobile devices only: nothing for the audience of a build, but worth a line in the report.
        _workspace.Restore("App", _workspace.Assets("App", "Contoso.Scan").Scan());
        var context = new CheckContext(["ca-government"], false, TestRules.Day("2026-11-20"));
        var result = new ProjectChecker(EmbeddedRulesTests.Rules, context, new ReportedElsewhere((_, _) => false), new PackageMemo(EmbeddedRulesTests.Rules.Index).Inspect, item => LooseInspector.Inspect(item, ContentRelevance.Of(EmbeddedRulesTests.Rules.Index)))
            .Check(new ProjectInput(_workspace.Project("App"), AssetsLocation.Default(_workspace.Project("App")), null, new Dictionary<string, string>(), []));

        Assert.Empty(result.Findings);
        Assert.Equal(("Contoso.Scan", "kaspersky"), (Assert.Single(result.Recognised).Package, result.Recognised[0].Vendor));
        Assert.NotEmpty(result.Recognised[0].Why);
    }

    [Fact]
    public void SeveralFrameworks_MergeIntoOneFinding()
    {
        _workspace.Restore("App", _workspace.Assets("App", "Contoso.Scan").Framework("net8.0", ["Contoso.Scan"]).Framework("net9.0", []).Scan(only: "net10.0").Scan(only: "net8.0"));

        Assert.Equal(["net10.0", "net8.0"], _workspace.Single("App", framework: null).Frameworks);
        Assert.Equal(["net8.0"], _workspace.Single("App", framework: "net8.0").Frameworks);
        Assert.Empty(_workspace.Check("App", framework: "net9.0").Findings);
    }

    [Fact]
    public void PackageOfARuntimeAlone_Triggers()
    {
        _workspace.Restore("App", new AssetsBuilder(_workspace.Project("App")) { PackageFolder = _workspace["packages"] }
            .Framework("net10.0", ["Contoso.Video"], runtimes: ["linux-x64"]).Package("Contoso.Video/1.0.0", ["Contoso.Scan"], ["contoso.video.nuspec"]).Scan(only: "net10.0/linux-x64"));

        Assert.Equal(["App", "Contoso.Video/1.0.0", "Contoso.Scan/1.0.0"], _workspace.Single("App").Path);
    }

    [Fact]
    public void PackageThatNothingReferences_IsReportedAllTheSame()
    {
        _workspace.Restore("App", _workspace.Assets("App").Scan());

        Assert.Equal(["App", "Contoso.Scan/1.0.0"], _workspace.Single("App").Path);
        Assert.Equal(new SourceLocation(_workspace.Project("App")), _workspace.Single("App").Location);
    }

    [Fact]
    public void OrderOfTheAssetsFile_DoesNotMatter()
    {
        string[] keys = ["Kaspersky.B/1.0.0", "Kaspersky.A/1.0.0", "Hik.Api/1.0.0"];
        string[] Texts(IEnumerable<string> packages)
        {
            var assets = _workspace.Assets("App", [.. packages.Select(key => key.Split('/')[0])]);
            foreach (var key in packages) assets.Package(key);
            _workspace.Restore("App", assets);
            return [.. _workspace.Check("App").Findings.Select(finding => $"{finding.Descriptor.Id} {finding.Package!.Id} {finding.Text}")];
        }

        Assert.Equal(2 * keys.Length, Texts(keys).Length);
        Assert.Equal(Texts(keys), Texts(keys.Reverse()));
    }
}

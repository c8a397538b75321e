using BannedVendorAnalyzer.Inspection.Loose;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Tests.Projects;

/// <summary>What NuGet unpacks beside the graph of a project, and what the compiler runs without a package.</summary>
public sealed class DownloadTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("[1.0.0, 1.0.0]")]
    [InlineData("[0.9.0, 0.9.0];[1.0.0, 1.0.0]")]
    public void Download_IsReportedAtItsElement(string version)
    {
        Unpack("contoso.scan/1.0.0");
        Unpack("contoso.scan/0.9.0", "lib/a.txt");
        Restore("Contoso.Scan", version, "<Project>\n  <ItemGroup>\n    <PackageDownload Include=\"contoso.scan\" Version=\"[1.0.0]\" />\n  </ItemGroup>\n</Project>");

        var finding = _workspace.Single("App");

        Assert.Equal(("BVA1006", Verdict.Prohibited, 3, 5), (finding.Descriptor.Id, finding.Verdict, finding.Location.Line, finding.Location.Column));
        Assert.Equal(["App", "Contoso.Scan/1.0.0"], finding.Path);
        Assert.Equal(new WaivedContent(false, "Contoso.Scan", "1.0.0", ""), finding.Content);
    }

    [Fact]
    public void PackThatNoElementNames_IsReportedAtTheProject()
    {
        Unpack("contoso.scan/1.0.0");
        Restore("Contoso.Scan", "[1.0.0, 1.0.0]", "<Project />");

        Assert.Equal((_workspace.Project("App"), 0), (_workspace.Single("App").Location.File, _workspace.Single("App").Location.Line));
    }

    [Fact]
    public void CleanDownload_IsSilent()
    {
        Restore("Contoso.Text", "[1.0.0, 1.0.0]", "<Project />");

        var result = _workspace.Check("App");
        Assert.Empty(result.Findings);
        Assert.Contains("Contoso.Text/1.0.0", result.Packages);
    }

    [Fact]
    public void DownloadThatIsGone_IsUnverified()
    {
        Restore("Contoso.Gone", "[1.0.0, 1.0.0]", "<Project />");

        var finding = _workspace.Single("App");
        Assert.Equal("BVA0001", finding.Descriptor.Id);
        Assert.Contains("the folder of package 'Contoso.Gone/1.0.0' is gone", finding.Text.Observed, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void PackageOfTheGraph_IsNotReportedAsADownloadToo()
    {
        _workspace.Restore("App", _workspace.Assets("App", "Contoso.Scan").Scan().Download("Contoso.Scan", "[1.0.0, 1.0.0]"));

        Assert.Equal("BVA1003", _workspace.Single("App").Descriptor.Id);
    }

    [Fact]
    public void DownloadWithoutAVersion_DamagesTheAssetsFile()
    {
        _workspace.Restore("App", _workspace.Assets("App", "Contoso.Video").Video());
        var assets = _workspace["App/obj/project.assets.json"];
        File.WriteAllText(assets, File.ReadAllText(assets).Replace("\"warn\": true", "\"downloadDependencies\": [{ \"name\": \"A\" }]", StringComparison.Ordinal));

        Assert.Equal("BVA0001", _workspace.Single("App").Descriptor.Id);
        Assert.Contains("a downloaded package has no name or no version", _workspace.Single("App").Text.Observed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", false)]
    [InlineData("", true)]
    public void Analyzer_CountsUnlessTheSdkBringsIt(string implicitly, bool counts)
    {
        var item = LooseItem.Of("Analyzer", "libs/a.dll", name => name == "IsImplicitlyDefined" ? implicitly : name == LooseItem.FullPath ? "/libs/a.dll" : "");

        Assert.Equal(counts, item is not null);
        Assert.Equal(counts, item?.IsBuildTool == true);
    }

    private void Restore(string id, string version, string project) => _workspace.Restore("App", _workspace.Assets("App", "Contoso.Video").Video().Download(id, version), project);

    private void Unpack(string folder, string file = Workspace.Library)
    {
        _workspace.Write($"packages/{folder}/contoso.scan.nuspec", "<package><metadata><authors>Contoso</authors></metadata></package>");
        _workspace.Write($"packages/{folder}/{file}", "a library");
    }
}

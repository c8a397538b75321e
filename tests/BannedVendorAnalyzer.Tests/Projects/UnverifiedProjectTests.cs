using System.Text.Json.Nodes;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Tests.Projects;

public sealed class UnverifiedProjectTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void MissingAssetsFile_IsUnverified()
    {
        _workspace.Write("App/App.csproj", "<Project />");

        AssertUnverified(_workspace.Single("App"), "The assets file is missing; restore the project again", AssetsLocation.Default(_workspace.Project("App")));
    }

    [Fact]
    public void MissingProject_IsUnverified() =>
        AssertUnverified(_workspace.Single("App"), "The project file is missing; correct the path that leads to it", _workspace.Project("App"));

    [Fact]
    public void FolderThatMSBuildReadsOtherwise_IsUnverified()
    {
        _workspace.Restore("p%20c", _workspace.Assets("p%20c"));

        Assert.StartsWith("The path holds '%' and two hexadecimal digits", _workspace.Single("p%20c").Text.Observed, StringComparison.Ordinal);
    }

    [Fact]
    public void ProjectReachedThroughALink_IsTheSameProject()
    {
        _workspace.Restore("App", _workspace.Assets("App", "Contoso.Scan").Scan());
        Directory.CreateSymbolicLink(_workspace["link"], _workspace["App"]);
        var linked = _workspace["link/App.csproj"];

        Assert.Equal("BVA1003", Assert.Single(Workspace.Check(new ProjectInput(linked, AssetsLocation.Default(linked), "net10.0", new Dictionary<string, string>(), [])).Findings).Descriptor.Id);
    }

    [Fact]
    public void FailedRestore_IsUnverified()
    {
        var json = _workspace.Assets("App", "Contoso.Video").Video().Json();
        json["logs"] = JsonNode.Parse("""[{ "code": "NU1603", "level": "Warning", "message": "a higher version" }, { "code": "NU1101", "level": "Error", "message": "Unable to load https://somebody:secret@feed.example/index.json" }]""");
        _workspace.Write("App/obj/project.assets.json", json.ToJsonString());

        AssertUnverified(
            _workspace.Single("App"),
            "The last restore of the project failed, so its packages are not all known (NU1101: Unable to load https://feed.example/index.json); restore the project again",
            AssetsLocation.Default(_workspace.Project("App")));
    }

    [Fact]
    public void AssetsFileOfAnotherProject_IsUnverified()
    {
        _workspace.Restore("App", _workspace.Assets("Other", "Contoso.Scan").Scan());

        AssertUnverified(_workspace.Single("App"), $"The assets file was written for another project, '{_workspace.Project("Other")}'; restore 'App.csproj' again", AssetsLocation.Default(_workspace.Project("App")));
    }

    [Fact]
    public void UnknownFramework_IsUnverified()
    {
        _workspace.Restore("App", _workspace.Assets("App", "Contoso.Scan").Scan());
        var finding = _workspace.Single("App", "net8.0");

        AssertUnverified(finding, "The assets file does not know the framework 'net8.0'; restore the project again", AssetsLocation.Default(_workspace.Project("App")));
        Assert.Equal(["net8.0"], finding.Frameworks);
    }

    [Fact]
    public void PackageFolderThatIsGone_IsUnverifiedAndItsFileNamesStillCount()
    {
        _workspace.Restore("App", _workspace.Assets("App", "Contoso.Scan").Scan());
        _workspace.RemovePackages();
        var findings = _workspace.Check("App").Findings;

        Assert.Equal([Verdict.Prohibited, Verdict.Unverified], findings.Select(finding => finding.Verdict).OrderDescending());
        AssertUnverified(findings.Single(finding => finding.Judgement is null), "The folder of package 'Contoso.Scan/1.0.0' is gone from every package folder; restore the project again", _workspace["packages"]);
    }

    [Fact]
    public void ResolvedPackageThatIsNotListed_IsUnverifiedOnce()
    {
        _workspace.Restore("App", _workspace.Assets("App", "Contoso.Video").Video());
        var result = _workspace.Check("App", resolved:
        [
            new ResolvedItem("contoso.video", "1.0.0", "/p/contoso.video.dll"),
            new ResolvedItem("Contoso.Scan", "1.0.0", "/p/a.dll"),
            new ResolvedItem("contoso.scan", "1.0.0", "/p/b.dll"),
        ]);

        AssertUnverified(
            Assert.Single(result.Findings),
            "The build takes '/p/a.dll' from package 'Contoso.Scan' 1.0.0, which the assets file does not list; restore the project again",
            AssetsLocation.Default(_workspace.Project("App")));
    }

    private static void AssertUnverified(Finding finding, string observed, string file)
    {
        Assert.Equal(("BVA0001", Verdict.Unverified), (finding.Descriptor.Id, finding.Verdict));
        Assert.Null(finding.Judgement);
        Assert.Equal((observed, file), (finding.Text.Observed, finding.Location.File));
    }
}

using System.Text;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Tests.Projects;

/// <summary>App references Lib, which references the package: a finding stands once, where it can be mended.</summary>
public sealed class ReportedElsewhereTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public ReportedElsewhereTests() => _workspace.Restore(
        "App",
        _workspace.Assets("App", "Lib").Project("Lib/1.0.0", "../Lib/Lib.csproj", ["Contoso.Scan"]).Scan(),
        "<Project>\n<ProjectReference Include=\"..\\Lib\\Lib.csproj\" /></Project>");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void GatedProjectThatListsThePackage_ReportsIt()
    {
        _workspace.Restore("Lib", _workspace.Assets("Lib", "Contoso.Scan", "BannedVendorAnalyzer").Gate().Scan());

        Assert.Empty(_workspace.Check("App").Findings);
        Assert.Equal(["Lib", "Contoso.Scan/1.0.0"], _workspace.Single("Lib").Path);
    }

    [Fact]
    public void GatedProjectWithAnotherVersion_DoesNotReportThisOne()
    {
        _workspace.Restore("Lib", _workspace.Assets("Lib", "Contoso.Scan", "BannedVendorAnalyzer").Gate().Scan("0.9.0"));

        AssertReportedByApp();
    }

    [Fact]
    public void GatedProjectThatPassedAllTheSame_IsNotTrusted()
    {
        // Its gate is off, or judges for somebody else: a build would not have come here otherwise.
        _workspace.Restore("Lib", _workspace.Assets("Lib", "Contoso.Scan", "BannedVendorAnalyzer").Gate().Scan());
        var app = _workspace.Project("App");

        Assert.Equal(["App", "Lib", "Contoso.Scan/1.0.0"], Assert.Single(Workspace.Check(new ProjectInput(app, AssetsLocation.Default(app), "net10.0", new Dictionary<string, string>(), [], ReferencesPassed: true)).Findings).Path);
    }

    [Fact]
    public void GatedProjectThatPassedWithAReview_ReportedItThere()
    {
        _workspace.Restore("Lib", _workspace.Assets("Lib", "Kaspersky.Adapter", "BannedVendorAnalyzer").Gate().Package("Kaspersky.Adapter/1.0.0"));
        _workspace.Restore("App", _workspace.Assets("App", "Lib").Project("Lib/1.0.0", "../Lib/Lib.csproj", ["Kaspersky.Adapter"]).Package("Kaspersky.Adapter/1.0.0"));
        var app = _workspace.Project("App");
        var findings = Workspace.Check(new ProjectInput(app, AssetsLocation.Default(app), "net10.0", new Dictionary<string, string>(), [], ReferencesPassed: true)).Findings;

        Assert.DoesNotContain(findings, finding => finding.Descriptor == DiagnosticCatalog.Review);
    }

    [Fact]
    public void ArtifactsLayout_IsFoundBesideTheOwnAssetsFile()
    {
        var lib = _workspace.Assets("Lib", "Contoso.Scan", "BannedVendorAnalyzer").Gate().Scan();
        _workspace.Write("artifacts/obj/Lib/project.assets.json", Encoding.UTF8.GetString(lib.Bytes()));
        var app = _workspace.Write("artifacts/obj/App/project.assets.json", File.ReadAllText(AssetsLocation.Default(_workspace.Project("App"))));

        Assert.Empty(Workspace.Check(new ProjectInput(_workspace.Project("App"), app, "net10.0", new Dictionary<string, string>(), [])).Findings);
    }

    [Fact]
    public void VersionLiftedByAnotherProject_IsThatProjectsToReport()
    {
        // Old resolved 0.9.0 for itself and reports that; 1.0.0 comes from Lib.
        _workspace.Restore("Lib", _workspace.Assets("Lib", "Contoso.Scan", "BannedVendorAnalyzer").Gate().Scan());
        _workspace.Restore("Old", _workspace.Assets("Old", "Contoso.Scan", "BannedVendorAnalyzer").Gate().Scan("0.9.0"));
        _workspace.Restore("App", _workspace.Assets("App", "Lib", "Old").Project("Lib/1.0.0", "../Lib/Lib.csproj", ["Contoso.Scan"]).Project("Old/1.0.0", "../Old/Old.csproj", ["Contoso.Scan"]).Scan());

        Assert.Empty(_workspace.Check("App").Findings);
    }

    [Fact]
    public void MovedObjFolder_IsFoundAtTheSamePlaceAndBeforeWhatWasLeftInTheUsualOne()
    {
        _workspace.Restore("Lib", _workspace.Assets("Lib", "Contoso.Scan").Scan());
        var lib = _workspace.Assets("Lib", "Contoso.Scan", "BannedVendorAnalyzer").Gate().Scan();
        _workspace.Write("Lib/.build/o/project.assets.json", Encoding.UTF8.GetString(lib.Bytes()));
        var app = _workspace.Write("App/.build/o/project.assets.json", File.ReadAllText(AssetsLocation.Default(_workspace.Project("App"))));

        Assert.Empty(Workspace.Check(new ProjectInput(_workspace.Project("App"), app, "net10.0", new Dictionary<string, string>(), [])).Findings);
    }

    [Fact]
    public void ProjectWithoutGate_DoesNotReport()
    {
        _workspace.Restore("Lib", _workspace.Assets("Lib", "Contoso.Scan").Scan());

        AssertReportedByApp();
    }

    [Fact]
    public void ProjectThatIsNotRestored_DoesNotReport() => AssertReportedByApp();

    [Fact]
    public void OwnReference_IsReportedHereAsWell()
    {
        _workspace.Restore("Lib", _workspace.Assets("Lib", "Contoso.Scan", "BannedVendorAnalyzer").Gate().Scan());
        _workspace.Restore(
            "App",
            _workspace.Assets("App", "Contoso.Video", "Lib").Project("Lib/1.0.0", "../Lib/Lib.csproj", ["Contoso.Scan"]).Video("Contoso.Text").Package("Contoso.Text/1.0.0", ["Contoso.Scan"], ["contoso.text.nuspec"]).Scan());

        // The way over Lib is shorter, but not the one to change here.
        Assert.Equal(["App", "Contoso.Video/1.0.0", "Contoso.Text/1.0.0", "Contoso.Scan/1.0.0"], _workspace.Single("App").Path);
    }

    [Fact]
    public void WhatCannotBeChecked_IsAlsoReportedOnce()
    {
        _workspace.Restore("Lib", _workspace.Assets("Lib", "Contoso.Scan", "BannedVendorAnalyzer").Gate().Scan());
        _workspace.RemovePackages();

        Assert.Empty(_workspace.Check("App").Findings);
        Assert.Contains(_workspace.Check("Lib").Findings, finding => finding.Descriptor.Id == "BVA0001" && finding.Package!.Id == "Contoso.Scan");
    }

    private void AssertReportedByApp()
    {
        var finding = _workspace.Single("App");

        Assert.Equal(["App", "Lib", "Contoso.Scan/1.0.0"], finding.Path);
        Assert.Equal(new SourceLocation(_workspace.Project("App"), 2, 1), finding.Location);
        Assert.StartsWith("remove or replace 'Contoso.Scan' in project 'Lib'", finding.Text.Remedy, StringComparison.Ordinal);
    }
}

using BannedVendorAnalyzer.Diagnostics;

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

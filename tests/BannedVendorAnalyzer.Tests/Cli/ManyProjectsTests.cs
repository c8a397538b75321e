using BannedVendorAnalyzer.Tests.Projects;

namespace BannedVendorAnalyzer.Tests.Cli;

/// <summary>Projects are checked on several threads and share what was read of their packages.</summary>
public sealed class ManyProjectsTests : IDisposable
{
    private readonly ToolWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Report_IsTheSameToTheByteInEveryRun()
    {
        foreach (var number in Enumerable.Range(1, 40))
        {
            if (number % 3 == 0) _workspace.Prohibited($"P{number:00}");
            else if (number % 7 == 0) _workspace.Gated($"P{number:00}");
            else _workspace.Clean($"P{number:00}");
        }

        var reports = Enumerable.Range(0, 8).Select(_ => _workspace.Check("--format", "json")).ToList();
        Assert.Single(reports.Select(report => report.Output).Distinct());
        Assert.Equal(40, reports[0].Projects.Count());
        Assert.Equal(13, reports[0].Output.Split("\"BVA1003\"").Length - 1);
    }

    /// <summary>What one assets file says of a package does not hide what another says.</summary>
    [Fact]
    public void SamePackageWithOtherFiles_IsJudgedForEachProject()
    {
        foreach (var number in Enumerable.Range(1, 20))
        {
            var assets = _workspace.Files.Assets($"P{number:00}", "Contoso.Video");
            _workspace.Files.Restore($"P{number:00}", number == 13 ? assets.Package("Contoso.Video/1.0.0", files: ["contoso.video.nuspec", Workspace.Library]) : assets.Video());
        }

        var outcome = _workspace.Check();
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("P13/P13.csproj: prohibited BVA1003", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("1 prohibited, 0 unverified, 0 to review. 20 projects", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ReferencedProjects_AreCheckedOnce()
    {
        foreach (var number in Enumerable.Range(1, 10))
            _workspace.Files.Restore($"P{number:00}", _workspace.Files.Assets($"P{number:00}", "Library").Project("Library/1.0.0", "../Library/Library.csproj", ["Contoso.Scan"]).Scan());
        _workspace.Files.Restore("Library", _workspace.Files.Assets("Library", "Contoso.Scan").Project("Deep/1.0.0", "../Deep/Deep.csproj").Scan());
        _workspace.Clean("Deep");

        var outcome = _workspace.Check("P01", "P02", "P03", "--format", "json");
        Assert.Equal(["Deep/Deep.csproj-", "Library/Library.csproj-", "P01/P01.csproj-", "P02/P02.csproj-", "P03/P03.csproj-"], outcome.Projects);
        Assert.Equal(1, outcome.Output.Split("\"BVA1003\"").Length - 1);
    }
}

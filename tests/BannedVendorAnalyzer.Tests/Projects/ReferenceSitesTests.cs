using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Tests.Projects;

/// <summary>References that do not stand in a project file on disk.</summary>
public sealed class ReferenceSitesTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void FileBasedApp_IsLocatedAtItsDirective()
    {
        Restore("#:property PublishAot=false\n#:package Contoso.Scan@1.0.0");

        Assert.Equal(new SourceLocation(_workspace["App/app.cs"], 2, 1), At());
    }

    [Fact]
    public void FileBasedAppWithAReferenceElsewhere_IsLocatedThere()
    {
        Restore("System.Console.WriteLine();");
        var shared = _workspace.Write("Directory.Build.props", "<Project><PackageReference Include=\"Contoso.Scan\" /></Project>");

        Assert.Equal(new SourceLocation(shared, 1, 10), At());
    }

    [Fact]
    public void FileBasedAppWithoutALine_IsLocatedAtItsSource()
    {
        Restore("#:include *.cs");

        Assert.Equal(new SourceLocation(_workspace["App/app.cs"]), At());
    }

    [Fact]
    public void FileBasedAppOverAProject_IsLocatedAtTheDirective()
    {
        _workspace.Restore("App", _workspace.Assets("App", "Lib").Project("Lib/1.0.0", "../Lib/Lib.csproj", ["Contoso.Scan"]).Scan());
        _workspace.Write("App/app.cs", "#:project ../Lib");

        Assert.Equal(new SourceLocation(_workspace["App/app.cs"], 1, 1), At());
    }

    [Fact]
    public void PinInACentralFileOfAnotherName_IsFoundWhereTheBuildFoundReferences()
    {
        var central = _workspace.Write("eng/Versions.props", "<Project>\n  <GlobalPackageReference Include=\"BannedVendorAnalyzer\" />\n  <PackageVersion Include=\"Contoso.Scan\" Version=\"1.0.0\" />\n</Project>");
        _workspace.Restore("App", _workspace.Assets("App", "Contoso.Video").Video("Contoso.Scan").Scan().Pinned("net10.0", "Contoso.Scan"), "<Project><PackageReference Include=\"Contoso.Video\" /></Project>");

        Assert.Equal(new SourceLocation(central, 3, 3), Assert.Single(_workspace.Check("App", defining: new Dictionary<string, string> { ["BannedVendorAnalyzer"] = central }).Findings).Location);
    }

    private void Restore(string source)
    {
        _workspace.Restore("App", _workspace.Assets("App", "Contoso.Scan").Scan());
        _workspace.Write("App/app.cs", source);
    }

    private SourceLocation At()
    {
        var project = _workspace.Project("App");
        var input = new ProjectInput(project, AssetsLocation.Default(project), "net10.0", new Dictionary<string, string> { ["Contoso.Scan"] = _workspace["App/app.cs.csproj"] }, [], EntryPointFile: _workspace["App/app.cs"]);
        return Assert.Single(Workspace.Check(input).Findings).Location;
    }
}

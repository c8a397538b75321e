using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Tests.Projects;

public sealed class ReferenceFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ProjectThenSharedFilesUpTheTree_NearestFirst()
    {
        Write("src/App/App.csproj", "src/App/Directory.Build.targets", "src/Directory.Build.props", "Directory.Packages.props", "Directory.Build.props", "src/Other.props");

        Assert.Equal(["src/App/App.csproj", "src/App/Directory.Build.targets", "src/Directory.Build.props", "Directory.Build.props", "Directory.Packages.props"], Files("src/App/App.csproj"));
    }

    [Fact]
    public void Imports_FollowTheFileThatHasThem()
    {
        _folder.Write("src/App/App.csproj", """<Project><Import Project="..\a.props" /><Import Project="$(MSBuildThisFileDirectory)../b.props" /><Import Project="$(Elsewhere)/c.props" /><Import Project="*.props" /><Import Sdk="X" /></Project>""");
        _folder.Write("src/a.props", """<Project><Import Project="deep/d.props" /><Import Project="none.props" /></Project>""");
        Write("src/b.props", "src/deep/d.props", "src/App/e.props", "Directory.Build.props");

        Assert.Equal(["src/App/App.csproj", "src/a.props", "src/deep/d.props", "src/b.props", "Directory.Build.props"], Files("src/App/App.csproj"));
    }

    [Fact]
    public void Cycle_Ends()
    {
        _folder.Write("App.csproj", """<Project><Import Project="a.props" /></Project>""");
        _folder.Write("a.props", """<Project><Import Project="App.csproj" /><Import Project="./a.props" /></Project>""");

        Assert.Equal(["App.csproj", "a.props"], Files("App.csproj"));
    }

    [Fact]
    public void LongChain_IsBounded()
    {
        for (var number = 0; number < 100; number++) _folder.Write($"{number}.props", $"<Project><Import Project=\"{number + 1}.props\" /></Project>");

        Assert.Equal(64, Files("0.props").Count);
    }

    [Fact]
    public void FileThatCannotBeRead_ImportsNothing()
    {
        _folder.Write("App.csproj", "<Project><Import Project=\"a.props\" /><Broken");
        Write("a.props", "Directory.Build.props");

        Assert.Equal(["App.csproj", "a.props", "Directory.Build.props"], Files("App.csproj"));
    }

    private void Write(params string[] files)
    {
        foreach (var file in files) _folder.Write(file, "<Project />");
    }

    private List<string> Files(string project) => [.. ReferenceFiles.Of(_folder[project]).Select(file => Path.GetRelativePath(_folder.Root, file).Replace('\\', '/'))];
}

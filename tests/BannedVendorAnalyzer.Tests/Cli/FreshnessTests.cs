namespace BannedVendorAnalyzer.Tests.Cli;

/// <summary>Assets files that are older than what they were made from are not believed.</summary>
public sealed class FreshnessTests : IDisposable
{
    private const string Assets = "src/A/obj/project.assets.json";
    private const string Cache = "src/A/obj/project.nuget.cache";

    private readonly ToolWorkspace _workspace = new();

    public FreshnessTests()
    {
        _workspace.CleanAt("src/A/A.csproj", """<Project><Import Project="../../build/Versions.props" /></Project>""");
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "src/Directory.Packages.props" }) _workspace.Files.Write(file, "<Project />");
        _workspace.Files.Write("build/Versions.props", "<Project />");
        foreach (var file in Directory.GetFiles(_workspace.Root, "*", SearchOption.AllDirectories)) _workspace.Written(Path.GetRelativePath(_workspace.Root, file), 0);
    }

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("src/A/A.csproj")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Build.targets")]
    [InlineData("src/Directory.Packages.props")]
    [InlineData("build/Versions.props")]
    [InlineData("nuget.config")]
    [InlineData("src/NuGet.config")]
    [InlineData("src/A/NuGet.Config")]
    [InlineData("global.json")]
    [InlineData("src/A/packages.lock.json")]
    public void NewerInput_IsUnverifiedAndNamed(string input)
    {
        if (!File.Exists(_workspace.Files[input])) _workspace.Files.Write(input, Empty(input));
        _workspace.Written(input, -1);
        Assert.Equal(0, _workspace.Check("src").ExitCode);

        _workspace.Written(input, 1);
        var outcome = _workspace.Check("src");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains($"{Assets}: unverified BVA0001", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"'{input}' was changed after the last restore of 'src/A/A.csproj'", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(2, _workspace.Check(Assets).ExitCode);
    }

    [Fact]
    public void NewestInput_IsTheOneThatIsNamed()
    {
        _workspace.Written("Directory.Build.props", 1);
        _workspace.Written("build/Versions.props", 2);
        Assert.Contains("'build/Versions.props' was changed", _workspace.Check("src").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void CacheFileOfNuGet_ProvesALaterRestore()
    {
        _workspace.Written("src/A/A.csproj", 1);
        _workspace.Files.Write(Cache, "{}");
        _workspace.Written(Cache, 1);
        Assert.Equal(0, _workspace.Check("src").ExitCode);
        _workspace.Written(Cache, 0.5);
        Assert.Equal(2, _workspace.Check("src").ExitCode);
    }

    [Fact]
    public void RestoreInTheFuture_ProvesNothing()
    {
        File.SetLastWriteTimeUtc(_workspace.Files[Assets], DateTime.UtcNow.AddDays(1));
        Assert.Equal(2, _workspace.Check("src").ExitCode);

        _workspace.Files.Write(Cache, "{}");
        Assert.Equal(0, _workspace.Check("src").ExitCode);
    }

    [Fact]
    public void LockFileThatTheRestoreWroteItself_IsNotNewer()
    {
        _workspace.Files.Write("src/A/packages.lock.json", "{}");
        _workspace.Written("src/A/packages.lock.json", 1.0 / 60);
        Assert.Equal(0, _workspace.Check("src").ExitCode);
    }

    [Fact]
    public void WhatDoesNotCount_MayBeNewer()
    {
        foreach (var file in new[] { "src/global.json", "global.json", "src/A/Program.cs", "src/B/Directory.Build.props" })
        {
            _workspace.Files.Write(file, Empty(file));
            _workspace.Written(file, 1);
        }

        _workspace.Written("src/global.json", -1);
        Assert.Equal(0, _workspace.Check("src").ExitCode);
    }

    [Fact]
    public void AssetsFileWithoutItsProject_IsJudgedAsItIs()
    {
        _workspace.Written("Directory.Build.props", 1);
        File.Move(_workspace.Files[Assets], _workspace.Files["project.assets.json"]);
        Directory.Delete(_workspace.Files["src"], recursive: true);
        File.Delete(_workspace.Files["Directory.Build.props"]);
        Assert.Equal(0, _workspace.Check("project.assets.json").ExitCode);
    }

    /// <summary>A file of this kind that says nothing.</summary>
    private static string Empty(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".json" when file.EndsWith(".lock.json", StringComparison.Ordinal) => """{ "version": 1, "dependencies": {} }""",
        ".json" => "{}",
        ".config" => "<configuration />",
        ".props" => "<Project />",
        _ => "",
    };
}

namespace BannedVendorAnalyzer.Tests.Cli;

public sealed class SolutionFilterTests : IDisposable
{
    private readonly ToolWorkspace _workspace = new();

    public SolutionFilterTests()
    {
        _workspace.Clean("A");
        _workspace.Clean("B");
        _workspace.Prohibited("C");
        _workspace.Files.Write("All.slnx", """<Solution><Project Path="A/A.csproj" /><Project Path="B/B.csproj" /><Project Path="C/C.csproj" /></Solution>""");
    }

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("""{ "solution": { "path": "All.slnx", "projects": [ "A\\A.csproj", "B/B.csproj" ] } }""")]
    [InlineData("""{ "solution": { "projects": [ "a/a.csproj", "B/B.csproj", "B\\B.csproj" ], "path": ".\\All.slnx" }, "other": { "path": 1 } }""")]
    [InlineData("\uFEFF{\n// by hand\n\"solution\": { \"path\": \"All.slnx\", \"projects\": [ \"A/A.csproj\", \"B/B.csproj\", ], },\n}")]
    public void Filter_MeansTheProjectsItLists(string filter)
    {
        _workspace.Files.Write("Some.slnf", filter);
        var outcome = _workspace.Check("Some.slnf", "--format", "json");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(["A/A.csproj-", "B/B.csproj-"], outcome.Projects);
    }

    [Fact]
    public void Paths_AreRelativeToTheSolutionAndNotToTheFilter()
    {
        _workspace.Files.Write("filters/Some.slnf", """{ "solution": { "path": "..\\All.slnx", "projects": [ "C\\C.csproj" ] } }""");
        var outcome = _workspace.Check("filters/Some.slnf", "--format", "json");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(["C/C.csproj-"], outcome.Projects);
    }

    [Theory]
    [InlineData("{\n  \"solution\": {", "(2,", "not well-formed")]
    [InlineData("", "(1,", "not well-formed")]
    [InlineData("{}", "(1,1)", "names no solution")]
    [InlineData("{ \"solution\": {\n \"path\": 1 } }", "(2,10)", "a path in quotes was expected")]
    [InlineData("{ \"solution\": { \"path\": \"All.slnx\", \"projects\": [\n\"A/A.csproj\", null ] } }", "(2,15)", "a path in quotes was expected")]
    [InlineData("{ \"solution\": { \"path\": \"All.slnx\", \"projects\": [ \"A/A.csproj\\u0000\" ] } }", "(1,51)", "no file can have this path")]
    [InlineData("{ \"solution\": {\n\n\"path\": \"Gone.sln\", \"projects\": [] } }", "(3,9)", "'Gone.sln' of the filter is missing")]
    [InlineData("{ \"solution\": { \"path\": \"A/A.csproj\", \"projects\": [] } }", "(1,25)", "'A/A.csproj' is not a solution")]
    [InlineData("{ \"solution\": { \"path\": \"Bad.slnx\", \"projects\": [] } }", "Bad.slnx(1,", "not well-formed XML")]
    [InlineData("{ \"solution\": { \"path\": \"All.slnx\", \"projects\": [] } }", "Some.slnf:", "lists no project")]
    [InlineData("{ \"solution\": { \"path\": \"All.slnx\", \"projects\": [ \"A/A.csproj\",\n\"D/D.csproj\" ] } }", "(2,1)", "has no project 'D/D.csproj'")]
    public void WhatCannotBeRead_IsUnverifiedWithItsPlace(string filter, string place, string message)
    {
        _workspace.Files.Write("Bad.slnx", "<Solution>");
        _workspace.Files.Write("Some.slnf", filter);
        var outcome = _workspace.Check("Some.slnf");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("unverified BVA0001", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(place, outcome.Output, StringComparison.Ordinal);
        Assert.Contains(message, outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_MeansItsSolutionAndNeverAFilter()
    {
        _workspace.Files.Write("Some.slnf", """{ "solution": { "path": "All.slnx", "projects": [ "A\\A.csproj" ] } }""");
        Assert.Equal(["A/A.csproj-", "B/B.csproj-", "C/C.csproj-"], _workspace.Check("--format", "json").Projects);

        File.Delete(_workspace.Files["All.slnx"]);
        Assert.Equal(["A/A.csproj-", "B/B.csproj-", "C/C.csproj-"], _workspace.Check("--format", "json").Projects);
    }
}

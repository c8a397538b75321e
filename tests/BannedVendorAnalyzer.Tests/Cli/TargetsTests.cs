using BannedVendorAnalyzer.Cli;

namespace BannedVendorAnalyzer.Tests.Cli;

/// <summary>What the tool looks at, and what it says when it cannot.</summary>
public sealed class TargetsTests : IDisposable
{
    private readonly ToolWorkspace _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void FoldersNamedLikeOutput_AreSearchedWhereNoProjectStandsBeside()
    {
        foreach (var path in new[] { "Ok/Ok.csproj", "bin/Evil/Evil.csproj", ".build/Hidden/Hidden.csproj", "Ok/bin/Left/Left.csproj", "node_modules/x/x.csproj", ".git/y/y.csproj" }) _tool.CleanAt(path, "<Project />");

        Assert.Equal([".build/Hidden/Hidden.csproj-", "Ok/Ok.csproj-", "bin/Evil/Evil.csproj-"], _tool.Check(".", "--format", "json").Projects);
    }

    [Fact]
    public void ProjectsThatShareAFolder_AreNotTakenForEachOther()
    {
        _tool.Clean("App");
        _tool.Files.Write("App/Other.csproj", "<Project />");

        var outcome = _tool.Check("App/App.csproj");

        Assert.Equal(ExitCode.Clear, outcome.ExitCode);
    }

    [Theory]
    [InlineData("gone/report.json")]
    [InlineData("App")]
    public void OutputThatCannotBeWritten_IsToldBeforeTheCheck(string output)
    {
        _tool.Clean("App");

        var outcome = _tool.Check("App", "--output", output);

        Assert.Equal(ExitCode.WrongUsage, outcome.ExitCode);
        Assert.StartsWith($"--output: '{output}' cannot be written (", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongUsage_LeavesNoReportBehind()
    {
        Assert.Equal(ExitCode.WrongUsage, _tool.Check("gone", "--output", "report.json").ExitCode);
        Assert.False(File.Exists(_tool.Files["report.json"]));
    }

    [Fact]
    public void ControlCharactersOfARecognisedPackage_DoNotReachATerminal()
    {
        _tool.Files.Restore("App", _tool.Files.Assets("App", "Kaspersky.\nA").Package("Kaspersky.\nA/1.0.0", files: ["a.nuspec"]));

        Assert.Contains("recognised: Kaspersky.?A (kaspersky) is clear: ", _tool.Check("App", "--audience", "ca-government").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void EmptyPath_IsWrongUsage()
    {
        _tool.Clean("App");

        var outcome = _tool.Check("");

        Assert.Equal((ExitCode.WrongUsage, "a path is empty; a variable that was meant to hold it may not be set"), (outcome.ExitCode, outcome.Error.Trim()));
    }

    [Fact]
    public void SolutionThatListsNothing_IsUnverified()
    {
        _tool.Files.Write("None.slnx", "<Solution />");

        var outcome = _tool.Check("None.slnx");

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains("None.slnx: unverified BVA0001", outcome.Output, StringComparison.Ordinal);
    }
}

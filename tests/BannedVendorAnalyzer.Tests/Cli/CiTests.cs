using BannedVendorAnalyzer.Cli.Ci;

namespace BannedVendorAnalyzer.Tests.Cli;

public sealed class CiTests : IDisposable
{
    private readonly ToolWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Settings_LeadToTheGateThatTheToolCarries()
    {
        _workspace.Clean("App");
        var outcome = ToolWorkspace.Run(_workspace.Root, "ci", "--shell", "github");
        var settings = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1]);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(["CustomAfterMicrosoftCommonCrossTargetingTargets", "CustomAfterMicrosoftCommonTargets", "DirectorySolutionTargetsPath"], settings.Keys.Order(StringComparer.Ordinal));
        Assert.All(settings.Values, file => Assert.True(File.Exists(file), file));
    }

    [Theory]
    [InlineData(Shell.Bash, "export Name='/a b/it'\\''s $HOME'")]
    [InlineData(Shell.Pwsh, "$env:Name = '/a b/it''s $HOME'")]
    [InlineData(Shell.Github, "Name=/a b/it's $HOME")]
    [InlineData(Shell.Azure, "##vso[task.setvariable variable=Name]/a b/it's $HOME")]
    public void Values_AreTakenForWhatTheyAre(Shell shell, string line) => Assert.Equal(line, shell.Setting("Name", "/a b/it's $HOME"));

    [Fact]
    public void WhatIsNotReached_IsNamedWithItsLine()
    {
        _workspace.Clean("App");
        _workspace.Files.Write("Directory.Build.props", "<Project>\n  <PropertyGroup>\n    <CustomAfterMicrosoftCommonTargets />\n  </PropertyGroup>\n</Project>");
        var outcome = ToolWorkspace.Run(_workspace.Root, "ci", "App");

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith("Directory.Build.props(3,5): sets CustomAfterMicrosoftCommonTargets itself", outcome.Error, StringComparison.Ordinal);
        Assert.StartsWith("export ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderWithoutProjects_IsNothingToBeTold()
    {
        using var folder = new TempFolder();
        Assert.Equal((0, ""), (ToolWorkspace.Run(folder.Root, "ci").ExitCode, ToolWorkspace.Run(folder.Root, "ci").Error));
        Assert.Equal(64, ToolWorkspace.Run(folder.Root, "ci", "gone").ExitCode);
    }

    [Theory]
    [InlineData("a b", null)]
    [InlineData("me@home's", null)]
    [InlineData("a;b", "MSBuild reads ';' in this path as something else")]
    [InlineData("100%25", "MSBuild reads '%' in this path as something else")]
    public void FolderOfTheTool_MustBeReadAsItIs(string name, string? unfit)
    {
        using var folder = new TempFolder();
        Assert.Equal(unfit, CarriedGate.Unfit(folder.Write($"{name}/Environment.targets", "<Project />")));
        Assert.Equal("the gate that belongs to it is missing", CarriedGate.Unfit(folder["gone.targets"]));
    }
}

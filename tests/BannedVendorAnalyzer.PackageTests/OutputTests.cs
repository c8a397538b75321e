using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>Native imports whose diagnostic was suppressed, in five ways: the compiler passes them, and nothing of them is shipped.</summary>
public sealed class OutputTests(Workspace workspace)
{
    private static readonly string[] Suppressed = ["Attribute", "Config", "NoWarn", "Pragma", "Unanalyzed"];
    private static readonly string[] Expected = [.. Suppressed.Select(name => $"BVA1007 error {name}/{name}.csproj {name}.csproj")];

    private BuiltScenario Output => workspace.Built("Output");

    [Fact]
    public void SuppressedImports_FailTheBuildAll() => Assert.Equal(Expected, BuildLine.Sorted(Output.Lines));

    [Fact]
    public void Message_NamesTheImportAndWhereItIsDeclared() => Assert.Contains(
        "is bound by the project's own output 'Pragma.dll' (import of 'HCNetSDK' in Pragma.dll (function 'NET_DVR_Init' as Program.NET_DVR_Init))",
        Output.Lines.First(line => line.Project == "Pragma.csproj").Message,
        StringComparison.Ordinal);

    [Fact]
    public void SecondBuild_FailsAgain() => Assert.Equal(Expected, BuildLine.Sorted(workspace.Build(Output.Folder, "Output.slnx", "--no-restore").Expect(1), Output.Folder));

    [Fact]
    public void PublishAndPackWithoutBuild_ShipNothing()
    {
        Assert.Equal(Expected, BuildLine.Sorted(Run("publish").Expect(1), Output.Folder));
        Run("pack").Expect(1);

        Assert.Equal(["Clean"], Shipped("*.dll", "bin").Concat(Shipped("*.dll", "publish")).Distinct());
        Assert.Equal(["Clean"], Shipped("*.nupkg", "bin"));
    }

    [Fact]
    public void FileBasedApp_DoesNotRun()
    {
        var result = workspace.DotNet.Run(Output.Folder, "run", $"-p:GateVersion={workspace.Version}", "output.cs").Expect(1);

        Assert.Contains("error BVA1007: ", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("shipped", result.Lines);
    }

    private CommandResult Run(string command) =>
        workspace.DotNet.Run(Output.Folder, command, "Output.slnx", "--no-build", "-c", "Debug", "-tl:off", "-v:m", $"-p:GateVersion={workspace.Version}");

    /// <summary>Projects of which such a file lies below a folder of this name.</summary>
    private IEnumerable<string> Shipped(string pattern, string folder) => Directory.GetDirectories(Output.Folder)
        .Where(project => Directory.EnumerateFiles(project, pattern, SearchOption.AllDirectories).Any(file => Path.GetRelativePath(project, file).Split('/', '\\').Contains(folder)))
        .Select(project => Path.GetFileName(project)).Order(StringComparer.Ordinal);
}

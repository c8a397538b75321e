using System.Runtime.InteropServices;
using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>Ways that are switches of the command, on one prohibited project, an application above it and a clean project.</summary>
public sealed class SwitchTests(Workspace workspace)
{
    private static readonly string[] Expected = ["BVA1003 error Prohibited/Prohibited.csproj(6,5) Prohibited.csproj"];

    /// <summary>The shared build restores by static graph.</summary>
    private BuiltScenario Switches => workspace.Built("Switches", "-p:RestoreUseStaticGraphEvaluation=true");

    [Fact]
    public void StaticGraphRestore_IsJudged() => AssertJudged(Switches.Result);

    [Fact]
    public void GraphBuild_IsJudged() => AssertJudged(Build("-graph"));

    [Fact]
    public void MultiThreadedBuild_IsJudgedWithinItsOwnProcess()
    {
        AssertJudged(Build("-mt", "-flp:v=d;logfile=mt.log"));
        var log = File.ReadAllLines(Path.Combine(Switches.Folder, "mt.log")).Select(line => line.Trim()).ToList();

        // MSBuild says of each task that it sends out where it ran; some of the SDK's are.
        Assert.Contains(log, line => line.Contains("ran in TaskHost process", StringComparison.Ordinal));
        Assert.Contains(log, line => line.Contains("Using \"CheckBannedVendors\" task", StringComparison.Ordinal));
        Assert.DoesNotContain(log, line => line.StartsWith("Task \"CheckBannedVendors\" ran in TaskHost", StringComparison.Ordinal));
        Assert.DoesNotContain(log, line => line.StartsWith("Launching task \"CheckBannedVendors\"", StringComparison.Ordinal));
    }

    /// <summary>The one with machine code where there is one.</summary>
    [Fact]
    public void Task_IsTheOneForThisSystem()
    {
        var folder = OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "linux-x64" : "netstandard2.0";
        var log = Build("-t:BannedVendorCheck", "-v:d").Lines.Where(line => line.Contains("Using \"CheckBannedVendors\" task", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(log);
        Assert.All(log, line => Assert.Contains($"tasks/{folder}/", line, StringComparison.Ordinal));
    }

    /// <summary>
    /// The output is there, of a build with the gate off. Nothing stops at the library now, and a single application may be published, so
    /// the application reports as well.
    /// </summary>
    [Fact]
    public void PackAndPublishWithoutBuild_AreJudged()
    {
        Build("-p:BannedVendorCheck=false").Expect(0);

        string[] expected = ["BVA1003 error App/App.csproj(6,5) App.csproj", .. Expected];
        var pack = Run("pack");
        Assert.Equal(expected, BuildLine.Sorted(pack.Expect(1), Switches.Folder));
        Assert.Equal(["Clean.1.0.0.nupkg"], Directory.GetFiles(Switches.Folder, "*.nupkg", SearchOption.AllDirectories).Select(Path.GetFileName));

        var publish = Run("publish");
        Assert.Equal(expected, BuildLine.Sorted(publish.Expect(1), Switches.Folder));
        Assert.Equal(["Clean"], Directory.GetDirectories(Switches.Folder, "publish", SearchOption.AllDirectories).Select(folder => Path.GetRelativePath(Switches.Folder, folder).Split('/', '\\')[0]));
    }

    private CommandResult Build(params string[] more) => workspace.Build(Switches.Folder, "Switches.slnx", ["--no-restore", .. more]);

    private CommandResult Run(string command) =>
        workspace.DotNet.Run(Switches.Folder, command, "Switches.slnx", "--no-build", "-c", "Debug", "-tl:off", "-v:m", $"-p:GateVersion={workspace.Version}");

    private void AssertJudged(CommandResult result)
    {
        Assert.Equal(Expected, BuildLine.Sorted(result.Expect(1), Switches.Folder));
        Assert.Contains("Clean -> ", result.Output, StringComparison.Ordinal);
    }
}

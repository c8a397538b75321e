using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>File-based apps: one source file, no project file on disk; <c>Directory.Build.props</c> beside it brings the gate.</summary>
public sealed class FileBasedTests(Workspace workspace)
{
    private static readonly string[] Expected = ["BVA1001 error app.cs(3,1) app.cs"];

    /// <summary>The SDK would only call the compiler after an edit of the source, and nothing at all without one.</summary>
    [Fact]
    public void SecondRun_IsJudgedByWhatIsTrueThen()
    {
        var folder = workspace.Copy("FileBased", "FileBased");
        Assert.Equal(["first"], Run(folder, "app.cs").Expect(0).Lines);

        File.WriteAllText(Path.Combine(folder, "eng", "Audience.props"), "<Project />");
        var source = Path.Combine(folder, "app.cs");
        File.WriteAllText(source, File.ReadAllText(source).Replace("first", "second", StringComparison.Ordinal));
        var second = Run(folder, "app.cs").Expect(1);
        Assert.Contains("app.cs(3,1): error BVA1001: ", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("second", second.Lines);

        Assert.Equal(Expected, BuildLine.Sorted(workspace.Build(folder, "app.cs", "--no-restore").Expect(1), folder));
        Assert.Equal(["clean"], Run(folder, "clean.cs").Expect(0).Lines);
    }

    [Fact]
    public void ImportInTheApp_IsReportedAtItsLine()
    {
        var folder = workspace.Copy("FileBased", "FileBasedImport");
        File.WriteAllText(Path.Combine(folder, "eng", "Audience.props"), "<Project />");
        Assert.Contains("import.cs(4,47): error BVA2001: ", Run(folder, "import.cs").Expect(1).Output, StringComparison.Ordinal);
    }

    private CommandResult Run(string folder, string file) => workspace.DotNet.Run(folder, "run", $"-p:GateVersion={workspace.Version}", file);
}

using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>The package as an MSBuild SDK, which <c>Directory.Build.targets</c> and <c>Directory.Solution.targets</c> import, in a repository that references nothing of ours.</summary>
public sealed class RestoreTests(Workspace workspace)
{
    private const string StaticGraph = "-p:RestoreUseStaticGraphEvaluation=true";

    /// <summary>Without the project: NuGet does not hand it on by static graph.</summary>
    private static readonly string[] Direct =
    [
        "BVA1001 error Central/Central.csproj(6,5)",
        "BVA1001 error Direct/Direct.csproj(6,5)",
        "BVA1001 error Global/Directory.Packages.props(6,5)",
        "BVA1006 error Download/Download.csproj(6,5)",
    ];

    private const string OneFramework = "BVA1001 error Several/Several.csproj(7,5)";

    /// <summary>An application is silent about what its library brings in, and a review is left to the build.</summary>
    private static readonly string[] Transitive =
    [
        "BVA1002 error Library/Library.csproj(6,5) Library.csproj",
        "BVA1003 error Contents/Contents.csproj(6,5) Contents.csproj",
    ];

    [Fact]
    public void DirectReferences_StopTheRestoreBeforeAnyDownload()
    {
        var repository = new Repository(workspace, "RestoreDirect");

        Assert.Equal(Direct, Places(repository.Fails("restore", "Direct.slnx")));
        Assert.Equal(Direct, Places(repository.Fails("restore", "Direct.sln")));
        Assert.Equal([Direct[1]], Places(repository.Fails("restore", "Direct/Direct.csproj")));
        Assert.Equal([OneFramework], Places(repository.Fails("restore", "Several/Several.csproj")));
        Assert.Equal([.. Direct[..3], OneFramework, Direct[3]], Places(repository.Fails("restore", "Direct.slnx", StaticGraph)));
        Assert.Equal(["BVA1001 error FileBased/app.cs(2,1)"], Places(repository.Fails("build", "FileBased/app.cs")));
        Assert.Equal([Direct[1]], Places(repository.Fails("build", "Direct/Direct.csproj")));

        Assert.Equal(["bannedvendoranalyzer"], repository.Packages);
        Assert.Empty(Directory.EnumerateFiles(repository.Folder, "project.assets.json", SearchOption.AllDirectories));
    }

    [Fact]
    public void FilesBesideTheReferences_StopTheRestore()
    {
        var repository = new Repository(workspace, "RestoreTools");
        string[] expected = ["BVA1006 error Tools/.config/dotnet-tools.json(4,5)", "BVA1006 error Tools/global.json(3,5)"];

        Assert.Equal(expected, Places(repository.Fails("restore", "Tools/Tools.csproj")));
        Assert.Equal(expected, Places(repository.Fails("restore", "Tools/Tools.csproj", StaticGraph)));
        Assert.False(File.Exists(Path.Combine(repository.Folder, "Tools", "obj", "project.assets.json")));
    }

    /// <summary>A restore that was stopped leaves nothing to judge, so the tool restores without the gate.</summary>
    [Fact]
    public void Tool_FindsWhatTheRestoreWasStoppedFor()
    {
        var repository = new Repository(workspace, "RestoreTool");
        var outcome = repository.Tool("check", "Direct/Direct.csproj").Expect(1);

        Assert.Contains("Direct/Direct.csproj(6,5): prohibited BVA1001", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("gate", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void VisualStudio_WarnsAndLoads()
    {
        var repository = new Repository(workspace, "RestoreEditor");
        var result = repository.Run("msbuild", "Direct/Direct.csproj", "-t:CollectPackageReferences", "-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true").Expect(0);

        Assert.Equal(["BVA1001 warning Direct/Direct.csproj(6,5) Direct.csproj"], BuildLine.Sorted(result, repository.Folder));
    }

    [Fact]
    public void TransitivePackages_FailTheRestoreAndTheBuildNeverRuns()
    {
        var repository = new Repository(workspace, "RestoreTransitive");
        var first = repository.Run("restore", "Transitive.slnx").Expect(1);

        Assert.Equal(Transitive, BuildLine.Sorted(first, repository.Folder));
        Assert.Contains("Path: Library → Contoso.Cameras/1.0.0 → QuickNV.HikvisionNetSDK/1.0.1", first.Output, StringComparison.Ordinal);
        Assert.Equal(Transitive, repository.Fails("restore", "Transitive.sln"));
        Assert.Equal(Transitive, repository.Fails("restore", "Transitive.slnx", StaticGraph));
        Assert.Equal([Transitive[0]], repository.Fails("restore", "App/App.csproj"));

        var build = repository.Run("build", "Transitive.slnx").Expect(1);
        Assert.Equal(Transitive, Repository.Printed(build, repository.Folder));
        Assert.DoesNotContain(" -> ", build.Output, StringComparison.Ordinal);
        Assert.Equal([Transitive[1]], repository.Fails("build", "Contents/Contents.csproj", "--no-restore"));
    }

    /// <summary>Also of a project that references the package as well: once, and without a word of MSBuild.</summary>
    [Fact]
    public void CleanTwins_AreRestoredAndBuilt()
    {
        var repository = new Repository(workspace, "RestoreClean");
        var restored = repository.Run("restore", "Clean.slnx").Expect(0);
        var build = repository.Run("build", "Clean.slnx", "--no-restore").Expect(0);

        Assert.DoesNotContain("warning", restored.Output, StringComparison.Ordinal);
        Assert.Equal(
            Repository.CleanWarnings,
            Repository.Printed(build, repository.Folder));
        Assert.DoesNotContain(build.Lines, line => line.Contains("warning MSB", StringComparison.Ordinal));
        Assert.Equal(["BVA2001 error Source/Native.cs(6,32) Source.csproj"], repository.Fails("build", "Source/Source.csproj"));
    }

    /// <summary>What is kept of a restore is of these references only.</summary>
    [Fact]
    public void ReferenceThatIsAddedLater_IsStopped()
    {
        var repository = new Repository(workspace, "RestoreAgain");
        for (var time = 1; time <= 2; time++) repository.Run("restore", "Clean/Clean.csproj").Expect(0);
        Assert.True(File.Exists(Path.Combine(repository.Folder, "Clean", "obj", "banned-vendors.net10.0.references.cache")));

        var project = Path.Combine(repository.Folder, "Clean", "Clean.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace("Contoso.Plain", "Kaspersky.CaptchaMixer", StringComparison.Ordinal));
        Assert.Equal(["BVA1001 error Clean/Clean.csproj(6,5) Clean.csproj"], repository.Fails("restore", "Clean/Clean.csproj"));
    }

    private static IEnumerable<string> Places(IEnumerable<string> lines) => lines.Select(line => string.Join(' ', line.Split(' ').Take(3))).Distinct();
}

using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>The tool judges what a project restores to now, not what it was restored to once.</summary>
public sealed class ToolFreshnessTests(Workspace workspace)
{
    private const string Newer = "App/App.csproj is newer than the last restore: restoring";

    [Fact]
    public void ChangedProject_IsRestoredOnceAndJudgedAsItIsNow()
    {
        var folder = Restored("Changed");
        WriteProject(folder, "App", "Contoso.Scan");
        Assert.Contains("App/App.csproj' was changed after the last restore", workspace.Tool(folder, "check", "--no-restore").Expect(2).Output, StringComparison.Ordinal);

        var found = workspace.Tool(folder, "check").Expect(1);
        Assert.Contains($"{Newer} App/App.csproj", found.Error, StringComparison.Ordinal);
        Assert.Contains("prohibited BVA1003", found.Output, StringComparison.Ordinal);
        Assert.Empty(workspace.Tool(folder, "check").Expect(1).Error);
    }

    /// <summary>Of a restore that finds nothing to do NuGet leaves no trace unless it is forced.</summary>
    [Fact]
    public void TouchedProject_IsRestoredOnce()
    {
        var folder = Restored("Touched");
        Touch(folder, "App/App.csproj");
        Assert.Contains(Newer, workspace.Tool(folder, "check").Expect(0).Error, StringComparison.Ordinal);
        Assert.Empty(workspace.Tool(folder, "check").Expect(0).Error);

        Touch(folder, "App/App.csproj");
        workspace.Tool(folder, "check", "--no-restore").Expect(2);
        workspace.DotNet.Run(folder, "restore", "App", "--force", "-tl:off").Expect(0);
        workspace.Tool(folder, "check", "--no-restore").Expect(0);
    }

    [Fact]
    public void ProjectThatItsSolutionLeavesOut_IsRestoredByItself()
    {
        var folder = Restored("LeftOut");
        File.WriteAllText(Path.Combine(folder, "All.slnx"), """<Solution><Project Path="Other/Other.csproj" /><Project Path="App/App.csproj"><Build Project="false" /></Project></Solution>""");
        WriteProject(folder, "Other", "Contoso.Plain");
        WriteProject(folder, "App", "Contoso.Scan");

        var found = workspace.Tool(folder, "check").Expect(1);
        Assert.Contains("restoring App/App.csproj", found.Error, StringComparison.Ordinal);
        Assert.Contains("App/App.csproj(3,5): prohibited BVA1003", found.Output, StringComparison.Ordinal);
        Assert.Empty(workspace.Tool(folder, "check").Expect(1).Error);
    }

    [Fact]
    public void SolutionFilter_RestoresWhatItListsAndNoMore()
    {
        var folder = Folder("Filtered");
        WriteProject(folder, "App", "Contoso.Plain");
        WriteProject(folder, "Other", "Contoso.Scan");
        File.WriteAllText(Path.Combine(folder, "All.slnx"), """<Solution><Project Path="Other/Other.csproj" /><Project Path="App/App.csproj" /></Solution>""");
        File.WriteAllText(Path.Combine(folder, "App.slnf"), """{ "solution": { "path": "All.slnx", "projects": [ "App\\App.csproj" ] } }""");

        var result = workspace.Tool(folder, "check", "App.slnf").Expect(0);
        Assert.Contains("Restoring App.slnf", result.Error, StringComparison.Ordinal);
        Assert.Contains("1 project and", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "Other", "obj")));
    }

    [Fact]
    public void ObjThatWasMoved_IsFoundWhereItIsNow()
    {
        var folder = Restored("Moved");
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project><PropertyGroup><BaseIntermediateOutputPath>$(MSBuildThisFileDirectory)elsewhere/</BaseIntermediateOutputPath></PropertyGroup></Project>");
        WriteProject(folder, "App", "Contoso.Scan");

        var found = workspace.Tool(folder, "check", "App").Expect(1);
        Assert.Contains("prohibited BVA1003", found.Output, StringComparison.Ordinal);
        Assert.Contains("App/obj/project.assets.json is left over", found.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void RestoreThatFails_IsUnverified()
    {
        var folder = Restored("Failing");
        WriteProject(folder, "App", "Contoso.NotThere");
        Assert.Contains("NU1101", workspace.Tool(folder, "check").Expect(2).Output, StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(folder, "App", "App.csproj"), "<Project>");
        var damaged = workspace.Tool(folder, "check").Expect(2);
        Assert.Contains("App/App.csproj' was changed after the last restore", damaged.Output, StringComparison.Ordinal);
        Assert.Contains("MSB4025", damaged.Error, StringComparison.Ordinal);
    }

    /// <summary>No restore is ever later than such a file, so its own restore has to do.</summary>
    [Fact]
    public void ProjectFromTheFuture_IsRestoredEachTimeAndBelieved()
    {
        var folder = Restored("Future");
        File.SetLastWriteTimeUtc(Path.Combine(folder, "App", "App.csproj"), DateTime.UtcNow.AddDays(1));
        Assert.Contains(Newer, workspace.Tool(folder, "check").Expect(0).Error, StringComparison.Ordinal);
        Assert.Contains(Newer, workspace.Tool(folder, "check").Expect(0).Error, StringComparison.Ordinal);
        workspace.Tool(folder, "check", "--no-restore").Expect(2);
    }

    /// <summary>Even where nothing proves it by its time, the restore of the solution is enough for all of its projects.</summary>
    [Fact]
    public void PropsFromTheFuture_RestoreTheSolutionAndNoProjectByItself()
    {
        var folder = Restored("FutureProps");
        WriteProject(folder, "Other", "Contoso.Plain");
        File.WriteAllText(Path.Combine(folder, "All.slnx"), """<Solution><Project Path="Other/Other.csproj" /><Project Path="App/App.csproj" /></Solution>""");
        workspace.Tool(folder, "check").Expect(0);
        var props = Path.Combine(folder, "Directory.Build.props");
        File.WriteAllText(props, "<Project />");
        File.SetLastWriteTimeUtc(props, DateTime.UtcNow.AddDays(1));

        var lines = workspace.Tool(folder, "check").Expect(0).Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Directory.Build.props is newer than the last restore: restoring All.slnx …", Assert.Single(lines).Trim());
    }

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(workspace.Root, $"Freshness.{name}")).FullName;

    /// <summary>A folder with a clean project, restored and checked.</summary>
    private string Restored(string name)
    {
        var folder = Folder(name);
        WriteProject(folder, "App", "Contoso.Plain");
        workspace.Tool(folder, "check").Expect(0);
        return folder;
    }

    private static void WriteProject(string folder, string name, string package)
    {
        var project = Path.Combine(folder, name, $"{name}.csproj");
        Directory.CreateDirectory(Path.GetDirectoryName(project)!);
        File.WriteAllText(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <PackageReference Include="{package}" Version="1.0.0" />
              </ItemGroup>
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """);
    }

    private static void Touch(string folder, string file) => File.SetLastWriteTimeUtc(Path.Combine(folder, file), DateTime.UtcNow);
}

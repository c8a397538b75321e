using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>Builds as Visual Studio runs them to learn about a project; they never fail, or the project would not load.</summary>
public sealed class DesignTimeTests(Workspace workspace)
{
    private BuiltScenario Packages => workspace.Built("Packages");

    [Fact]
    public void Project_Warns()
    {
        var result = Load(Packages.Folder, "Contents/Contents.csproj");
        Assert.Equal(["BVA1003 warning Contents/Contents.csproj(6,5) Contents.csproj"], BuildLine.Sorted(result, Packages.Folder));
    }

    /// <summary>Visual Studio loads each framework by itself.</summary>
    [Fact]
    public void FrameworkOfSeveral_WarnsForItself()
    {
        var result = Load(Packages.Folder, "OneFramework/OneFramework.csproj", "-p:TargetFramework=netstandard2.0");
        Assert.Equal(["BVA1003 warning OneFramework/OneFramework.csproj(7,5) OneFramework.csproj netstandard2.0"], BuildLine.Sorted(result, Packages.Folder));
        Assert.Empty(BuildLine.Of(Load(Packages.Folder, "OneFramework/OneFramework.csproj", "-p:TargetFramework=net10.0"), Packages.Folder));
    }

    [Fact]
    public void ProjectThatIsNotRestored_LoadsInSilenceAndAfterwardsWithAWarning()
    {
        var folder = workspace.Copy("Packages", "DesignTime");
        Assert.Empty(BuildLine.Of(Load(folder, "Contents/Contents.csproj"), folder));
        Assert.Empty(BuildLine.Of(Load(folder, "Library/Library.csproj", "-p:TargetFramework=net10.0"), folder));

        // The gate is imported by what NuGet wrote, but what it reads is gone.
        workspace.DotNet.Run(folder, "restore", "Contents/Contents.csproj", $"-p:GateVersion={workspace.Version}", "-tl:off").Expect(0);
        File.Delete(Path.Combine(folder, "Contents", "obj", "project.assets.json"));
        Assert.Equal(["BVA0001 warning Contents/obj/project.assets.json Contents.csproj"], BuildLine.Sorted(Load(folder, "Contents/Contents.csproj"), folder));
    }

    private CommandResult Load(string folder, string project, params string[] more) => workspace.DotNet.Run(
        folder,
        [
            "msbuild", project, "-t:CollectPackageReferences;ResolvePackageDependenciesDesignTime;ResolveAssemblyReferencesDesignTime;Compile",
            "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:BuildingInsideVisualStudio=true",
            $"-p:GateVersion={workspace.Version}", "-tl:off", "-v:m", .. more,
        ]).Expect(0);
}

using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>The packed tool tries the packed gate, in repositories whose gate works and in such that break it.</summary>
public sealed class SelftestTests(Workspace workspace)
{
    private const string Gate = """<PackageReference Include="BannedVendorAnalyzer" Version="{0}" PrivateAssets="all" />""";
    private const string Report = """{ "root": true, "audiences": ["us-federal-contractor"], "maxRulesAge": 3650, "mode": "report", "reportUntil": "{1}" }""";
    private const string Empty = """<Project><Target Name="BannedVendorCheck" /><Target Name="BannedVendorCheckOutput" /></Project>""";

    private static readonly string ReportUntil = DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Everything that makes a restore or a compilation particular, at once. The source is not there at all, and what is restored was restored before.</summary>
    [Fact]
    public void ParticularRepository_Passes()
    {
        var folder = Repository("Particular",
            ("Directory.Packages.props", """<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally><CentralPackageVersionOverrideEnabled>false</CentralPackageVersionOverrideEnabled></PropertyGroup><ItemGroup><GlobalPackageReference Include="BannedVendorAnalyzer" Version="{0}" /></ItemGroup></Project>"""),
            ("Directory.Build.props", """
            <Project><PropertyGroup><TreatWarningsAsErrors>true</TreatWarningsAsErrors><UseArtifactsOutput>true</UseArtifactsOutput><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>
            <RestorePackagesWithLockFile>true</RestorePackagesWithLockFile><RestoreLockedMode>true</RestoreLockedMode><GeneratePackageOnBuild>true</GeneratePackageOnBuild><OutputType>Exe</OutputType></PropertyGroup></Project>
            """),
            ("global.json", """{ "sdk": { "version": "10.0.100", "rollForward": "latestFeature" } }"""),
            ("NuGet.config", """<configuration><packageSources><clear /><add key="none" value="nowhere" /></packageSources><packageSourceMapping><clear /><packageSource key="none"><package pattern="*" /></packageSource></packageSourceMapping></configuration>"""),
            ("banned-vendors.json", """{ "root": true, "audiences": ["ca-government"], "locked": true, "maxRulesAge": 3650 }"""));
        Restore("Before");
        var before = Files(folder);

        var result = workspace.Tool(folder, "selftest").Expect(0);
        Assert.Matches(@"^Package '.+' \(.+\): caught by BVA1001\.\r?\nImport of '.+' \(.+\): caught by BVA2001\.\r?\nThe gate works in '\.'\.\r?\n$", result.Output);
        Assert.Contains("For ca-government too little is prohibited to plant", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, Files(folder));
        Assert.DoesNotContain(Directory.GetDirectories(Path.Combine(workspace.Root, "packages")), id => Directory.Exists(Path.Combine(id, "0.0.0-selftest")));
    }

    /// <summary>What was broken, and what is said of package and import.</summary>
    [Theory]
    [InlineData("Off", "Directory.Build.props", "<Project><PropertyGroup><BannedVendorCheck>false</BannedVendorCheck></PropertyGroup><ItemGroup>" + Gate + "</ItemGroup></Project>", "NOT caught", "NOT caught", "BVA0007: BannedVendorCheck is 'false'")]
    [InlineData("Excluded", "Directory.Build.props", """<Project><ItemGroup><PackageReference Include="BannedVendorAnalyzer" Version="{0}" ExcludeAssets="all" /></ItemGroup></Project>""", "NOT caught", "caught by BVA2001", "is referenced without its build files")]
    [InlineData("Replaced", "Directory.Build.targets", Empty, "NOT caught", "caught by BVA2001", "is referenced and did not stop it: look for targets of the names BannedVendorCheck")]
    [InlineData("Cleared", "Directory.Build.props", "<Project><PropertyGroup><ImportProjectExtensionTargets>false</ImportProjectExtensionTargets></PropertyGroup><ItemGroup>" + Gate + "</ItemGroup></Project>", "NOT caught", "caught by BVA2001", "ImportProjectExtensionTargets")]
    [InlineData("Somewhere", "Directory.Build.props", "<Project><ItemGroup Condition=\"$(MSBuildProjectDirectory.Contains('Web'))\">" + Gate + "</ItemGroup></Project>", "NOT caught", "NOT caught", "do not get the package BannedVendorAnalyzer")]
    [InlineData("Reported", "banned-vendors.json", Report, "only warned about (BVA1001)", "only warned about (BVA2001)", "BVA0007: what is prohibited is only reported")]
    public void BrokenRepository_Fails(string name, string file, string text, string package, string import, string reason)
    {
        var folder = Repository(name, ("Directory.Build.props", "<Project><ItemGroup>" + Gate + "</ItemGroup></Project>"), (file, text));

        var result = workspace.Tool(Path.GetDirectoryName(folder)!, "selftest", Path.GetFileName(folder));
        Assert.Matches($@"^Package '.+' \(.+\): {System.Text.RegularExpressions.Regex.Escape(package)}", result.Output);
        Assert.Contains($": {import}", result.Output[result.Output.IndexOf("\nImport", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains(reason, result.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(folder));
        result.Expect(1);
    }

    [Fact]
    public void BuildThatFailsBefore_IsNotTried()
    {
        var folder = Repository("Failing", ("Directory.Build.targets", """<Project><Target Name="Stop" BeforeTargets="BeforeBuild"><Error Code="X1" Text="Not today" /></Target></Project>"""));
        var result = workspace.Tool(folder, "selftest").Expect(2);
        Assert.Contains("not tried, because the build failed before", result.Output, StringComparison.Ordinal);
        Assert.Contains("error X1: Not today", result.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(folder));
    }

    [Fact]
    public void InvalidPolicy_IsToldBeforeAnythingIsBuilt()
    {
        var folder = Repository("Invalid", ("banned-vendors.json", """{ "root": true, "strct": true }"""));
        Assert.Contains("banned-vendors.json(1,17): error BVA0002", workspace.Tool(folder, "selftest").Expect(4).Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(folder));
    }

    [Theory]
    [InlineData("Off", "<Project><PropertyGroup><BannedVendorCheck>false</BannedVendorCheck></PropertyGroup><ItemGroup>" + Gate + "</ItemGroup></Project>", "  BVA0007: BannedVendorCheck is 'false'")]
    [InlineData("Sdk", "<Project>", "MSB4024")]
    public void RepositoryThatNobodyCanBuild_IsNotTried(string name, string props, string said)
    {
        var folder = Repository($"Not{name}", ("Directory.Build.props", props), ("banned-vendors.json", """{ "root": true, "locked": true, "audiences": ["us-person"] }"""));
        var result = workspace.Tool(folder, "selftest").Expect(2);
        Assert.Contains(said, result.Output + result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(folder));
    }

    [Fact]
    public void WithoutTheSdk_SaysSo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Variables are set by a program of Unix.");
        var folder = Repository("NoSdk");
        var result = workspace.DotNet.Start("env", folder, "DOTNET_HOST_PATH=/nowhere/dotnet", Path.Combine(workspace.Root, "tool", "banned-vendors"), "selftest").Expect(2);
        Assert.Contains("put the .NET SDK on the PATH", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(folder));
    }

    [Fact]
    public void Interrupted_LeavesNothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent by a shell.");
        var folder = Repository("Interrupted", ("Directory.Build.props", "<Project><ItemGroup>" + Gate + "</ItemGroup></Project>"));

        // A shell starts what it leaves in the background with interrupts ignored, so the other signal stands for both.
        const string script = "\"$0\" selftest & until ls -d .banned* >/dev/null 2>&1; do sleep 0.05; done; kill -TERM $!; wait $!";
        var result = workspace.DotNet.Start("sh", folder, "-c", script, Path.Combine(workspace.Root, "tool", "banned-vendors")).Expect(2);
        Assert.Contains("Stopped; what was planted is gone again.", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(folder));
    }

    /// <summary>Files with the version of the gate, and the last day of reporting, filled in; later ones replace earlier ones.</summary>
    private string Repository(string name, params (string File, string Text)[] files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(workspace.Root, $"Selftest.{name}")).FullName;
        foreach (var (file, text) in files) File.WriteAllText(Path.Combine(folder, file), text.Replace("{0}", workspace.Version, StringComparison.Ordinal).Replace("{1}", ReportUntil, StringComparison.Ordinal));
        return folder;
    }

    /// <summary>So that the gate is in the package folder of this run.</summary>
    private void Restore(string name)
    {
        var folder = Repository(name, ("Before.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup>{Gate}</ItemGroup></Project>"));
        workspace.DotNet.Run(folder, "restore", "-tl:off").Expect(0);
    }

    private static string[] Files(string folder) => [.. Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}

using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>What <c>dotnet build</c> prints for a solution that holds every way to reference a package, built once.</summary>
public sealed class GateTests(Workspace workspace)
{
    private static readonly string[] Expected =
    [
        "BVA0002 error UnknownAudience/UnknownAudience.csproj UnknownAudience.csproj",
        "BVA0007 warning PastDay/PastDay.csproj PastDay.csproj",
        "BVA0007 warning ShieldedLibrary/ShieldedLibrary.csproj ShieldedLibrary.csproj",
        "BVA0007 warning SwitchedOff/SwitchedOff.csproj SwitchedOff.csproj",
        "BVA1001 error DirectCSharp/DirectCSharp.csproj(6,5) DirectCSharp.csproj",
        "BVA1001 error DirectFSharp/DirectFSharp.fsproj(7,5) DirectFSharp.fsproj",
        "BVA1001 error DirectVisualBasic/DirectVisualBasic.vbproj(6,5) DirectVisualBasic.vbproj",
        "BVA1001 error SharedProps/Directory.Build.props(4,5) SharedProps.csproj",
        "BVA1002 error Central/Directory.Packages.props(10,5) CentralPinned.csproj",
        "BVA1002 error Library/Library.csproj(7,5) Library.csproj net10.0",
        "BVA1002 error Library/Library.csproj(7,5) Library.csproj netstandard2.0",
        "BVA1003 error Central/CentralDirect/CentralDirect.csproj(6,5) CentralDirect.csproj",
        "BVA1003 error Computed/Computed.csproj Computed.csproj",
        "BVA1003 error Contents/Contents.csproj(6,5) Contents.csproj",
        "BVA1003 error OneFramework/OneFramework.csproj(7,5) OneFramework.csproj netstandard2.0",
        "BVA1003 error ShieldedApp/ShieldedApp.csproj(6,5) ShieldedApp.csproj",
        "BVA1004 warning PastDay/PastDay.csproj(7,5) PastDay.csproj",
        "BVA1004 warning Review/Review.csproj(6,5) Review.csproj",
    ];

    private BuiltScenario Packages => workspace.Built("Packages");

    [Fact]
    public void EveryWayToReference_IsReportedAtItsLine()
    {
        Assert.Equal(Expected, BuildLine.Sorted(Packages.Lines));
    }

    [Fact]
    public void CleanProjects_PrintNothingOfOursAndAreCompiled()
    {
        string[] clean = ["CleanCSharp", "CleanVisualBasic", "CleanFSharp", "CleanCanada"];
        Assert.DoesNotContain(Packages.Result.Lines, line => line.Contains("BVA", StringComparison.Ordinal) && clean.Any(name => line.Contains(name, StringComparison.Ordinal)));
        foreach (var name in clean) Assert.NotEmpty(Outputs(name));
    }

    [Fact]
    public void ProhibitedProjects_AreNotCompiled()
    {
        foreach (var name in new[] { "DirectCSharp", "DirectFSharp", "DirectVisualBasic", "Contents", "Library" }) Assert.Empty(Outputs(name));
    }

    [Fact]
    public void ReviewAndAnOffSwitch_LetTheBuildPass()
    {
        foreach (var name in new[] { "Review", "SwitchedOff", "PastDay" }) Assert.NotEmpty(Outputs(name));
    }

    [Fact]
    public void SecondAndThirdBuild_PrintTheSame()
    {
        var first = BuildLine.Sorted(Packages.Lines);
        for (var build = 2; build <= 3; build++) Assert.Equal(first, BuildLine.Sorted(workspace.Build(Packages.Folder, "Packages.slnx").Expect(1), Packages.Folder));
    }

    [Fact]
    public void TransitivePackage_SaysPathAuthorityDateAndThatItIsAnInterpretation()
    {
        var message = Packages.Lines.First(line => line.Project == "Library.csproj").Message;
        Assert.Contains("Path: Library → Contoso.Cameras/1.0.0 → QuickNV.HikvisionNetSDK/1.0.1", message, StringComparison.Ordinal);
        Assert.Contains("Section 889 of the FY2019 NDAA (Pub. L. 115-232), in force since 2019-08-13", message, StringComparison.Ordinal);
        Assert.Contains("us-federal-contractor (default audience, none was chosen) by interpretation", message, StringComparison.Ordinal);
        Assert.Contains("banned-vendors explain BVA1002", message, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownAudience_NamesTheKnownOnes()
    {
        var message = Packages.Lines.First(line => line.Code == "BVA0002").Message;
        Assert.Contains("'us-contractor'", message, StringComparison.Ordinal);
        Assert.Contains("us-federal-contractor", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReviewUnderWarningsAsErrors_StaysAWarning()
    {
        var result = workspace.Build(Packages.Folder, "Review/Review.csproj", "-warnaserror", "-p:TreatWarningsAsErrors=true").Expect(0);
        Assert.Equal(["BVA1004 warning Review/Review.csproj(6,5) Review.csproj"], BuildLine.Sorted(result, Packages.Folder));
    }

    [Fact]
    public void NoWarn_DoesNotSilenceAProhibition()
    {
        var result = workspace.Build(Packages.Folder, "Contents/Contents.csproj", "-p:NoWarn=BVA1003", "-p:MSBuildWarningsAsMessages=BVA1003").Expect(1);
        Assert.Equal(["BVA1003 error Contents/Contents.csproj(6,5) Contents.csproj"], BuildLine.Sorted(result, Packages.Folder));
    }

    [Fact]
    public void DesignTimeBuild_WarnsAndSucceeds()
    {
        var result = workspace.DotNet.Run(Packages.Folder, "msbuild", "Contents/Contents.csproj", "-t:ResolveAssemblyReferencesDesignTime", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-tl:off", "-clp:NoSummary").Expect(0);
        Assert.Equal(["BVA1003 warning Contents/Contents.csproj(6,5) Contents.csproj"], BuildLine.Sorted(result, Packages.Folder));
    }

    [Fact]
    public void DesignTimeBuildThatCompiles_Fails()
    {
        workspace.Build(Packages.Folder, "Contents/Contents.csproj", "-p:DesignTimeBuild=true").Expect(1);
    }

    [Fact]
    public void TargetAlone_RunsTheGateForEveryFramework()
    {
        var result = workspace.Build(Packages.Folder, "Library/Library.csproj", "--no-restore", "-t:BannedVendorCheck").Expect(1);
        Assert.Equal(
            ["BVA1002 error Library/Library.csproj(7,5) Library.csproj net10.0", "BVA1002 error Library/Library.csproj(7,5) Library.csproj netstandard2.0"],
            BuildLine.Sorted(result, Packages.Folder));
    }

    private string[] Outputs(string project)
    {
        var folder = Path.Combine(Packages.Folder, project, "bin");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, $"{project}.dll", SearchOption.AllDirectories) : [];
    }
}

using BannedVendorAnalyzer.PackageTests.Toolkit;

namespace BannedVendorAnalyzer.PackageTests;

/// <summary>The analyzer as the package brings it, in the compilers of the SDK.</summary>
public sealed class SourceTests(Workspace workspace)
{
    private static readonly string[] Expected =
    [
        "BVA1004 warning Question/Cameras.cs(8,32) Question.csproj",
        "BVA1007 error FSharp/FSharp.fsproj FSharp.fsproj",
        "BVA1007 error Suppressed/Suppressed.csproj Suppressed.csproj",
        "BVA2001 error CSharp/Cameras.cs(8,32) CSharp.csproj",
        "BVA2001 error LibraryImport/Cameras.cs(11,31) LibraryImport.csproj",
        "BVA2001 error LibraryImport/Cameras.cs(8,31) LibraryImport.csproj",
        "BVA2001 error Question/Cameras.cs(11,31) Question.csproj",
        "BVA2001 error VisualBasic/Cameras.vb(2,29) VisualBasic.vbproj",
        "BVA2002 error CSharp/Cameras.cs(10,53) CSharp.csproj",
        "BVA2003 warning Question/Cameras.cs(5,37) Question.csproj",
    ];

    private BuiltScenario Source => workspace.Built("Source");

    /// <summary>F# has no analyzers, and a suppressed import is no finding of the compiler's: those are found in the output.</summary>
    [Fact]
    public void ImportsInSource_FailTheCompilationWhereTheyStand()
    {
        Source.Result.Expect(1);
        Assert.Equal(Expected, BuildLine.Sorted(Source.Lines));
        foreach (var code in new[] { "AD0001", "CS8032", "BC42376" }) Assert.DoesNotContain(code, Source.Result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_SaysForWhomAndUntilWhichDay()
    {
        var message = Source.Lines.First(line => line.Project == "CSharp.csproj").Message;
        Assert.Contains("Applies to us-federal-contractor (default audience, none was chosen) ", message, StringComparison.Ordinal);

        var editorConfig = Directory.GetFiles(Path.Combine(Source.Folder, "Question", "obj"), "*.GeneratedMSBuildEditorConfig.editorconfig", SearchOption.AllDirectories).Single();
        var properties = File.ReadAllLines(editorConfig);
        Assert.Contains("build_property._BannedVendorAudienceList = us-texas-state,it-public-sector", properties);
        Assert.Contains(properties, line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^build_property\._BannedVendorToday = \d{4}-\d\d-\d\d$"));
    }

    [Theory]
    [InlineData("CSharp/CSharp.csproj", "Cameras.cs", "namespace Contoso;")]
    [InlineData("FSharp/FSharp.fsproj", "Cameras.fs", "module Cameras\nlet installed = 0")]
    [InlineData("VisualBasic/VisualBasic.vbproj", "Cameras.vb", "Friend Module Cameras\nEnd Module")]
    public void WithoutTheImport_TheBuildPasses(string project, string file, string source)
    {
        var folder = workspace.Copy("Source", $"Source-{Path.GetFileNameWithoutExtension(project)}");
        File.WriteAllText(Path.Combine(folder, Path.GetDirectoryName(project)!, file), source);
        Assert.Empty(BuildLine.Sorted(workspace.Build(folder, project).Expect(0), folder));
    }

    /// <summary>The file that brings the day changes with it; on the same day nothing is compiled again.</summary>
    [Fact]
    public void SecondBuildOfADay_CompilesNothing()
    {
        var folder = workspace.Copy("Source", "Source-Twice");
        workspace.Build(folder, "Suppressed/Suppressed.csproj").Expect(1);
        var output = Directory.GetFiles(Path.Combine(folder, "Suppressed", "obj"), "Suppressed.dll", SearchOption.AllDirectories)[0];
        var written = File.GetLastWriteTimeUtc(output);
        workspace.Build(folder, "Suppressed/Suppressed.csproj").Expect(1);
        Assert.Equal(written, File.GetLastWriteTimeUtc(output));
    }
}

using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Tests.Projects;

public sealed class ReferenceLocatorTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The reference is expected where <c>¦</c> stands.</summary>
    [Theory]
    [InlineData("<Project>\n  <ItemGroup>\n    ¦<PackageReference Include=\"Contoso.Scan\" Version=\"1.0.0\" />\n  </ItemGroup>\n</Project>")]
    [InlineData("<Project>\r\n\r\n\t¦<PackageReference\r\n  Version=\"1\"\r\n  Include=\"CONTOSO.scan\" /></Project>")]
    [InlineData("<Project xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\"><ItemGroup>¦<PackageReference Include=\"Contoso.Scan\"><Version>1</Version></PackageReference></ItemGroup></Project>")]
    [InlineData("<Project><PackageReference Include=\"Other\" />¦<PackageReference Include=\"A; Contoso.Scan ;B\" /></Project>")]
    [InlineData("<Project>¦<PackageReference Update=\"Contoso.Scan\" /></Project>")]
    [InlineData("<Project>¦<GlobalPackageReference Include=\"Contoso.Scan\" /></Project>")]
    [InlineData("<Project><!-- <PackageReference Include=\"Contoso.Scan\" /> -->\n¦<PackageReference Include=\"Contoso.Scan\" /></Project>")]
    [InlineData("<Project><PackageVersion Include=\"Contoso.Scan\" /><PackageReference Remove=\"Contoso.Scan\" />¦<PackageReference Include=\"Contoso.Scan\" /></Project>")]
    [InlineData("<!DOCTYPE Project>\n<Project>¦<PackageReference Include=\"Contoso.Scan\" /></Project>")]
    [InlineData("<Project>é华 ¦<PackageReference Include=\"Contoso.Scan\" /></Project>")]
    public void Package_IsFoundAtItsElement(string marked) => AssertAt(marked, file => ReferenceLocator.FindPackage(file, "Contoso.Scan", null));

    [Theory]
    [InlineData("<Project><PackageReference Include=\"Contoso.Scan.Extra\" /><PackageReference Include=\"Contoso\" /></Project>")]
    [InlineData("<Project><!-- <PackageReference Include=\"Contoso.Scan\" /> --></Project>")]
    [InlineData("<Project><PackageReference Remove=\"Contoso.Scan\" /></Project>")]
    [InlineData("<Project><PackageReference Include=\"$(ScanId)\" /></Project>")]
    [InlineData("<Project><PackageReference Include=\"Other\"")]
    [InlineData("<Project><Group></Projekt><PackageReference Include=\"Contoso.Scan\" /></Project>")]
    [InlineData("")]
    public void PackageThatIsNotThere_IsNotFound(string text) => Assert.Null(ReferenceLocator.FindPackage(_folder.Write("App.csproj", text), "Contoso.Scan", null));

    [Fact]
    public void ProjectOfTheSameFileName_IsToldByItsPath() => AssertAt(
        "<Project><ProjectReference Include=\"..\\b\\Lib\\Lib.csproj\" />¦<ProjectReference Include=\"../a/Lib/Lib.csproj\" /></Project>",
        file => ReferenceLocator.FindProject(file, Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "a", "Lib", "Lib.csproj")), "net10.0"));

    [Fact]
    public void MissingFile_HasNothing() => Assert.Null(ReferenceLocator.FindPackage(_folder["none.csproj"], "Contoso.Scan", null));

    [Theory]
    [InlineData("<Project><PackageReference Include=\"Contoso.Scan\" Condition=\"'$(TargetFramework)' == 'net8.0'\" />\n¦<PackageReference Include=\"Contoso.Scan\" Condition=\"'$(TargetFramework)' == 'NET10.0'\" /></Project>")]
    [InlineData("<Project><PackageReference Include=\"Contoso.Scan\" /><ItemGroup Condition=\"'$(TargetFramework)' == 'net10.0'\">\n¦<PackageReference Include=\"Contoso.Scan\" /></ItemGroup></Project>")]
    [InlineData("<Project><ItemGroup Condition=\"'$(TargetFramework)' == 'net10.0'\"><X /></ItemGroup><PackageReference Include=\"Contoso.Scan\" />¦<PackageReference Include=\"Contoso.Scan\" Condition=\"'$(TargetFramework)' == 'net10.0'\" /></Project>")]
    [InlineData("<Project>¦<PackageReference Include=\"Contoso.Scan\" /><PackageReference Include=\"Contoso.Scan\" Condition=\"'$(TargetFramework)' == 'net10.0-windows'\" /></Project>")]
    [InlineData("<Project><PackageReference Include=\"Contoso.Scan\" Condition=\"'$(TargetFramework)' != 'net10.0'\" />¦<PackageReference Include=\"Contoso.Scan\" Condition=\"'$(TargetFramework)' == 'net10.0'\" /></Project>")]
    [InlineData("<Project><PackageReference Include=\"Contoso.Scan\" Condition=\"'net10.0' != '$(TargetFramework)'\" />¦<PackageReference Include=\"Contoso.Scan\" Condition=\"'$(OS)' == 'Windows_NT'\" /></Project>")]
    [InlineData("<Project><PackageReference Include=\"Contoso.Scan\" Condition=\"'$(Nope)' == 'yes'\" />¦<PackageReference Include=\"Contoso.Scan\" /></Project>")]
    [InlineData("<Project><PackageReference Update=\"Contoso.Scan\" />¦<PackageReference Include=\"Contoso.Scan\" /></Project>")]
    public void ConditionOfTheFramework_IsPreferred(string marked) => AssertAt(marked, file => ReferenceLocator.FindPackage(file, "Contoso.Scan", "net10.0"));

    [Fact]
    public void PackageVersion_IsFoundApart() => AssertAt(
        "<Project><PackageReference Include=\"Contoso.Scan\" />¦<PackageVersion Include=\"Contoso.Scan\" Version=\"1.0.0\" /></Project>",
        file => ReferenceLocator.FindPackageVersion(file, "contoso.scan"));

    [Theory]
    [InlineData("<Project><ProjectReference Include=\"../Lib.Tests/Lib.Tests.csproj\" />¦<ProjectReference Include=\"..\\Lib\\Lib.csproj\" /></Project>")]
    [InlineData("<Project>¦<ProjectReference Include=\"$(Root)/src/lib.csproj\" /></Project>")]
    public void Project_IsFoundByItsFileName(string marked) => AssertAt(marked, file => ReferenceLocator.FindProject(file, "../Lib/Lib.csproj", null));

    private void AssertAt(string marked, Func<string, SourceLocation?> find)
    {
        var before = marked[..marked.IndexOf('¦', StringComparison.Ordinal)].Split('\n');
        var file = _folder.Write("App.csproj", marked.Replace("¦", "", StringComparison.Ordinal));

        Assert.Equal(new SourceLocation(file, before.Length, before[^1].Length + 1), find(file));
    }
}

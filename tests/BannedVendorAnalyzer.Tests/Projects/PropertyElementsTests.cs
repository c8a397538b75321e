using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Tests.Projects;

public sealed class PropertyElementsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("<Project>\n  <PropertyGroup>\n    <Hook />\n  </PropertyGroup>\n</Project>", 3, 5)]
    [InlineData("<Project xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\"><PropertyGroup><A>b</A>\n<hOOK>x</hOOK></PropertyGroup></Project>", 2, 1)]
    [InlineData("<Project><Target Name=\"T\"><PropertyGroup>\n<Hook>x</Hook></PropertyGroup></Target></Project>", 2, 1)]
    public void Property_IsFoundWhereItIsSet(string text, int line, int column)
    {
        var file = _folder.Write("a.props", text);
        Assert.Equal([("Hook", new SourceLocation(file, line, column))], PropertyElements.Find(file, ["Hook"]));
    }

    [Theory]
    [InlineData("<Project><ItemGroup><Hook Include=\"a\" /></ItemGroup></Project>")]
    [InlineData("<Project><PropertyGroup><Other>$(Hook)</Other></PropertyGroup></Project>")]
    [InlineData("<Project><PropertyGroup /><ItemGroup><Hook Include=\"a\" /></ItemGroup></Project>")]
    [InlineData("<Project><!-- <PropertyGroup><Hook /></PropertyGroup> --></Project>")]
    [InlineData("not XML")]
    public void AnythingElse_IsNotFound(string text) => Assert.Empty(PropertyElements.Find(_folder.Write("a.props", text), ["Hook"]));
}

using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Tests.Projects;

public sealed class FileDirectivesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The directive is expected where <c>¦</c> stands.</summary>
    [Theory]
    [InlineData("¦#:package Contoso.Scan@1.0.0\nSystem.Console.WriteLine();")]
    [InlineData("#!/usr/bin/env dotnet\n#:property PublishAot=false\n#:package Contoso.Scan.Extra@1.0.0\n¦#:package CONTOSO.scan@*\n")]
    [InlineData("// a comment\r\n\r\n  ¦#: package\t Contoso.Scan @ 1.0.0\r\n")]
    [InlineData("¦#:package Contoso.Scan")]
    [InlineData("/* #:package Contoso.Scan@1.0.0 */\n/*\n#:package Contoso.Scan@1.0.0\n*/ // end\n#pragma warning disable\n¦#:package Contoso.Scan@1.0.0\n#:package Contoso.Scan@1.0.0")]
    [InlineData("\uFEFF¦#:package Contoso.Scan@1.0.0")]
    public void Package_IsFoundAtItsDirective(string marked) => AssertAt(marked, file => FileDirectives.FindPackage(file, "Contoso.Scan"));

    [Theory]
    [InlineData("#:Package Contoso.Scan@1.0.0")]
    [InlineData("# :package Contoso.Scan@1.0.0")]
    [InlineData("#:package")]
    [InlineData("#:")]
    [InlineData("#:sdk Contoso.Scan@1.0.0")]
    [InlineData("/*\n#:package Contoso.Scan@1.0.0\n")]
    [InlineData("/* a */ var text = \"\"\"\n#:package Contoso.Scan@1.0.0\n\"\"\";")]
    [InlineData("var text = \"\"\"\n#:package Contoso.Scan@1.0.0\n\"\"\";")]
    [InlineData("")]
    public void PackageThatIsNotThere_IsNotFound(string text) => Assert.Null(FileDirectives.FindPackage(_folder.Write("app.cs", text), "Contoso.Scan"));

    [Fact]
    public void MissingFile_HasNothing() => Assert.Null(FileDirectives.FindPackage(_folder["none.cs"], "Contoso.Scan"));

    [Theory]
    [InlineData("#:project ../Lib.Tests\n¦#:project ../Lib/")]
    [InlineData("#:project ..\\Lib.Tests\\Lib.Tests.csproj\n¦#:project ..\\Lib\\Lib.csproj")]
    [InlineData("¦#:project $(Root)/src/lib.csproj")]
    public void Project_IsFoundByItsFileOrFolder(string marked) => AssertAt(marked, file => FileDirectives.FindProject(file, "../Lib/Lib.csproj"));

    [Fact]
    public void IncludedFiles_FollowTheEntryPoint()
    {
        _folder.Write("src/app.cs", "#:include ../lib/a.cs\n#:include *.cs\n#:include $(Where)/c.cs\n#:include none.cs\n#:exclude d.cs");
        _folder.Write("lib/a.cs", "#:include b.cs\n#:include ../src/app.cs");
        _folder.Write("lib/b.cs", "class B;");
        _folder.Write("src/d.cs", "class D;");

        Assert.Equal([_folder["src/app.cs"], _folder["lib/a.cs"], _folder["lib/b.cs"]], FileDirectives.Files(_folder["src/app.cs"]));
    }

    [Fact]
    public void LongChain_IsBounded()
    {
        for (var number = 0; number < 100; number++) _folder.Write($"{number}.cs", $"#:include {number + 1}.cs");

        Assert.Equal(64, FileDirectives.Files(_folder["0.cs"]).Count);
    }

    private void AssertAt(string marked, Func<string, SourceLocation?> find)
    {
        var before = marked[..marked.IndexOf('¦', StringComparison.Ordinal)].TrimStart('\uFEFF').Split('\n');
        var file = _folder.Write("app.cs", marked.Replace("¦", "", StringComparison.Ordinal));

        Assert.Equal(new SourceLocation(file, before.Length, before[^1].Length + 1), find(file));
    }
}

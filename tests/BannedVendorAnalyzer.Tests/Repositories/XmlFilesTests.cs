namespace BannedVendorAnalyzer.Tests.Repositories;

/// <summary>packages.config, NuGet.config, nuspecs and the SDKs of projects.</summary>
public sealed class XmlFilesTests
{
    [Fact]
    public void PackagesConfig_NamesItsPackages() => Assert.Equal(
        ["Contoso.Scan/1.0.0 (3,3)", "Contoso.Text/2.0 (4,3)"],
        Reading.Packages(
            "packages.config",
            """
            <?xml version="1.0" encoding="utf-8"?>
            <packages>
              <package id="Contoso.Scan" version="1.0.0" targetFramework="net472" />
              <package ID="Contoso.Text" Version="2.0" developmentDependency="true" />
              <!-- <package id="Gone" version="1.0.0" /> -->
            </packages>
            """));

    [Fact]
    public void NugetConfig_NamesTheHostsOfItsSourcesAndNothingElseOfThem()
    {
        var entries = Reading.Of("NuGet.Config", """
            <configuration>
              <packageSources>
                <clear />
                <add key="mirror" value="https://somebody:secret@nuget.mirror.example:8443/v3/index.json?token=secret" protocolVersion="3" />
                <add key="local" value="..\feed" />
                <add key="computed" value="%FEED%" />
                <add key="off" value="https://off.example/" />
              </packageSources>
              <auditSources>
                <add key="audit" value="https://audit.example/index.json" />
              </auditSources>
              <disabledPackageSources>
                <add key="OFF" value="true" />
              </disabledPackageSources>
              <packageSourceCredentials>
                <mirror><add key="ClearTextPassword" value="https://secret.example" /></mirror>
              </packageSourceCredentials>
            </configuration>
            """);

        Assert.Empty(entries.Problems);
        Assert.Equal(["mirror nuget.mirror.example (4,5)", "audit audit.example (10,5)"], entries.Sources.Select(source => $"{source.Name} {source.Host} ({source.Place.Line},{source.Place.Column})"));
    }

    [Theory]
    [InlineData("eng\\packages", "eng/packages")]
    [InlineData("%HOME%\\packages", null)]
    public void NugetConfig_SaysWherePackagesAre(string value, string? expected)
    {
        using var folder = new TempFolder();
        var config = folder.Write("nuget.config", $"<configuration><config><add key=\"GlobalPackagesFolder\" value=\"{value}\" /></config></configuration>");

        Assert.Equal(expected is null ? [] : [folder[expected]], Inspection.Repositories.NugetConfigReader.PackageFolders(config));
        Assert.Empty(Inspection.Repositories.NugetConfigReader.ConfigPackageFolders(config));
        Assert.Empty(Inspection.Repositories.NugetConfigReader.PackageFolders(folder["no.config"]));
    }

    [Fact]
    public void Project_NamesItsVersionedSdksInEveryForm() => Assert.Equal(
        ["Contoso.Sdk/1.0.0 (1,1) tool", "Second/2.0.0 (2,3) tool", "Third/3.0.0 (3,3) tool"],
        Reading.Packages(
            "App.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk; Contoso.Sdk/1.0.0">
              <Sdk Name="Second" Version="2.0.0" />
              <Import Project="Sdk.props" Sdk="Third" Version="3.0.0" />
              <Import Project="Sdk.targets" Sdk="Fourth" />
              <Import Project="../eng/Own.targets" />
              <ItemGroup><Sdk Include="NoSdk" Name="NoSdk" /></ItemGroup>
            </Project>
            """));

    [Fact]
    public void Nuspec_NamesDependenciesOfEveryGroup() => Assert.Equal(
        ["Flat/1.0.0 (4,7)", "Grouped/[2.0.0] (5,39)"],
        Reading.Packages(
            "Product.nuspec",
            """
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <dependencies>
                  <dependency id="Flat" version="1.0.0" />
                  <group targetFramework="net8.0"><dependency id="Grouped" version="[2.0.0]" /></group>
                </dependencies>
              </metadata>
            </package>
            """));

    [Theory]
    [InlineData("native\\a.dll", "native/a.dll")]
    [InlineData("missing.dll", "missing.dll")]
    [InlineData("native\\*.dll", "native/a.dll")]
    [InlineData("native\\**\\*.dll", "native/a.dll native/x64/b.dll")]
    [InlineData("**\\?.dll", "native/a.dll native/x64/b.dll")]
    [InlineData("**", "Product.nuspec native/a.dll native/note.txt native/x64/b.dll")]
    [InlineData("nowhere\\*.dll", "")]
    [InlineData("native\\*.so;native\\*.txt", "native/note.txt")]
    public void Nuspec_NamesTheFilesOfItsPatterns(string pattern, string expected)
    {
        using var folder = new TempFolder();
        foreach (var file in new[] { "native/a.dll", "native/x64/b.dll", "native/note.txt" }) folder.Write(file, "");
        var nuspec = folder.Write("Product.nuspec", $"""<package><metadata /><files><file src="{pattern}" target="lib" /></files></package>""");

        var entries = Inspection.Repositories.RepositoryReader.Read(Inspection.Repositories.RepositoryFile.Of(nuspec)!);

        Assert.Empty(entries.Problems);
        Assert.Equal(expected, string.Join(' ', entries.Files.Select(file => file.Name)));
    }
}

using System.Text;
using System.Text.Json.Nodes;
using BannedVendorAnalyzer.Inspection.Packages;

namespace BannedVendorAnalyzer.Tests.Packages;

public sealed class AssetsFileReaderTests
{
    [Fact]
    public void Version3_BringsTheTwoSpellingsOfAFrameworkTogether()
    {
        var assets = Read(Sample(3));

        Assert.Equal(("/src/App/App.csproj", "App"), (assets.ProjectPath, assets.ProjectName));
        Assert.Equal(["/packages/", "/fallback/"], assets.PackageFolders);
        Assert.Equal(["net10.0", "netstandard2.0"], assets.Frameworks.Select(framework => framework.Name));
        Assert.Equal(["net10.0", "net10.0/linux-x64"], assets.Frameworks[0].Targets.Select(target => target.Name));
        Assert.Equal([".NETStandard,Version=v2.0"], assets.Frameworks[1].Targets.Select(target => target.Name));
        Assert.Equal(["Contoso.Video", "Lib"], assets.Frameworks[0].Roots);
        Assert.Equal(["Contoso.Video"], assets.Frameworks[1].Roots);
        Assert.Equal(["Contoso.Codec"], assets.Frameworks[0].Pinned);
        Assert.Same(assets.Frameworks[1], assets.Framework("NetStandard2.0"));
        Assert.Null(assets.Framework("net8.0"));
    }

    [Fact]
    public void Version4_NamesFrameworksAsTheProjectDoes()
    {
        var assets = Read(new AssetsBuilder("/src/App/App.csproj", 4).Framework("server", ["Contoso.Codec"]).Framework("client", []).Package("Contoso.Codec/1.0.0", only: "server"));

        Assert.Equal(["server", "client"], assets.Frameworks.Select(framework => framework.Name));
        Assert.Equal(["Contoso.Codec"], assets.Frameworks[0].Roots);
        Assert.Equal([1, 0], assets.Frameworks.Select(framework => Assert.Single(framework.Targets).Nodes.Count));
    }

    [Theory]
    [InlineData("My Lib >= 1.0.0", "My Lib")]
    [InlineData("Contoso.Scan", "Contoso.Scan")]
    [InlineData("Contoso.Scan > 1.0.0 < 2.0.0", "Contoso.Scan")]
    [InlineData("Contoso.Scan <= 2.0.0", "Contoso.Scan")]
    [InlineData("Contoso.Scan = 2.0.0", "Contoso.Scan")]
    public void Roots_EndAtTheOperator(string entry, string name)
    {
        var json = new AssetsBuilder("/src/App/App.csproj").Framework("net10.0", []).Json();
        ((JsonArray)json["projectFileDependencyGroups"]!["net10.0"]!).Add(entry);

        Assert.Equal([name], AssetsFileReader.Parse("a", Encoding.UTF8.GetBytes(json.ToJsonString())).Assets!.Frameworks[0].Roots);
    }

    [Fact]
    public void Nodes_HaveTheirKindAndDependencies()
    {
        var nodes = Read(Sample(3)).Frameworks[0].Targets[0].Nodes;

        Assert.Equal(["Contoso.Codec"], nodes["contoso.video"].Dependencies);
        Assert.Equal((false, true), (nodes["Contoso.Video"].IsProject, nodes["Lib"].IsProject));
    }

    [Fact]
    public void Libraries_HaveTheirPathAndFiles()
    {
        var assets = Read(Sample(3));
        var library = assets.Libraries["CONTOSO.VIDEO/2.0.0"];

        Assert.Equal(("Contoso.Video", "2.0.0", "contoso.video/2.0.0"), (library.Id, library.Version, library.Path));
        Assert.Equal(["contoso.video.nuspec", "lib/net8.0/Contoso.Video.dll"], library.Files);
        Assert.Equal(Path.GetFullPath("/src/Lib/Lib.csproj"), assets.ReferencedProject(assets.Libraries["Lib/1.0.0"]));
        Assert.Null(assets.ReferencedProject(library));
    }

    [Theory]
    [InlineData("\"version\": 3", "\"version\": 5", "the assets file has version 5; 3 and 4 are known; restore the project again")]
    [InlineData("\"version\": 3,", "", "the assets file has version none; 3 and 4 are known; restore the project again")]
    [InlineData("\"targets\"", "\"goals\"", "the assets file lacks one of: targets, libraries, ")]
    [InlineData("\"libraries\"", "\"books\"", "the assets file lacks one of: targets, libraries, ")]
    [InlineData("\"packageFolders\"", "\"folders\"", "the assets file lacks one of: targets, libraries, ")]
    [InlineData("\"projectPath\"", "\"path\"", "the assets file lacks one of: targets, libraries, ")]
    [InlineData("\"frameworks\"", "\"works\"", "the assets file lacks one of: targets, libraries, ")]
    [InlineData("\"netstandard2.0\"", "\"netstandard2.1\"", "the assets file holds no target for 'netstandard2.1'; restore the project again")]
    [InlineData("\"Contoso.Codec/1.0.0\": {\n      \"sha512\"", "\"Contoso.Codec/1.0.1\": {\n      \"sha512\"", "the assets file resolves 'Contoso.Codec/1.0.0' and lists no library of that name and type")]
    [InlineData("\"type\": \"project\",\n      \"path\"", "\"type\": \"package\",\n      \"path\"", "the assets file resolves 'Lib/1.0.0' and lists no library of that name and type")]
    [InlineData("\"path\": \"contoso.video", "\"path\": \"\\u0000contoso.video", "the assets file is damaged: a path holds a character that no path can hold")]
    [InlineData("\"Contoso.Codec/1.0.0\"", "\"Contoso.Codec\"", "the assets file is damaged: 'Contoso.Codec' is not of the form Id/Version")]
    [InlineData("\"Contoso.Codec/1.0.0\": {\n        \"type\"", "\"contoso.video/1.0.0\": {\n        \"type\"", "the assets file is damaged: 'contoso.video' stands in one target twice")]
    [InlineData("\"type\": \"package\"", "\"type\": 1", "the assets file is damaged: a string was expected")]
    public void ContradictoryFile_IsAProblem(string good, string bad, string message)
    {
        var text = Encoding.UTF8.GetString(Sample(3).Bytes()).ReplaceLineEndings("\n");
        Assert.Contains(good, text, StringComparison.Ordinal);
        var (assets, problem) = AssetsFileReader.Parse("/obj/project.assets.json", Encoding.UTF8.GetBytes(text.Replace(good, bad, StringComparison.Ordinal)));

        Assert.Null(assets);
        Assert.StartsWith(message, problem!.Message, StringComparison.Ordinal);
        Assert.EndsWith("; restore the project again", problem.Message, StringComparison.Ordinal);
        Assert.Equal(("/obj/project.assets.json", message.Contains("damaged", StringComparison.Ordinal)), (problem.File, problem.Line > 1));
    }

    [Fact]
    public void EveryTruncation_IsAProblem()
    {
        var bytes = Sample(4).Bytes();
        for (var length = 0; length < bytes.Length; length += 97)
        {
            var (assets, problem) = AssetsFileReader.Parse("a", bytes[..length]);
            Assert.True(assets is null && problem is { Line: > 0, Column: > 0 }, $"{length} bytes were accepted.");
        }
    }

    [Fact]
    public void MissingFile_IsAProblem() =>
        Assert.Equal("the assets file is missing; restore the project again", AssetsFileReader.Read(Path.Combine(Path.GetTempPath(), "bva-no-such-file.json")).Problem!.Message);

    [Fact]
    public void ProjectName_IsOptional()
    {
        var json = Sample(3).Json();
        ((JsonObject)json["project"]!["restore"]!).Remove("projectName");

        Assert.Equal("App", AssetsFileReader.Parse("a", Encoding.UTF8.GetBytes(json.ToJsonString())).Assets!.ProjectName);
    }

    internal static AssetsFile Read(AssetsBuilder builder)
    {
        var (assets, problem) = AssetsFileReader.Parse("/src/App/obj/project.assets.json", builder.Bytes());
        Assert.True(assets is not null, problem?.Message);
        return assets;
    }

    private static AssetsBuilder Sample(int version) => new AssetsBuilder("/src/App/App.csproj", version)
        .Framework("net10.0", ["Contoso.Video", "Lib"], runtimes: ["linux-x64"])
        .Framework("netstandard2.0", ["Contoso.Video"], version == 3 ? ".NETStandard,Version=v2.0" : null)
        .Package("Contoso.Video/2.0.0", ["Contoso.Codec"], ["contoso.video.nuspec", "lib/net8.0/Contoso.Video.dll"])
        .Package("Contoso.Codec/1.0.0")
        .Project("Lib/1.0.0", "../Lib/Lib.csproj", ["Contoso.Codec"])
        .Pinned("net10.0", "Contoso.Codec");
}

using BannedVendorAnalyzer.Cli;
using BannedVendorAnalyzer.Cli.Feeds;

namespace BannedVendorAnalyzer.Tests.Feeds;

/// <summary>Which sources are asked, and how, is what NuGet.config says.</summary>
public sealed class SourceTests : IDisposable
{
    private readonly FeedWorkspace _workspace = new();

    public SourceTests() => _workspace.Feed.Add("Contoso.Plain", "1.0.0");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void FolderSource_IsReadAsWell()
    {
        var archive = _workspace.Feed.Files["/flat/contoso.plain/1.0.0/contoso.plain.1.0.0.nupkg"];
        _workspace.Folder.Write("feed/Contoso.Plain.1.0.0.nupkg", archive);
        _workspace.Folder.Write("feed/QuickNV.HikvisionNetSDK.1.0.1.nupkg", FeedPackages.Archive(FeedPackages.Nuspec("QuickNV.HikvisionNetSDK", "1.0.1", ["Contoso.Plain/1.0.0"]), "QuickNV.HikvisionNetSDK"));
        _workspace.Configure("""<add key="folder" value="feed" />""");

        var outcome = _workspace.Check("--package", "QuickNV.HikvisionNetSDK", "--format", "json");

        Assert.Equal(["BVA1001 prohibited QuickNV.HikvisionNetSDK/1.0.1"], FeedWorkspace.Findings(outcome));
        Assert.Contains("\"Contoso.Plain/1.0.0\"", outcome.Output, StringComparison.Ordinal);
        _workspace.Configure($"""<add key="folder" value="{new Uri(_workspace.Folder["feed"]).AbsoluteUri}" />""");
        Assert.Equal(ExitCode.Clear, _workspace.Check("--package", "Contoso.Plain").ExitCode);
        Assert.Empty(_workspace.Feed.Requests);
    }

    [Fact]
    public void FolderThatIsGone_IsNotChecked()
    {
        _workspace.Configure("""<add key="folder" value="nowhere" />""");

        var outcome = _workspace.Check("--package", "Contoso.Plain");

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains("ource 'folder' (", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(") is a folder that does not exist", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void SourceMapping_IsFollowed()
    {
        using var other = new LoopbackFeed().AsSource();
        other.Add("Contoso.Plain", "0.9.0", ["QuickNV.HikvisionNetSDK/1.0.1"]);
        var sources = $"""<add key="local" value="{_workspace.Feed.Index}" allowInsecureConnections="true" /><add key="other" value="{other.Index}" allowInsecureConnections="true" />""";
        _workspace.Configure(sources, """<packageSourceMapping><packageSource key="local"><package pattern="Contoso.*" /></packageSource></packageSourceMapping>""");

        Assert.Equal(ExitCode.Clear, _workspace.Check("--package", "Contoso.Plain@0.9.0").ExitCode);
        Assert.Empty(other.Requests);
        var outcome = _workspace.Check("--package", "Other.Plain");
        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains("he source mapping of NuGet.config leads package 'Other.Plain' to no source", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutMapping_TheLowestOfAllSourcesIsTaken()
    {
        using var other = new LoopbackFeed().AsSource();
        other.Add("Contoso.Plain", "0.9.0");
        _workspace.Configure($"""<add key="local" value="{_workspace.Feed.Index}" allowInsecureConnections="true" /><add key="other" value="{other.Index}" allowInsecureConnections="true" />""");

        Assert.Contains("version 0.9.0 for net10.0 brings in 1 package with itself, from other", _workspace.Check("--package", "Contoso.Plain@0.1.0").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void OneSourceThatRefuses_IsNotChecked_EvenWhereAnotherHasIt()
    {
        using var other = new LoopbackFeed();
        _workspace.Configure($"""<add key="local" value="{_workspace.Feed.Index}" allowInsecureConnections="true" /><add key="other" value="{other.Index}" allowInsecureConnections="true" />""");

        var outcome = _workspace.Check("--package", "Contoso.Plain");

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains("ource 'other'", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void DisabledSource_IsNotAsked()
    {
        using var other = new LoopbackFeed();
        _workspace.Configure($"""<add key="local" value="{_workspace.Feed.Index}" allowInsecureConnections="true" /><add key="other" value="{other.Index}" allowInsecureConnections="true" />""", """<disabledPackageSources><add key="other" value="true" /></disabledPackageSources>""");

        Assert.Equal(ExitCode.Clear, _workspace.Check("--package", "Contoso.Plain").ExitCode);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public void Http_IsRefusedAsNuGetDoes()
    {
        _workspace.Configure($"""<add key="local" value="{_workspace.Feed.Index}" />""");

        var outcome = _workspace.Check("--package", "Contoso.Plain");

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains("is not asked: its address is http, which NuGet refuses too", outcome.Output, StringComparison.Ordinal);
        Assert.Empty(_workspace.Feed.Requests);
    }

    [Fact]
    public void Credentials_AreGivenToTheSourceAndToNobodyElse()
    {
        _workspace.Configure(
            $"""<add key="local" value="{_workspace.Feed.Index}" allowInsecureConnections="true" />""",
            """<packageSourceCredentials><local><add key="Username" value="user" /><add key="ClearTextPassword" value="s3cret" /></local></packageSourceCredentials>""");
        _workspace.Feed.Instead = _ => _workspace.Feed.Headers.Any(header => header.StartsWith("Authorization: Basic ", StringComparison.Ordinal)) ? null : FeedAnswer.Refusal(401, "WWW-Authenticate: Basic realm=\"feed\"");

        Assert.Equal(ExitCode.Clear, _workspace.Check("--package", "Contoso.Plain").ExitCode);

        _workspace.Feed.Instead = _ => FeedAnswer.Refusal(401, "WWW-Authenticate: Basic realm=\"feed\"");
        var outcome = _workspace.Check("--package", "Contoso.Plain");
        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.DoesNotContain("s3cret", outcome.Output + outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void PasswordThatCannotBeRead_IsNotChecked()
    {
        _workspace.Configure(
            $"""<add key="local" value="{_workspace.Feed.Index}" allowInsecureConnections="true" />""",
            """<packageSourceCredentials><local><add key="Username" value="user" /><add key="Password" value="bm90IGVuY3J5cHRlZA==" /></local></packageSourceCredentials>""");
        _workspace.Feed.Instead = _ => FeedAnswer.Refusal(401, "WWW-Authenticate: Basic realm=\"feed\"");

        var outcome = _workspace.Check("--package", "Contoso.Plain");

        Assert.Equal((ExitCode.Unverified, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains($"ource 'local' ({_workspace.Feed.Root}) is configured in a way that cannot be used here", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AddressWithCredentials_IsNamedWithoutThem()
    {
        var address = _workspace.Feed.Index.Replace("http://", "http://user:s3cret@", StringComparison.Ordinal) + "?key=s3cret";
        _workspace.Configure($"""<add key="{address}" value="{address}" allowInsecureConnections="true" />""");
        _workspace.Feed.Instead = _ => FeedAnswer.Refusal(403);

        var outcome = _workspace.Check("--package", "Contoso.Plain");

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.DoesNotContain("s3cret", outcome.Output + outcome.Error, StringComparison.Ordinal);
        Assert.Contains($"ource '{_workspace.Feed.Root}' answered 403", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void DamagedConfiguration_IsNotChecked()
    {
        _workspace.Folder.Write("NuGet.config", "<configuration>");

        var outcome = _workspace.Check("--package", "Contoso.Plain");

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains("uGet.config cannot be used: ", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--package asks package sources, which --offline forbids.", "--package", "Contoso.Plain", "--offline")]
    [InlineData("--diff compares what a repository holds, and a --package is not in it yet.", "--package", "Contoso.Plain", "--diff", "main")]
    [InlineData("--framework and --suggest are about a --package, and none is given.", "--suggest")]
    [InlineData("--package: '../evil' is no package id", "--package", "../evil")]
    [InlineData("--package: 'newest' is neither a version nor a range of versions", "--package", "Contoso.Plain@newest")]
    [InlineData("--framework: 'future' is no target framework", "--package", "Contoso.Plain", "--framework", "future")]
    [InlineData("--framework: 'agnostic' is no target framework", "--package", "Contoso.Plain", "--framework", "agnostic")]
    [InlineData("--framework: 'any' is no target framework", "--package", "Contoso.Plain", "--framework", "any")]
    [InlineData("--framework: '.NETFramework,Version=vNext' is no target framework", "--package", "Contoso.Plain", "--framework", ".NETFramework,Version=vNext")]
    [InlineData("--framework: ',' is no target framework", "--package", "Contoso.Plain", "--framework", ",")]
    [InlineData("--framework: 'net10.0-android' lacks the version of its platform", "--package", "Contoso.Plain", "--framework", "net10.0-android")]
    public void WhatCannotBeMeant_IsWrongUsage(string words, params string[] arguments)
    {
        var outcome = _workspace.Check(arguments);

        Assert.Equal(ExitCode.WrongUsage, outcome.ExitCode);
        Assert.Contains(words, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_workspace.Feed.Requests);
    }

    [Fact]
    public void OldSdk_IsNotTaken_AndItIsSaid()
    {
        Assert.Equal(new Version(10, 0, 401), SdkChoice.Of([new Version(8, 0, 404), new Version(10, 0, 401), new Version(10, 0, 100)]));
        Assert.Equal(new Version(10, 0, 100), SdkChoice.Of([new Version(9, 0, 300), new Version(10, 0, 100)]));
        Assert.Null(SdkChoice.Of([new Version(8, 0, 404), new Version(9, 0, 300)]));
        Assert.Equal("package sources are asked through the NuGet of the .NET SDK, which has to be 10.0.100 or newer; found: 8.0.404, 9.0.300: install a newer one", SdkChoice.Complaint([new Version(8, 0, 404), new Version(9, 0, 300)]));
        Assert.Contains("; none was found: install", SdkChoice.Complaint([]), StringComparison.Ordinal);
    }
}

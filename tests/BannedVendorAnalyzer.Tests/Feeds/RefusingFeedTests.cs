using System.Diagnostics;
using System.Text;
using BannedVendorAnalyzer.Cli;
using BannedVendorAnalyzer.Cli.Feeds;
using BannedVendorAnalyzer.Tests.Cli;

namespace BannedVendorAnalyzer.Tests.Feeds;

/// <summary>A source that refuses, breaks off, hangs or lies: what could not be looked at is never clear, and everything ends.</summary>
public sealed class RefusingFeedTests : IDisposable
{
    private const string Index = "/v3/index.json";
    private const string Versions = "/flat/contoso.mid/index.json";
    private const string Archive = "/flat/contoso.mid/1.0.0/contoso.mid.1.0.0.nupkg";
    private const string Hash = "/registration/contoso.mid/1.0.0.json";

    /// <summary>Far above what is waited for here, far below what NuGet would wait.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private readonly FeedWorkspace _workspace = new(hashes: true);

    public RefusingFeedTests()
    {
        _workspace.Feed.Add("Contoso.App", "1.0.0", ["Contoso.Mid/1.0.0"]);
        _workspace.Feed.Add("Contoso.Mid", "1.0.0", ["Contoso.Leaf/1.0.0"]);
        _workspace.Feed.Add("Contoso.Leaf", "1.0.0");
    }

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(401, "answered 401 (Unauthorized): give it credentials in NuGet.config")]
    [InlineData(403, "answered 403 (Forbidden): the credentials that it was given do not allow that")]
    [InlineData(429, "answered 429 (TooManyRequests): it wants fewer requests")]
    [InlineData(500, "answered 500 (InternalServerError): try again later")]
    [InlineData(451, "answered 451 (UnavailableForLegalReasons)")]
    public void Refusal_AnywhereIsNotChecked(int status, string words)
    {
        foreach (var where in new[] { Index, Versions, Archive, Hash })
        {
            _workspace.Feed.Instead = path => path == where ? FeedAnswer.Refusal(status, "Retry-After: 3600", "WWW-Authenticate: Basic realm=\"feed\"") : null;

            var outcome = Check(FeedWorkspace.Patient);

            Assert.Equal((ExitCode.Unverified, ""), (outcome.ExitCode, outcome.Error));
            Assert.Contains("Contoso.App: unverified BVA0001 [net10.0]", outcome.Output, StringComparison.Ordinal);
            Assert.Contains($"ource 'local' ({_workspace.Feed.Root}) {words}", outcome.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(",")]
    [InlineData(".NETFramework,Version=vNext")]
    public void FrameworkOfDependenciesThatIsNone_IsNotChecked(string framework)
    {
        var nuspec = FeedPackages.Nuspec("Contoso.Mid", "1.0.0", ["Contoso.Leaf/1.0.0"]).Replace("netstandard2.0", framework, StringComparison.Ordinal);
        _workspace.Feed.AddArchive("Contoso.Mid", "1.0.0", FeedPackages.Archive(nuspec, "Contoso.Mid"));

        var outcome = Check(FeedWorkspace.Patient);

        Assert.Equal((ExitCode.Unverified, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("Package 'Contoso.Mid' 1.0.0: the nuspec names dependencies in a way that NuGet does not read either", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Index, "Source 'local' ({0}) answered 404 (NotFound) where its service index should be: correct its address")]
    [InlineData(Versions, "Package 'Contoso.Mid' [1.0.0, ) is on none of the sources that it may come from\n  path      Contoso.App/1.0.0 → Contoso.Mid")]
    [InlineData(Archive, "ource 'local' ({0}) lists 'Contoso.Mid' 1.0.0 and does not have it")]
    public void NotFound_IsNotChecked(string where, string words)
    {
        _workspace.Feed.Instead = path => path == where ? FeedAnswer.Refusal(404) : null;

        var outcome = Check(FeedWorkspace.Patient);

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains(words.Replace("{0}", _workspace.Feed.Root, StringComparison.Ordinal), outcome.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void RefusalOfSomePackages_HidesNoOther()
    {
        string[] refused = ["Contoso.A", "Contoso.B", "Contoso.C", "Contoso.D"];
        foreach (var id in refused) _workspace.Feed.Add(id, "1.0.0");
        _workspace.Feed.Add("Contoso.Z", "1.0.0", ["QuickNV.HikvisionNetSDK/1.0.1"]);
        _workspace.Feed.Add("QuickNV.HikvisionNetSDK", "1.0.1");
        _workspace.Feed.Add("Contoso.App", "2.0.0", [.. refused.Select(id => $"{id}/1.0.0"), "Contoso.Z/1.0.0"]);
        _workspace.Feed.Instead = path => path.EndsWith(".nupkg", StringComparison.Ordinal) && refused.Any(id => path.Contains($"/{id.ToLowerInvariant()}/", StringComparison.Ordinal)) ? FeedAnswer.Refusal(403) : null;

        var findings = FeedWorkspace.Findings(_workspace.Check("--package", "Contoso.App", "--format", "json"));

        Assert.Equal(
            ["BVA1002 prohibited Contoso.App/2.0.0 > Contoso.Z/1.0.0 > QuickNV.HikvisionNetSDK/1.0.1", .. refused.Select(id => $"BVA0001 unverified Contoso.App/2.0.0 > {id}/1.0.0")],
            findings.OrderByDescending(finding => finding.StartsWith("BVA1", StringComparison.Ordinal)));
    }

    [Fact]
    public void NoPublishedHash_IsNoProblem()
    {
        _workspace.Feed.Instead = path => path == Hash ? FeedAnswer.Refusal(404) : null;

        Assert.Equal(ExitCode.Clear, Check(FeedWorkspace.Patient).ExitCode);
    }

    [Theory]
    [InlineData(Index)]
    [InlineData(Versions)]
    [InlineData(Archive)]
    public void Silence_EndsAfterSoManyTries(string where)
    {
        _workspace.Feed.Instead = path => path == where ? FeedAnswer.Silence : null;

        var outcome = Check(FeedWorkspace.Patient with { Answer = TimeSpan.FromSeconds(0.5) });

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains("did not answer within 0.5 s", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(3, _workspace.Feed.Requests.Count(path => path == where));
    }

    [Fact]
    public void SilenceInTheMiddle_EndsAsWell()
    {
        _workspace.Feed.Instead = path => path == Archive ? FeedAnswer.Of(_workspace.Feed.Files[path]) with { CutAfter = 10, IsSilent = true } : null;

        var outcome = Check(FeedWorkspace.Patient with { Answer = TimeSpan.FromSeconds(0.5) });

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains("did not answer within 0.5 s (asked for 'Contoso.Mid' 1.0.0)", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_EndsAtTheLatestBound()
    {
        _workspace.Feed.Instead = path => path == Versions ? FeedAnswer.Silence : null;

        var outcome = Check(FeedWorkspace.Patient with { Whole = TimeSpan.FromSeconds(3) });

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains("was not done within 00:00:03", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Versions)]
    [InlineData(Archive)]
    public void BrokenOffAnswer_IsNotChecked(string where)
    {
        _workspace.Feed.Instead = path => path == where ? FeedAnswer.Of(_workspace.Feed.Files[path]) with { CutAfter = 10 } : null;

        var outcome = Check(FeedWorkspace.Patient);

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains($"({_workspace.Feed.Root}) broke its answer off", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TruncatedArchive_IsNotChecked()
    {
        var whole = _workspace.Feed.Files[Archive];
        _workspace.Feed.AddArchive("Contoso.Mid", "1.0.0", whole[..(whole.Length / 2)]);

        var outcome = Check(FeedWorkspace.Patient);

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains("Package 'Contoso.Mid' 1.0.0: ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongHash_IsNotChecked()
    {
        _workspace.Feed.State("Contoso.Mid", "1.0.0", Convert.ToBase64String(new byte[64]));

        var outcome = Check(FeedWorkspace.Patient);

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains("Package 'Contoso.Mid' 1.0.0: the archive has the SHA-512 ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(", and the source has published another one for it", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherPackageThanAsked_IsNotChecked_AndBothNamesAreJudged()
    {
        _workspace.Feed.AddArchive("Contoso.Mid", "1.0.0", FeedPackages.Archive(FeedPackages.Nuspec("Kaspersky.CaptchaMixer", "2.0.0", []), "Kaspersky.CaptchaMixer"));

        var outcome = Check(FeedWorkspace.Patient);

        Assert.Equal(ExitCode.Prohibited + ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains("source 'local' sent 'Kaspersky.CaptchaMixer' 2.0.0 when it was asked for 'Contoso.Mid' 1.0.0", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void NameOfWhatCannotBeHad_IsJudgedAllTheSame()
    {
        _workspace.Feed.Instead = path => path == Index ? FeedAnswer.Refusal(500) : null;

        var outcome = _workspace.Check("--package", "QuickNV.HikvisionNetSDK", "--format", "json");

        Assert.Equal(ExitCode.Prohibited + ExitCode.Unverified, outcome.ExitCode);
        Assert.Equal(["BVA1001 prohibited QuickNV.HikvisionNetSDK", "BVA0001 unverified QuickNV.HikvisionNetSDK"], FeedWorkspace.Findings(outcome));
    }

    [Theory]
    [InlineData("""{"versions": ["1.0.0" """)]
    [InlineData("""{"versions": ["one"]}""")]
    [InlineData("<html>Sign in</html>")]
    public void OddVersions_AreNotChecked(string answer)
    {
        _workspace.Feed.Files[Versions] = Encoding.UTF8.GetBytes(answer);

        Assert.Equal(ExitCode.Unverified, Check(FeedWorkspace.Patient).ExitCode);
    }

    [Theory]
    [InlineData("../../../evil.dll")]
    [InlineData("/etc/evil.dll")]
    [InlineData("C:\\evil.dll")]
    public void PathThatLeavesItsPlace_IsAProblemAndNoWrite(string path)
    {
        _workspace.Feed.Add("Contoso.Leaf", "1.0.0", [], (path, [1, 2, 3]));

        var outcome = Check(FeedWorkspace.Patient);

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains($"Package 'Contoso.Leaf' 1.0.0: '{path}'", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(["NuGet.config"], Directory.GetFileSystemEntries(_workspace.Folder.Root).Select(Path.GetFileName));
    }

    [Fact]
    public void GraphWithoutEnd_IsCutOff()
    {
        _workspace.Feed.Instead = path => path.Split('/') switch
        {
            [_, "flat", _, "index.json"] => FeedAnswer.Of("""{"versions":["1.0.0"]}"""u8.ToArray()),
            [_, "flat", var id, "1.0.0", _] => FeedAnswer.Of(FeedPackages.Archive(FeedPackages.Nuspec(id, "1.0.0", [.. Enumerable.Range(1, 60).Select(number => $"{id}.n{number}/1.0.0")]), id)),
            _ => null,
        };

        var outcome = Check(FeedWorkspace.Patient);

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        Assert.Contains("t leads to more than 2000 packages and versions, so not all were looked at", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ManyWaysThroughFewPackages_TakeNoTime()
    {
        // 2 to the 40th ways, of 80 packages.
        for (var level = 1; level <= 40; level++)
            foreach (var side in new[] { "A", "B" })
                _workspace.Feed.Add($"Contoso.{side}{level}", "1.0.0", level < 40 ? [$"Contoso.A{level + 1}/1.0.0", $"Contoso.B{level + 1}/1.0.0"] : []);
        _workspace.Feed.Add("Contoso.App", "2.0.0", ["Contoso.A1/1.0.0", "Contoso.B1/1.0.0"]);

        var outcome = Check(FeedWorkspace.Patient);

        Assert.Equal(ExitCode.Clear, outcome.ExitCode);
        Assert.Contains("brings in 81 packages with itself", outcome.Output, StringComparison.Ordinal);
    }

    private ToolOutcome Check(FeedBounds bounds)
    {
        var clock = Stopwatch.StartNew();
        var outcome = _workspace.Check(bounds, TimeProvider.System, progress: false, "--package", "Contoso.App");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Bound);
        Assert.False(Directory.Exists(_workspace.Temporary), "Packages were left behind.");
        return outcome;
    }
}

using System.Security.Cryptography;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Tests.Policy;

namespace BannedVendorAnalyzer.Tests.Policies;

public sealed class PolicySearchTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(".git/HEAD", "", "repo/src/App", "repo/banned-vendors.json")]
    [InlineData(".git/HEAD", "repo/src/banned-vendors.json", "repo/src/App", "repo/src/banned-vendors.json")]
    [InlineData(".git/HEAD", "repo/src/Other/banned-vendors.json", "repo/src/App", "repo/banned-vendors.json")]
    [InlineData(".git/HEAD", "repo/src/App/banned-vendors.json", "repo/src/App", "repo/src/App/banned-vendors.json")]
    [InlineData(".git/HEAD", "banned-vendors.json", "repo/src/App", "repo/banned-vendors.json")]
    [InlineData(".git", "", "repo/src/App", "repo/banned-vendors.json")]
    [InlineData("", "", "repo/src/App", null)]
    [InlineData("", "", "repo", "repo/banned-vendors.json")]
    [InlineData("", "repo/src/App/banned-vendors.json", "repo/src/App", "repo/src/App/banned-vendors.json")]
    [InlineData("src/App/.git/HEAD", "", "repo/src/App", null)]
    [InlineData("src/App/.git/HEAD", "repo/src/App/banned-vendors.json", "repo/src/App", "repo/src/App/banned-vendors.json")]
    public void NearestBelowTheBoundary_Decides(string git, string nearer, string from, string? expected)
    {
        if (git.Length > 0) _folder.Write($"repo/{git}", "");
        _folder.Write("repo/banned-vendors.json", "{}");
        if (nearer.Length > 0) _folder.Write(nearer, "{}");
        Directory.CreateDirectory(_folder[from]);

        var reading = Search(from);

        Assert.Empty(reading.Problems);
        Assert.Equal(expected is null ? null : _folder[expected], reading.Policy?.Deciding.Path);
    }

    [Fact]
    public void RootPolicy_EndsTheSearchWithoutGit()
    {
        _folder.Write("banned-vendors.json", "broken");
        _folder.Write("repo/banned-vendors.json", """{ "root": true, "strict": true }""");

        var policy = Search("repo/src/App").Policy!;

        Assert.True(policy.Strict);
        Assert.Equal("banned-vendors.json", policy.Deciding.Shown);
        Assert.Empty(policy.Loosenings);
    }

    [Theory]
    [InlineData("{ \"root\": true", "(1,15): the file ends too early")]
    [InlineData("{ \"rot\": true }", "(1,3): unknown member 'rot'")]
    [InlineData("{", "(1,2): the file ends too early")]
    public void BrokenPolicyWithoutABoundary_MayBeTheRootSoNothingIsJudged(string json, string problem)
    {
        _folder.Write("repo/banned-vendors.json", json);

        Assert.StartsWith($"banned-vendors.json{problem}", Assert.Single(Problems("repo/src/App")), StringComparison.Ordinal);
        _folder.Write("repo/src/banned-vendors.json", """{ "root": true }""");
        Assert.Empty(Search("repo/src/App").Problems);
    }

    [Fact]
    public void NearerRoot_EndsTheSearchBelowGit()
    {
        _folder.Write("repo/.git/HEAD", "");
        _folder.Write("repo/banned-vendors.json", """{ "locked": true, "audiences": ["buyer"] }""");
        _folder.Write("repo/src/banned-vendors.json", """{ "root": true }""");

        var policy = Search("repo/src/App").Policy!;

        Assert.Equal((_folder["repo/src"], false), (policy.Root, policy.Locked));
        Assert.Empty(policy.Loosenings);
    }

    [Fact]
    public void PolicyBetween_IsToldWhereItIsLeftOut()
    {
        _folder.Write("repo/.git/HEAD", "");
        _folder.Write("repo/banned-vendors.json", "{}");
        _folder.Write("repo/src/banned-vendors.json", """{ "locked": true, "audiences": ["buyer"] }""");
        _folder.Write("repo/src/App/banned-vendors.json", """{ "extends": { "file": "../../banned-vendors.json" } }""");

        var loosening = Assert.Single(Search("repo/src/App").Policy!.Loosenings);

        Assert.Equal(("this policy takes the place of 'src/banned-vendors.json' and does not extend it", Severity.Error), (loosening.Place.Message, loosening.Severity));
    }

    [Fact]
    public void BrokenExtendedFile_IsToldAtItsOwnPlace()
    {
        _folder.Write("repo/banned-vendors.json", """{ "root": true, "extends": { "file": "base.json" } }""");
        _folder.Write("repo/base.json", """{ "strct": true }""");

        Assert.StartsWith("base.json(1,3): unknown member 'strct'", Assert.Single(Problems("repo")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("{ \"locked\": true, \"audiences\": [\"buyer\"] }", true)]
    public void NearerPolicyThatDoesNotExtend_LoosensTheOneAbove(string above, bool isError)
    {
        _folder.Write("repo/.git/HEAD", "");
        _folder.Write("repo/banned-vendors.json", above);
        _folder.Write("repo/src/banned-vendors.json", "{}");

        var loosening = Assert.Single(Search("repo/src/App").Policy!.Loosenings);

        Assert.Equal(("this policy takes the place of 'banned-vendors.json' and does not extend it", isError), (loosening.Place.Message, loosening.Severity == Severity.Error));
        _folder.Write("repo/src/banned-vendors.json", """{ "extends": { "file": "../banned-vendors.json" } }""");
        Assert.Empty(Search("repo/src/App").Policy!.Loosenings);
    }

    [Fact]
    public void BrokenPolicyAbove_MayBeLockedSoNothingIsJudged()
    {
        _folder.Write("repo/.git/HEAD", "");
        _folder.Write("repo/banned-vendors.json", "{");
        _folder.Write("repo/src/banned-vendors.json", "{}");

        Assert.Equal(["banned-vendors.json(1,2): the file ends too early"], Problems("repo/src/App"));
    }

    [Fact]
    public void Extended_IsFollowedOverSeveralFiles()
    {
        _folder.Write("repo/.git/HEAD", "");
        _folder.Write("repo/banned-vendors.json", """{ "extends": { "file": "eng/team.json" } }""");
        _folder.Write("repo/eng/team.json", """{ "extends": { "file": "base.json" } }""");
        _folder.Write("repo/eng/base.json", """{ "strict": true }""");

        Assert.Equal(["banned-vendors.json", "eng/team.json", "eng/base.json"], Search("repo").Policy!.Files.Select(file => file.Shown));
    }

    [Theory]
    [InlineData("""{ "extends": { "file": "gone.json" } }""", "(1,14): 'gone.json' does not exist")]
    [InlineData("""{ "extends": { "file": "banned-vendors.json" } }""", "(1,14): 'banned-vendors.json' extends this file in turn")]
    [InlineData("""{ "extends": { "file": "a\u0000b" } }""", "(1,14): 'a\0b' is no path of a file")]
    [InlineData("""{ "extends": { "file": "../outside.json" } }""", "(1,14): '../outside.json' lies outside of the folder in which the search for policies ends, so it needs its 'sha256'")]
    [InlineData("""{ "extends": { "file": "inside.json", "sha256": "0000000000000000000000000000000000000000000000000000000000000000" } }""", "(1,14): 'inside.json' has the SHA-256 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a, not the one that stands here; look at what has changed")]
    public void WrongExtension_IsAProblemAtItsPlace(string json, string problem)
    {
        _folder.Write("repo/.git/HEAD", "");
        _folder.Write("outside.json", "{}");
        _folder.Write("repo/inside.json", "{}");
        _folder.Write("repo/banned-vendors.json", json);

        Assert.Equal([$"banned-vendors.json{problem}"], Problems("repo"));
    }

    [Fact]
    public void PathThatIsTooLong_IsOfAFileThatDoesNotExist()
    {
        _folder.Write("repo/banned-vendors.json", $$"""{ "root": true, "extends": { "file": "{{new string('x', 9000)}}" } }""");

        Assert.EndsWith("x' does not exist", Assert.Single(Problems("repo")), StringComparison.Ordinal);
    }

    [Fact]
    public void CircleOverTwoFiles_IsAProblem()
    {
        _folder.Write("repo/.git/HEAD", "");
        _folder.Write("repo/banned-vendors.json", """{ "extends": { "file": "eng/base.json" } }""");
        _folder.Write("repo/eng/base.json", """{ "extends": { "file": "../banned-vendors.json" } }""");

        Assert.Equal(["base.json(1,14): '../banned-vendors.json' extends this file in turn"], Problems("repo"));
    }

    [Fact]
    public void PinnedFileOutside_IsTakenAsLongAsItIsTheSame()
    {
        var outside = _folder.Write("outside.json", """{ "strict": true }""");
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(outside)));
        _folder.Write("repo/.git/HEAD", "");
        _folder.Write("repo/banned-vendors.json", $$"""{ "extends": { "file": "../outside.json", "sha256": "{{hash}}" } }""");

        Assert.True(Search("repo").Policy!.Strict);
        File.AppendAllText(outside, " ");
        Assert.Contains("look at what has changed", Assert.Single(Problems("repo")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("repo/banned-vendors.json", "outside.json")]
    [InlineData("repo/banned-vendors.json", "nowhere.json")]
    [InlineData("repo/src", "elsewhere")]
    public void Link_IsNotFollowed(string link, string target)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        _folder.Write("repo/.git/HEAD", "");
        _folder.Write("outside.json", "{}");
        _folder.Write("elsewhere/banned-vendors.json", "{}");
        File.CreateSymbolicLink(_folder[link], _folder[target]);

        Assert.Contains("goes through a link", string.Join('\n', Problems(link.EndsWith("json", StringComparison.Ordinal) ? "repo" : link)), StringComparison.Ordinal);
    }

    /// <summary>Where case does not count it is found by the right name as well, and told all the same: the next machine would not find it.</summary>
    [Theory]
    [InlineData("repo/Banned-Vendors.json", "repo/src/App")]
    [InlineData("repo/src/App/BANNED-VENDORS.JSON", "repo/src/App")]
    public void OtherCase_IsAProblem(string file, string from)
    {
        _folder.Write("repo/.git/HEAD", "");
        _folder.Write(file, "{}");
        Directory.CreateDirectory(_folder[from]);

        Assert.Contains("a policy is called 'banned-vendors.json', in small letters", Assert.Single(Problems(from)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Banned-Vendors.json")]
    [InlineData("repo/src/Other/Banned-Vendors.json")]
    [InlineData("repo/banned-vendors.jsonc")]
    public void OtherName_IsNone(string file)
    {
        _folder.Write("repo/.git/HEAD", "");
        _folder.Write(file, "{}");
        Directory.CreateDirectory(_folder["repo/src/App"]);

        Assert.Empty(Search("repo/src/App").Problems);
    }

    /// <summary>A container that is built without <c>.git</c> would otherwise be judged for nobody's audience without a word.</summary>
    [Fact]
    public void PolicyFurtherUpWithoutABoundary_IsToldAndDoesNotCount()
    {
        var above = _folder.Write("repo/banned-vendors.json", "{}");
        Directory.CreateDirectory(_folder["repo/src/App"]);
        Assert.Equal((null, above), (Search("repo/src/App").Policy, Search("repo/src/App").PassedOver));

        _folder.Write("repo/src/App/banned-vendors.json", "{}");
        Assert.Equal((true, above), (Search("repo/src/App").Policy is not null, Search("repo/src/App").PassedOver));
        File.Delete(_folder["repo/src/App/banned-vendors.json"]);
        _folder.Write("repo/banned-vendors.json", """{ "root": true }""");
        Assert.Null(Search("repo/src/App").PassedOver);
    }

    [Fact]
    public void FolderOfThatName_IsNotPassedOver()
    {
        Directory.CreateDirectory(_folder["repo/banned-vendors.json"]);

        Assert.Contains("the policy cannot be read", Assert.Single(Problems("repo")), StringComparison.Ordinal);
    }

    [Fact]
    public void ChosenFile_TakesThePlaceOfTheOneFound()
    {
        _folder.Write("repo/.git/HEAD", "");
        _folder.Write("repo/banned-vendors.json", "{}");
        _folder.Write("repo/eng/other.json", """{ "strict": true }""");

        var policy = new PolicySearch(PolicySample.Rules).Of(_folder["repo/src"], _folder["repo/eng/other.json"]).Policy!;

        Assert.Equal((true, "eng/other.json"), (policy.Strict, policy.Deciding.Shown));
        Assert.Equal("this policy takes the place of 'banned-vendors.json' and does not extend it", Assert.Single(policy.Loosenings).Place.Message);
    }

    [Fact]
    public void ChosenFile_IsTheOneThatWasFoundAnyway()
    {
        _folder.Write("repo/.git/HEAD", "");
        _folder.Write("repo/banned-vendors.json", "{}");

        Assert.Empty(new PolicySearch(PolicySample.Rules).Of(_folder["repo/src"], _folder["repo/banned-vendors.json"]).Policy!.Loosenings);
    }

    [Theory]
    [InlineData("base.json", "")]
    [InlineData("../base.json", "chosen.json(1,14): '../base.json' lies outside of the folder in which the search for policies ends, so it needs its 'sha256'")]
    public void ChosenFile_ExtendsWithinItsOwnBoundary(string extended, string problem)
    {
        _folder.Write("repo/.git/HEAD", "");
        _folder.Write("shared/base.json", "{}");
        _folder.Write("base.json", "{}");
        var chosen = _folder.Write("shared/chosen.json", $$"""{ "extends": { "file": "{{extended}}" } }""");

        Assert.Equal(problem, string.Join(' ', new PolicySearch(PolicySample.Rules).Of(_folder["repo"], chosen).Problems.Select(PolicySample.Line)));
    }

    [Fact]
    public void Baseline_CountsBesideTheDecidingFileOnly()
    {
        _folder.Write("repo/.git/HEAD", "");
        _folder.Write("repo/banned-vendors.json", "{}");
        _folder.Write("repo/banned-vendors.baseline.json", """{ "findings": [] }""");
        Assert.Equal("banned-vendors.baseline.json", Search("repo/src").Policy!.Baseline!.Shown);

        _folder.Write("repo/src/banned-vendors.json", """{ "extends": { "file": "../banned-vendors.json" } }""");
        Assert.Null(Search("repo/src").Policy!.Baseline);
        Directory.CreateDirectory(_folder["repo/src/banned-vendors.baseline.json"]);
        Assert.Contains("the baseline cannot be read", Assert.Single(Problems("repo/src")), StringComparison.Ordinal);
    }

    [Fact]
    public void ChosenFileThatIsGone_IsAProblem()
    {
        var reading = new PolicySearch(PolicySample.Rules).Of(_folder.Root, _folder["gone.json"]);

        Assert.Equal((null, "the policy is missing"), (reading.Policy, Assert.Single(reading.Problems).Message));
    }

    [Fact]
    public void Deep_ExtensionsEnd()
    {
        for (var i = 0; i < 20; i++) _folder.Write($"repo/{i}.json", $$"""{ "extends": { "file": "{{i + 1}}.json" } }""");
        _folder.Write("repo/banned-vendors.json", """{ "root": true, "extends": { "file": "0.json" } }""");

        Assert.Equal(["14.json(1,14): more than 16 files extend each other"], Problems("repo"));
    }

    private PolicyReading Search(string from) => new PolicySearch(PolicySample.Rules).Of(_folder[from], null);

    private IEnumerable<string> Problems(string from)
    {
        var reading = Search(from);
        Assert.Null(reading.Policy);
        return reading.Problems.Select(PolicySample.Line);
    }
}

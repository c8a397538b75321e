using System.Text;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Tests.Rules;

public sealed class BrokenRulesTests
{
    [Fact]
    public void SeveralProblems_AreAllTold()
    {
        var files = ReaderSample.With(ReaderSample.AuthorityPath, text => text.Replace("\"procurement\"", "\"boycott\"", StringComparison.Ordinal).Replace("2030-01-01", "soon", StringComparison.Ordinal));
        files = [.. files.Select(file => file.Path == ReaderSample.VendorPath ? TestRules.File(file.Path, ReaderSample.Text(file).Replace("\"RU\"", "7", StringComparison.Ordinal)) : file)];

        // The vendor's listing names an authority that is there, though damaged: one problem, not two.
        string[] expected =
        [
            "authorities/ban.json 6: unknown effect 'boycott'",
            "authorities/ban.json 14: 'soon' is not a date",
            "vendors/acme.json 4: a string was expected, a number is here",
        ];
        Assert.Collection(
            ReaderSample.Problems(files).Select(problem => $"{problem.File} {problem.Line}: {problem.Message}"),
            [.. expected.Select(start => (Action<string>)(problem => Assert.StartsWith(start, problem, StringComparison.Ordinal)))]);
    }

    [Theory]
    [InlineData("""[{ "text": "Blog", "url": "https://blog.example/1", "grade": "secondary" }]""", false)]
    [InlineData("""[{ "text": "Blog", "url": "https://blog.example/1", "grade": "secondary" }, { "text": "Blog", "url": "https://blog.example/2", "grade": "secondary" }]""", false)]
    [InlineData("""[{ "text": "Blog", "url": "https://blog.example/1", "grade": "secondary" }, { "text": "Press", "url": "https://press.example/1", "grade": "secondary" }]""", true)]
    [InlineData("""[{ "text": "News", "url": "https://news.press.example/1", "grade": "secondary" }, { "text": "Blog", "url": "https://blog.press.example/1", "grade": "secondary" }]""", false)]
    [InlineData("""[{ "text": "Council", "url": "https://one.gov.uk/1", "grade": "secondary" }, { "text": "Council", "url": "https://other.gov.uk/1", "grade": "secondary" }]""", true)]
    [InlineData("""[{ "text": "Gazette", "url": "https://law.example/1", "grade": "official" }]""", true)]
    [InlineData("[]", false)]
    public void Prohibited_NeedsCitations(string citations, bool isEnough)
    {
        var problems = ReaderSample.Problems(ReaderSample.With(ReaderSample.AuthorityPath, text =>
            text.Replace("""[{ "text": "Gazette 1", "url": "https://law.example/1", "grade": "official" }]""", citations, StringComparison.Ordinal)));

        Assert.Equal(isEnough ? [] : ["1:1 'prohibited' needs an official citation or two independent secondary ones, of different registered domains"], problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.Message}"));
    }

    [Fact]
    public void FileNamedOtherwiseThanItsId_IsTold()
    {
        var files = ReaderSample.Files.Select(file => file.Path == ReaderSample.VendorPath ? file with { Path = "vendors/acne.json" } : file).ToList();

        var problem = Assert.Single(ReaderSample.Problems(files));
        Assert.Equal(("vendors/acne.json", 0, "the file is named otherwise than its id 'acme'"), (problem.File, problem.Line, problem.Message));
    }

    [Fact]
    public void FileInAnotherPlace_IsTold()
    {
        var problem = Assert.Single(ReaderSample.Problems([.. ReaderSample.Files, TestRules.File("vendor/acme.json", "{}")]));

        Assert.Equal("vendor/acme.json", problem.File);
        Assert.StartsWith("not a place for rules", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1, 1, "the file ends too early")]
    [InlineData("vendor: acme", 1, 1, "a value was expected")]
    [InlineData("[]", 1, 1, "an object was expected, an array is here")]
    [InlineData("{\n  \"id\": \"acme\",\n}", 3, 1, "a member name in quotes was expected")]
    public void NotJson_IsTold(string text, int line, int column, string message)
    {
        var problem = ReaderSample.Problems(ReaderSample.With(ReaderSample.VendorPath, _ => text))[0];

        Assert.Equal((ReaderSample.VendorPath, line, column, message), (problem.File, problem.Line, problem.Column, problem.Message));
    }

    [Fact]
    public void EveryTruncation_GivesProblemsAndNoRules()
    {
        foreach (var file in ReaderSample.Files)
            for (var length = 0; length < file.Utf8.Length; length++)
            {
                var cut = new RuleFile(file.Path, file.Utf8[..length]);
                var (rules, problems) = RuleSetReader.Read([.. ReaderSample.Files.Select(other => other == file ? cut : other)]);
                Assert.True(rules is null && problems.Any(problem => problem.File == file.Path), $"{file.Path} cut after {length} bytes was accepted.");
            }
    }

    [Fact]
    public void MissingAudiences_AreTold() => Assert.Equal("audiences.json", ReaderSample.Problems([.. ReaderSample.Files.Skip(1)])[0].File);

    [Fact]
    public void DefaultAudience_IsTheOneNamedWhereverItStands()
    {
        Assert.Equal("buyer", RuleSetReader.Read(ReaderSample.Files).Rules!.DefaultAudience);
        var files = ReaderSample.With("audiences.json", text => text.Replace("\"default\": \"buyer\"", "\"default\": \"bystander\"", StringComparison.Ordinal));
        Assert.Equal("bystander", RuleSetReader.Read(files).Rules!.DefaultAudience);
    }

    [Fact]
    public void Digest_ChangesWithEveryByte()
    {
        var digest = RuleSetReader.Read(ReaderSample.Files).Rules!.Digest();

        Assert.Equal(64, digest.Length);
        Assert.Equal(digest, RuleSetReader.Read(ReaderSample.Files).Rules!.Digest());
        Assert.NotEqual(digest, RuleSetReader.Read(ReaderSample.With(ReaderSample.VendorPath, text => text + "\n")).Rules!.Digest());
        Assert.Equal(Encoding.ASCII.GetByteCount(digest), digest.Count(character => char.IsAsciiHexDigitLower(character)));
    }
}

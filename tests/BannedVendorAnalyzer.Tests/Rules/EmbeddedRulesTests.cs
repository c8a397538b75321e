using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Rules.Verification;

namespace BannedVendorAnalyzer.Tests.Rules;

public sealed class EmbeddedRulesTests
{
    public static RuleSet Rules { get; } = Read();

    [Fact]
    public void Files_AreThoseOfTheRepository()
    {
        var folder = Path.Combine(Repository.Root, "rules");
        var expected = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        Assert.Equal(expected, EmbeddedRules.Files().Select(file => file.Path));
    }

    /// <summary>The same as <c>banned-vendors rules verify rules --corpus tests/corpus</c>.</summary>
    [Fact]
    public void Verifier_FindsNothing()
    {
        var problems = RuleSetVerifier.Verify(new RuleVerification(EmbeddedRules.Files(), [], Corpus.Unrelated(), new IsoDate(DateTime.UtcNow.Date)));

        AssertNone(problems.Select(problem => $"rules/{problem.File}({problem.Line},{problem.Column}): {problem.Message}"), "Change the rules as each line says.");
    }

    [Fact]
    public void UsAudiences_AreUsPersons()
    {
        var wrong = Rules.Audiences.Where(audience => audience.Id.StartsWith("us-", StringComparison.Ordinal) && !Rules.Closure(audience.Id).Contains("us-person"));

        AssertNone(wrong.Select(audience => audience.Id), "Let these audiences imply 'us-person'.");
        Assert.Equal("us-federal-contractor", Rules.DefaultAudience);
        Assert.Contains("us-federal-contractor", Rules.Closure("us-dod-contractor"));
        Assert.Contains("us-federal-agency", Rules.Closure("us-intelligence-community"));
    }

    internal static void AssertNone(IEnumerable<string> offenders, string advice)
    {
        var all = offenders.ToList();
        Assert.True(all.Count == 0, $"{advice}\n{string.Join('\n', all)}");
    }

    private static RuleSet Read()
    {
        var (rules, problems) = RuleSetReader.Read(EmbeddedRules.Files());
        AssertNone(problems.Select(problem => problem.ToString()), "Correct the rules.");
        return rules!;
    }
}

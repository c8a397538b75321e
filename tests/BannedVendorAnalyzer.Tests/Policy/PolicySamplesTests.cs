using System.Text;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Policy;

/// <summary>What makes a policy or a baseline valid, as of 2026-11-20.</summary>
public sealed class PolicySamplesTests
{
    public static TheoryData<string> ValidPolicies => PolicySamples.Valid("valid-policies");

    public static TheoryData<string, string> BrokenPolicies => PolicySamples.Broken("broken-policies");

    public static TheoryData<string> ValidBaselines => PolicySamples.Valid("valid-baselines");

    public static TheoryData<string, string> BrokenBaselines => PolicySamples.Broken("broken-baselines");

    [Theory]
    [MemberData(nameof(ValidPolicies))]
    public void ValidPolicy_HasNoProblem(string json) => Assert.Empty(OfPolicy(json));

    [Theory]
    [MemberData(nameof(BrokenPolicies))]
    public void BrokenPolicy_IsToldAtItsPlace(string json, string problem) => Assert.StartsWith(problem, OfPolicy(json).FirstOrDefault(), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(ValidBaselines))]
    public void ValidBaseline_HasNoProblem(string json) => Assert.Empty(OfBaseline(json));

    [Theory]
    [MemberData(nameof(BrokenBaselines))]
    public void BrokenBaseline_IsToldAtItsPlace(string json, string problem) => Assert.StartsWith(problem, OfBaseline(json).FirstOrDefault(), StringComparison.Ordinal);

    /// <summary>Of the file, then of the policy that it makes alone, then what fails whatever project is judged by it.</summary>
    private static List<string> OfPolicy(string json)
    {
        var (file, problems) = PolicySample.Read(json);
        if (problems.Count > 0) return Lines(problems);
        var (policy, contradictions) = OrganisationPolicy.Of("/repo", [file], [], PolicySample.Rules);
        return Lines(policy is null ? contradictions : policy.Notices(TestRules.Day("2026-11-20"), TestRules.Day("2026-11-20")).Where(notice => notice.Severity == Severity.Error).Select(notice => notice.Place));
    }

    private static List<string> OfBaseline(string json) => Lines(BaselineReader.Read("/repo/banned-vendors.baseline.json", Encoding.UTF8.GetBytes(json)).Problems);

    private static List<string> Lines(IEnumerable<FileProblem> problems) => [.. problems.Select(problem => $"({problem.Line},{problem.Column}): {problem.Message}")];
}

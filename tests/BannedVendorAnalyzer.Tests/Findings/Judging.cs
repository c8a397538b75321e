using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Findings;

/// <summary>Judges evidence of the vendor <c>acme</c> under small rules, for <c>buyer</c> on 2026-11-20 unless said otherwise.</summary>
internal static class Judging
{
    public const string Today = "2026-11-20";

    public static Judgement Judge(RuleSet rules, EvidenceItem[] evidence, string asOf = Today, params string[] audiences)
    {
        var context = new CheckContext(audiences.Length == 0 ? ["buyer"] : audiences, AudienceIsDefault: false, TestRules.Day(asOf));
        return Assert.Single(new Judge(rules, context).Evaluate(evidence));
    }

    /// <summary>Under one authority with these provisions.</summary>
    public static Judgement Under(string[] provisions, EvidenceItem[] evidence, string asOf = Today) =>
        Judge(TestRules.Read(TestRules.Vendor(), TestRules.Ban(provisions)), evidence, asOf);

    public static void IsProhibited(Judgement judgement, string? authority = null)
    {
        Assert.Equal(Verdict.Prohibited, judgement.Verdict);
        Assert.Null(judgement.WhyClear);
        if (authority is not null) Assert.Equal(authority, judgement.Decision!.Authority.Id);
    }

    public static void IsReview(Judgement judgement, string? authority = null)
    {
        Assert.Equal(Verdict.Review, judgement.Verdict);
        if (authority is not null) Assert.Equal(authority, judgement.Decision!.Authority.Id);
    }

    public static void IsClear(Judgement judgement, string why)
    {
        Assert.Equal((Verdict.Clear, why), (judgement.Verdict, judgement.WhyClear));
        Assert.Null(judgement.Decision);
    }
}

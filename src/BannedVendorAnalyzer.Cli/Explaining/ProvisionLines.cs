using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>The provisions beside the one that decides: what else would lead to a finding, and why the rest does not.</summary>
internal static class ProvisionLines
{
    public static void Append(Page page, Judgement judgement, CheckContext context)
    {
        var others = Others(judgement);
        if (others.Count > 0) page.Heading($"Would decide too, {judgement.Vendor.Name}");
        foreach (var decision in others) page.Line(2, RuleNames.Of(decision.Verdict), $"{RuleWording.Decision(decision, context.AsOf)}: {decision.Provision.Text}");

        var misses = Misses(judgement);
        if (misses.Count > 0) page.Heading($"Does not decide, {judgement.Vendor.Name}");
        foreach (var miss in misses) page.Line(2, $"{ClearReason.Of(miss, context)} [{miss.Authority.Id}]");
    }

    /// <summary>A provision decides once, whatever number of marks it reaches.</summary>
    public static IReadOnlyList<Decision> Others(Judgement judgement) =>
        [.. judgement.Decisions.Where(decision => decision.Provision != judgement.Decision!.Provision).DistinctBy(decision => decision.Provision)];

    /// <summary>Of an authority that decides nothing, the provision that came closest.</summary>
    public static IReadOnlyList<Miss> Misses(Judgement judgement)
    {
        var deciding = judgement.Decisions.Select(decision => decision.Authority.Id).ToHashSet(StringComparer.Ordinal);
        return [.. judgement.Misses.Where(miss => !deciding.Contains(miss.Authority.Id)).GroupBy(miss => miss.Authority.Id).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => ClearReason.Closest(group)!)];
    }
}

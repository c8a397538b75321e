using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>The provision that decides, what else would lead to a finding, and why the rest does not.</summary>
internal static class ProvisionLines
{
    public static void Append(Page page, Judgement judgement, CheckContext context)
    {
        if (judgement.Decision is { } deciding) Append(page, judgement.Vendor, deciding, context.AsOf);
        var others = Others(judgement);
        if (others.Count > 0) page.Heading($"Would decide too, {judgement.Vendor.Name}");
        foreach (var decision in others) page.Line(2, RuleNames.Of(decision.Verdict), $"{RuleWording.Decision(decision, context.AsOf)}: {decision.Provision.Text}");

        var misses = Misses(judgement);
        if (misses.Count > 0) page.Heading($"Does not decide, {judgement.Vendor.Name}");
        foreach (var miss in misses) page.Line(2, $"{ClearReason.Of(miss, context)} [{miss.Authority.Id}]");
    }

    private static void Append(Page page, Vendor vendor, Decision decision, IsoDate asOf)
    {
        page.Heading($"Decides, {vendor.Name}");
        page.Line(2, RuleNames.Of(decision.Verdict), RuleWording.Decision(decision, asOf));
        page.Line(2, "says", decision.Provision.Text);
        if (decision.Provision.Why is { } why) page.Line(2, "read so as", why);
        page.Line(2, "listing", RuleWording.SourcedListing(decision.Listing));
        foreach (var citation in decision.Authority.Citations) page.Line(2, "source", RuleWording.Citation(citation));
        page.Line(2, "more", $"banned-vendors explain {decision.Authority.Id}; banned-vendors explain {vendor.Id}");
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

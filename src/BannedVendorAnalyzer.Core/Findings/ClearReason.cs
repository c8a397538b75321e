using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Findings;

/// <summary>Says why a recognised vendor's component is clear, by the provision that came closest.</summary>
public static class ClearReason
{
    /// <returns>Null where no authority names the vendor.</returns>
    public static Miss? Closest(IEnumerable<Miss> misses) =>
        misses.OrderByDescending(miss => miss.Stage).ThenBy(miss => miss.Authority.Id, StringComparer.Ordinal).ThenBy(miss => miss.From).FirstOrDefault();

    /// <summary>Why nothing decides.</summary>
    public static string Of(Vendor vendor, Miss? closest, CheckContext context)
    {
        var audiences = string.Join(", ", context.Audiences);
        if (closest is null or { Stage: MissStage.Audience }) return $"no authority that names {vendor.Name} binds {audiences}";
        return closest.Stage == MissStage.NotYet && context.AsOf < closest.Known
            ? $"nothing that names {vendor.Name} and binds {audiences} was published by {context.AsOf}"
            : Of(closest, context);
    }

    /// <summary>Why this provision does not decide.</summary>
    public static string Of(Miss miss, CheckContext context)
    {
        var (title, vendor) = (miss.Authority.Title, miss.Match.Vendor.Name);
        return miss.Stage switch
        {
            MissStage.Audience => $"{title} binds {string.Join(", ", miss.Provision.Audiences)}",
            MissStage.NotListed => $"{title} names {vendor}, but not this part of it",
            MissStage.Informs => $"{title} names {vendor} but does not prohibit depending on its software",
            MissStage.ProductClass => $"{title} does not cover this class of product",
            MissStage.Relation => $"{title} does not reach software that stands to {vendor} as '{RuleNames.Of(miss.Match.Relation)}'",
            MissStage.Ended => $"{title} no longer counted on {context.AsOf}",
            _ when context.AsOf < miss.Known => $"{title} is not known to have named {vendor} by {context.AsOf}",
            _ => $"{title} counts from {miss.From}, more than {context.NoticeDays} days after {context.AsOf}",
        };
    }
}

using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Findings;

/// <summary>How far a provision came before it failed to decide, least far first.</summary>
internal enum MissStage { Audience, NotListed, Informs, ProductClass, Relation, Ended, NotYet }

/// <summary>A provision that did not decide.</summary>
/// <param name="From">When it counts from.</param>
/// <param name="Known">When it became known that it will.</param>
internal sealed record Miss(MissStage Stage, Authority Authority, Provision Provision, Match Match, IsoDate From, IsoDate Known);

/// <summary>Says why a recognised vendor's component is clear, by the provision that came closest.</summary>
internal static class ClearReason
{
    public static string Of(Vendor vendor, List<Miss> misses, CheckContext context)
    {
        var closest = misses.OrderByDescending(miss => miss.Stage).ThenBy(miss => miss.Authority.Id, StringComparer.Ordinal).ThenBy(miss => miss.From).FirstOrDefault();
        var audiences = string.Join(", ", context.Audiences);
        var title = closest?.Authority.Title;
        return closest?.Stage switch
        {
            null or MissStage.Audience => $"no authority that names {vendor.Name} binds {audiences}",
            MissStage.NotListed => $"{title} names {vendor.Name}, but not this part of it",
            MissStage.Informs => $"{title} names {vendor.Name} but does not prohibit depending on its software",
            MissStage.ProductClass => $"{title} does not cover this class of product",
            MissStage.Relation => $"{title} does not reach software that stands to {vendor.Name} as '{RuleNames.Of(closest.Match.Relation)}'",
            MissStage.Ended => $"{title} no longer counted on {context.AsOf}",
            _ when context.AsOf < closest.Known => $"nothing that names {vendor.Name} and binds {audiences} was published by {context.AsOf}",
            _ => $"{title} counts from {closest.From}, more than {context.NoticeDays} days after {context.AsOf}",
        };
    }
}

using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Findings;

/// <summary>How far a provision came before it failed to decide, least far first.</summary>
public enum MissStage { Audience, NotListed, Informs, ProductClass, Relation, Ended, NotYet }

/// <summary>A provision that did not decide.</summary>
/// <param name="From">When it counts from.</param>
/// <param name="Known">When it became known that it will.</param>
public sealed record Miss(MissStage Stage, Authority Authority, Provision Provision, Listing Listing, Match Match, IsoDate From, IsoDate Known);

using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Findings;

/// <summary>What the rules say of one vendor's marks in one component.</summary>
/// <param name="Decision">The deciding provision; null when the verdict is clear.</param>
/// <param name="WhyClear">Why a recognised vendor is clear; null otherwise.</param>
public sealed record Judgement(Vendor Vendor, Verdict Verdict, IReadOnlyList<Match> Matches, Decision? Decision, string? WhyClear)
{
    /// <summary>Every provision that leads to a finding, the deciding one first; one provision stands here once for each match that it reaches.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>Every provision that does not, once for each match.</summary>
    public IReadOnlyList<Miss> Misses { get; init; } = [];

    /// <summary>Both as one, for components that are told together though they were judged apart: what decides is the gravest of both.</summary>
    /// <param name="other">Of the same vendor, and clear only if this one is.</param>
    public Judgement With(Judgement other)
    {
        var decisions = Judge.InOrder(Decisions.Concat(other.Decisions));
        var deciding = decisions.FirstOrDefault();
        return new Judgement(Vendor, deciding?.Verdict ?? Verdict.Clear, [.. Matches, .. other.Matches], deciding, WhyClear) { Decisions = decisions, Misses = [.. Misses, .. other.Misses] };
    }
}

/// <summary>One provision applied to one match.</summary>
/// <param name="Audience">The chosen audience that is bound.</param>
/// <param name="Bound">The audience that the provision names: the same, or one it implies.</param>
/// <param name="From">When it counts from: the later of the provision's and the listing's start.</param>
/// <param name="Verdict">What it means as of the day of the check.</param>
/// <param name="Reached">What it means once it is in force; graver than <paramref name="Verdict"/> while it is only announced.</param>
public sealed record Decision(Authority Authority, Provision Provision, Listing Listing, Match Match, string Audience, string Bound, IsoDate From, Verdict Verdict, Verdict Reached)
{
    public bool IsUpcoming(IsoDate asOf) => asOf < From;
}

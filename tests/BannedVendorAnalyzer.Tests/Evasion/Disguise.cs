using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Tests.Evasion;

/// <summary>A way to bring in a vendor's component without saying so, and what is said of it to a us-federal-contractor.</summary>
/// <param name="Name">As docs/evasion.md lists it.</param>
/// <param name="Evidence">What the finding names; null where there is none.</param>
/// <param name="Why">What is seen, or why nothing is.</param>
/// <param name="Hide">Puts it into a package or a project.</param>
internal sealed record Disguise(string Name, Verdict Verdict, string? Evidence, string Why, Action<Hideout> Hide)
{
    public static Disguise Caught(string name, string evidence, string why, Action<Hideout> hide) => new(name, Verdict.Prohibited, evidence, why, hide);

    public static Disguise Missed(string name, string why, Action<Hideout> hide) => new(name, Verdict.Clear, null, why, hide);
}

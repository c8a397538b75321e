using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>What one check gathers.</summary>
public sealed class Gathered
{
    public List<Finding> Findings { get; } = [];

    public List<Recognised> Recognised { get; } = [];

    /// <summary>Waivers that are about something in it, valid or not.</summary>
    public HashSet<Waiver> MatchedWaivers { get; } = [];

    /// <summary>Entries of the baseline that are about something in it.</summary>
    public HashSet<BaselineEntry> MatchedBaseline { get; } = [];

    public HashSet<PolicyNotice> Notices { get; } = [];

    /// <summary>What is to be said of waivers, in a fixed order.</summary>
    public IReadOnlyList<PolicyNotice> OrderedNotices =>
        [.. Notices.OrderBy(notice => notice.Place.File, StringComparer.Ordinal).ThenBy(notice => notice.Place.Line).ThenBy(notice => notice.Place.Message, StringComparer.Ordinal)];

    /// <summary>Keeps which entries of a policy something was about.</summary>
    public void Match(Settled settled)
    {
        MatchedWaivers.UnionWith(settled.MatchedWaivers);
        MatchedBaseline.UnionWith(settled.MatchedBaseline);
    }
}

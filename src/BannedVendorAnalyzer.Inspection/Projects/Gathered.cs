using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>What one check gathers.</summary>
internal sealed class Gathered
{
    public List<Finding> Findings { get; } = [];

    public List<Recognised> Recognised { get; } = [];

    public HashSet<Waiver> MatchedWaivers { get; } = [];

    public HashSet<PolicyNotice> Notices { get; } = [];

    /// <summary>What is to be said of waivers, in a fixed order.</summary>
    public IReadOnlyList<PolicyNotice> OrderedNotices =>
        [.. Notices.OrderBy(notice => notice.Place.File, StringComparer.Ordinal).ThenBy(notice => notice.Place.Line).ThenBy(notice => notice.Place.Message, StringComparer.Ordinal)];
}

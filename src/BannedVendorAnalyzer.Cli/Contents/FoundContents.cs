using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Cli.Contents;

/// <summary>What the check of one target collects.</summary>
internal sealed class FoundContents
{
    public List<Finding> Findings { get; } = [];

    public List<Recognised> Recognised { get; } = [];

    /// <summary>Waivers that are about something in it, valid or not.</summary>
    public HashSet<Waiver> MatchedWaivers { get; } = [];

    /// <summary>What is to be said of these waivers.</summary>
    public HashSet<PolicyNotice> Notices { get; } = [];
}

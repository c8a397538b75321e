using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection;
using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Cli.Contents;

/// <summary>What the check of a package, a file or a folder found.</summary>
/// <param name="Context">For whom, as of when and by which policy it was judged.</param>
/// <param name="Packages">Keys (<c>Id/Version</c>) of the packages among it.</param>
internal sealed record ContentResult(ContentTarget Target, CheckContext Context, FoundContents Found, IReadOnlyList<string> Packages, ScanSize Scanned)
{
    /// <summary>Packages that those among it depend on and that are not among it themselves.</summary>
    public IReadOnlyList<string> KnownByIdAlone { get; init; } = [];

    /// <summary>By place.</summary>
    public IReadOnlyList<Finding> Findings { get; } =
        [.. Found.Findings.OrderBy(finding => finding.Location.File, StringComparer.Ordinal).ThenBy(finding => finding.Descriptor.Id, StringComparer.Ordinal).ThenBy(finding => finding.Judgement?.Vendor.Id, StringComparer.Ordinal)];
}

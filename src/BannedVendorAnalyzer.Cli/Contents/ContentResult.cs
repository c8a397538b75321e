using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection;

namespace BannedVendorAnalyzer.Cli.Contents;

/// <summary>What the check of a package, a file or a folder found.</summary>
/// <param name="Packages">Keys (<c>Id/Version</c>) of the packages among it.</param>
internal sealed record ContentResult(ContentTarget Target, IReadOnlyList<Finding> Findings, IReadOnlyList<Recognised> Recognised, IReadOnlyList<string> Packages, ScanSize Scanned);

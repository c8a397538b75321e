using BannedVendorAnalyzer.Findings;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>What the check of one project found.</summary>
/// <param name="Packages">Keys (<c>Id/Version</c>) of the packages looked at.</param>
/// <param name="ReferencedProjects">Full paths of the projects in its graph.</param>
public sealed record ProjectResult(IReadOnlyList<Finding> Findings, IReadOnlyList<Recognised> Recognised, IReadOnlyCollection<string> Packages, ScanSize Scanned, IReadOnlyList<string> ReferencedProjects);

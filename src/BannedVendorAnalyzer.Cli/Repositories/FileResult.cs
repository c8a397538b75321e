using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Cli.Repositories;

/// <summary>What the check of a file beside the projects found.</summary>
/// <param name="File">Full path.</param>
internal sealed record FileResult(string File, ProjectResult Result);

using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Inspection.Policies;

/// <summary>What was found of a policy.</summary>
/// <param name="Policy">Null where there is none, or where it has problems: nothing may be judged then.</param>
public sealed record PolicyReading(OrganisationPolicy? Policy, IReadOnlyList<FileProblem> Problems);

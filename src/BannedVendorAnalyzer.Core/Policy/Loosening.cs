using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Policy;

/// <summary>Something asks for less than a policy does.</summary>
/// <param name="Place">Where, and what.</param>
/// <param name="IsError">Whether the policy that is loosened is locked.</param>
public sealed record Loosening(FileProblem Place, bool IsError);

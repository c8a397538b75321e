using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Policy;

/// <summary>What is to be said of a policy that is judged by all the same.</summary>
/// <param name="Place">Where, and what.</param>
public sealed record PolicyNotice(DiagnosticDescriptor Descriptor, Severity Severity, FileProblem Place)
{
    /// <summary>Something asks for less than a policy does.</summary>
    /// <param name="isError">Whether the policy that is loosened is locked.</param>
    public static PolicyNotice Loosened(FileProblem place, bool isError) => new(DiagnosticCatalog.Loosened, isError ? Severity.Error : Severity.Warning, place);
}

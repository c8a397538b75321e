using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Findings;

/// <summary>Which code a judgement is reported under.</summary>
public static class Verdicts
{
    /// <param name="isDirect">Whether the project references the package itself.</param>
    public static DiagnosticDescriptor Descriptor(Judgement judgement, bool isDirect)
    {
        if (judgement.Verdict == Verdict.Review) return DiagnosticCatalog.Review;
        if (!judgement.Matches.Any(IsOfPackageItself)) return DiagnosticCatalog.PackageContents;
        return isDirect ? DiagnosticCatalog.DirectPackage : DiagnosticCatalog.TransitivePackage;
    }

    /// <param name="found">What it is reported as where it is prohibited. A code that only warns says no more than review does.</param>
    public static DiagnosticDescriptor Descriptor(Judgement judgement, DiagnosticDescriptor found) =>
        judgement.Verdict == Verdict.Review && found.Severity == Severity.Error ? DiagnosticCatalog.Review : found;

    /// <summary>The package itself is recorded: by its id, its gallery account or its author's certificate.</summary>
    private static bool IsOfPackageItself(Match match) =>
        match.Indicator.Kind is IndicatorKind.PackageId or IndicatorKind.PackageOwner or IndicatorKind.Signer && match.Evidence.Kind != EvidenceKind.FileSigner;
}

using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Policy;
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

    /// <summary>A strict policy lets nothing pass that somebody has to decide about.</summary>
    public static Severity Severity(DiagnosticDescriptor descriptor, CheckContext context) =>
        descriptor == DiagnosticCatalog.Review && context.Policy?.Strict == true ? Diagnostics.Severity.Error : descriptor.Severity;

    /// <summary>The package itself is recorded: by its id, its gallery account or its author's certificate.</summary>
    private static bool IsOfPackageItself(Match match) =>
        match.Indicator.Kind is IndicatorKind.PackageId or IndicatorKind.PackageOwner or IndicatorKind.Signer;
}

using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
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

    /// <param name="found">What it is reported as where it is prohibited. A code that only warns says no more than review does.</param>
    public static DiagnosticDescriptor Descriptor(Judgement judgement, DiagnosticDescriptor found) =>
        judgement.Verdict == Verdict.Review && found.Severity == Severity.Error ? DiagnosticCatalog.Review : found;

    /// <summary>What is waived fails nothing; a strict policy lets nothing else pass that somebody has to decide about; while a policy only reports, what could be looked at is a warning.</summary>
    public static Severity SeverityOf(DiagnosticDescriptor descriptor, CheckContext context, IReadOnlyList<Waiver> waivers)
    {
        if (waivers.Count > 0) return Severity.Info;
        if (context.IsReporting && descriptor != DiagnosticCatalog.NotChecked) return Severity.Warning;
        return descriptor.Severity == Severity.Warning && context.Policy?.Strict == true ? Severity.Error : descriptor.Severity;
    }

    /// <summary>The package itself is recorded: by its id, its gallery account or its author's certificate.</summary>
    private static bool IsOfPackageItself(Match match) =>
        match.Indicator.Kind is IndicatorKind.PackageId or IndicatorKind.PackageOwner or IndicatorKind.Signer && match.Evidence.Kind != EvidenceKind.FileSigner;
}

namespace BannedVendorAnalyzer.Diagnostics;

public enum Severity { Info, Warning, Error }

/// <param name="Title">One sentence; also the heading of <c>docs/diagnostics/&lt;Id&gt;.md</c>.</param>
public sealed record DiagnosticDescriptor(string Id, string Title, Severity Severity)
{
    /// <summary>The command that tells the rest.</summary>
    public string Explain => $"banned-vendors explain {Id}";

    /// <summary>Ends every message.</summary>
    public string More => $"More: {Explain}";
}

/// <summary>Every code that a host can raise. A test snapshots the list and holds the pages of docs/diagnostics to it.</summary>
public static class DiagnosticCatalog
{
    public static readonly DiagnosticDescriptor NotChecked = new("BVA0001", "Something could not be checked", Severity.Error);
    public static readonly DiagnosticDescriptor InvalidRules = new("BVA0002", "A policy, a rules file or an option is invalid", Severity.Error);
    public static readonly DiagnosticDescriptor BrokenWaiver = new("BVA0003", "A waiver does not count, or will soon end", Severity.Error);
    public static readonly DiagnosticDescriptor UnusedWaiver = new("BVA0004", "A waiver matches nothing", Severity.Warning);
    public static readonly DiagnosticDescriptor ChangedEvidence = new("BVA0005", "What was waived has changed", Severity.Error);
    public static readonly DiagnosticDescriptor OldRules = new("BVA0006", "The rules are older than the policy allows", Severity.Warning);
    public static readonly DiagnosticDescriptor Loosened = new("BVA0007", "The gate is off or loosened here", Severity.Warning);
    public static readonly DiagnosticDescriptor InternalError = new("BVA0099", "Internal error", Severity.Error);
    public static readonly DiagnosticDescriptor DirectPackage = new("BVA1001", "A referenced package is a prohibited vendor's", Severity.Error);
    public static readonly DiagnosticDescriptor TransitivePackage = new("BVA1002", "A transitive package is a prohibited vendor's", Severity.Error);
    public static readonly DiagnosticDescriptor PackageContents = new("BVA1003", "A package contains a prohibited vendor's component", Severity.Error);
    public static readonly DiagnosticDescriptor Review = new("BVA1004", "Somebody has to decide about a component", Severity.Warning);
    public static readonly DiagnosticDescriptor LooseFile = new("BVA1005", "A referenced file or loose library is a prohibited vendor's", Severity.Error);
    public static readonly DiagnosticDescriptor BuildTool = new("BVA1006", "What the build runs is a prohibited vendor's", Severity.Error);
    public static readonly DiagnosticDescriptor OwnOutput = new("BVA1007", "The project's own output imports a prohibited library", Severity.Error);
    public static readonly DiagnosticDescriptor SourceImport = new("BVA2001", "Source imports a prohibited vendor's library", Severity.Error);
    public static readonly DiagnosticDescriptor SourceLoad = new("BVA2002", "Source loads a prohibited vendor's library", Severity.Error);
    public static readonly DiagnosticDescriptor SourceUse = new("BVA2003", "Source names a vendor's service or COM class", Severity.Warning);
    public static readonly DiagnosticDescriptor UnknownLoad = new("BVA2004", "The target of a native load is not known", Severity.Info);

    /// <summary>By id.</summary>
    public static readonly IReadOnlyList<DiagnosticDescriptor> All =
    [
        NotChecked, InvalidRules, BrokenWaiver, UnusedWaiver, ChangedEvidence, OldRules, Loosened, InternalError, DirectPackage, TransitivePackage, PackageContents, Review,
        LooseFile, BuildTool, OwnOutput, SourceImport, SourceLoad, SourceUse, UnknownLoad,
    ];
}

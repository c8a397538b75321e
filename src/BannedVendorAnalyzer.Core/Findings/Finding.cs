using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Findings;

/// <summary>What a host reports: one for each project, package or files, and vendor, or one for what could not be checked.</summary>
/// <param name="Judgement">Null for what could not be checked.</param>
/// <param name="Package">Null for files that belong to no package, and where the whole project could not be checked.</param>
/// <param name="Project">Full path of the project file, or of the file or folder that was checked instead of one.</param>
/// <param name="Frameworks">Target frameworks in which it was found, as the project writes them, sorted.</param>
/// <param name="Path">From the project's name over packages (<c>Id/Version</c>) and projects to the package.</param>
public sealed record Finding(
    DiagnosticDescriptor Descriptor,
    Verdict Verdict,
    Judgement? Judgement,
    PackageComponent? Package,
    string Project,
    IReadOnlyList<string> Frameworks,
    IReadOnlyList<string> Path,
    SourceLocation Location,
    FindingText Text)
{
    /// <summary>How it counts: as its code says, unless a policy says otherwise.</summary>
    public Severity Severity { get; init; } = Descriptor.Severity;

    /// <summary>What a waiver would have to be for; null for what cannot be waived.</summary>
    public WaivedContent? Content { get; init; }

    /// <summary>Why it does not fail: one for each authority that decides, the one for the deciding one first. Empty where something is not waived.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    public bool IsWaived => Waivers.Count > 0;

    /// <summary>Where the baseline has it; empty where something of it is new.</summary>
    public IReadOnlyList<BaselineEntry> Baseline { get; init; } = [];

    public bool IsInBaseline => Baseline.Count > 0;

    /// <summary>Whether somebody took it over, so that it fails nothing.</summary>
    public bool IsAccepted => IsWaived || IsInBaseline;
}

/// <summary>A vendor's package or files that are clear for this audience and day.</summary>
/// <param name="Package">Id of the package, or a path (<see cref="IsFile"/>).</param>
/// <param name="Vendor">Id of the vendor.</param>
public sealed record Recognised(string Package, string Vendor, string Why)
{
    /// <summary>Whether <see cref="Package"/> is the path of a file or folder, as findings show it, and no package.</summary>
    public bool IsFile { get; init; }
}

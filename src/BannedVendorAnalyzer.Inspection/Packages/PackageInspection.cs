using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection.Cache;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Inspection.Packages;

/// <summary>What was seen of one package.</summary>
/// <param name="Problems">What could not be looked at; the component holds what could.</param>
/// <param name="Damaged">Files that begin like a binary and could not be read as one, or not wholly.</param>
/// <param name="Witnesses">Files that show whether it would be seen again.</param>
public sealed record PackageInspection(PackageComponent Component, IReadOnlyList<FileProblem> Problems, IReadOnlyList<FileProblem> Damaged, ScanSize Scanned, IReadOnlyList<FileWitness> Witnesses)
{
    /// <summary>Ids of the packages that it brings in where it is installed; only of an archive, since an assets file tells of all others.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Whether there is nothing that would have to be looked at again.</summary>
    public bool IsWhole => Problems.Count == 0 && Damaged.Count == 0;

    /// <summary>Without the evidence that meets no indicator: of most packages nothing remains, which makes them cheap to keep.</summary>
    public PackageInspection Relevant(RuleIndex index) =>
        this with { Component = Component with { Evidence = [.. Component.Evidence.Where(evidence => index.Find(evidence).Any())] } };
}

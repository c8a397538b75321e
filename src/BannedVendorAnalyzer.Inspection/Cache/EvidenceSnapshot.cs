using BannedVendorAnalyzer.Inspection.Loose;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Inspection.Cache;

/// <summary>
/// What a check of one framework of a project saw: facts, never verdicts. Of the evidence only what meets an indicator of these very
/// rules is kept; the rest can decide nothing.
/// </summary>
/// <param name="Framework">As the project writes it; empty where all were judged at once.</param>
/// <param name="LibraryKeys">Everything that the assets file lists, as <c>Id/Version</c>.</param>
/// <param name="Witnesses">Signatures; of unsigned packages the nuspec and NuGet's own metadata file too.</param>
/// <param name="Relevant">Packages with evidence that meets an indicator.</param>
/// <param name="Loose">Everything that was taken in without a package, each with a witness of its own: such files are edited, those of packages are not.</param>
public sealed record EvidenceSnapshot(
    string ProjectPath,
    string Framework,
    IReadOnlyCollection<string> LibraryKeys,
    IReadOnlyList<FileWitness> Witnesses,
    IReadOnlyList<PackageInspection> Relevant,
    IReadOnlyDictionary<LooseItem, LooseInspection> Loose)
{
    /// <summary>Of a snapshot that still holds: nothing could be found, whatever the audience and the day, and the build takes nothing that was not looked at.</summary>
    public bool IsQuiet(ProjectInput input)
    {
        if (Relevant.Count > 0) return false;
        foreach (var item in input.Resolved)
            if (!LibraryKeys.Contains(item.Key)) return false;
        foreach (var item in input.Loose)
            if (Find(item) is not { Evidence.Count: 0 }) return false;
        return true;
    }

    /// <summary>What was seen of the item; null where that no longer holds.</summary>
    public LooseInspection? Find(LooseItem item) => Loose.TryGetValue(item, out var inspection) && inspection.StillHolds() ? inspection : null;

    /// <summary>Whether it was taken of this project and framework, and the package folders are as they were.</summary>
    public bool StillHolds(ProjectInput input)
    {
        if (Framework != (input.Framework ?? "") || !PathComparison.AreSame(ProjectPath, input.ProjectPath)) return false;
        foreach (var witness in Witnesses)
            if (!witness.StillHolds()) return false;
        return true;
    }

    /// <summary>Answers from memory: a package that is not among the relevant ones has nothing to show.</summary>
    public PackageInspection Inspect(AssetsLibrary library) =>
        Relevant.FirstOrDefault(inspection => string.Equals(inspection.Component.Id, library.Id, StringComparison.OrdinalIgnoreCase) && inspection.Component.Version == library.Version)
        ?? new PackageInspection(new(library.Id, library.Version, []), [], [], ScanSize.None, []);
}

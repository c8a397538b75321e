using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>One version of a package, as it lies in the package folder of projects.</summary>
/// <param name="Component">With everything that was observed, whether it met an indicator or not.</param>
/// <param name="Basis">By what it is judged in these projects.</param>
/// <param name="Problems">What could not be looked at.</param>
/// <param name="Judgements">Gravest first; empty where no indicator matched.</param>
/// <param name="Places">Empty where it is in no project.</param>
/// <param name="BringsIn">Findings about packages that this one depends on, however far.</param>
internal sealed record FoundPackage(
    PackageComponent Component,
    JudgingBasis Basis,
    bool IsSigned,
    IReadOnlyList<FileProblem> Problems,
    IReadOnlyList<Judgement> Judgements,
    IReadOnlyList<PackagePlace> Places,
    IReadOnlyList<Finding> BringsIn)
{
    /// <summary>The gravest that is said of it; clear where no indicator matched.</summary>
    public Verdict Verdict => Judgements.Select(judgement => judgement.Verdict).Append(Problems.Count > 0 ? Verdict.Unverified : Verdict.Clear).Max();

    /// <summary>A package that is in no project: nothing of it was seen but its id.</summary>
    public static FoundPackage OfIdAlone(string id, JudgingBasis basis)
    {
        EvidenceItem[] evidence = [new(EvidenceKind.PackageId, id)];
        return new FoundPackage(new PackageComponent(id, "(any version)", evidence), basis, false, [], new Judge(basis.Rules, basis.Context).Evaluate(evidence), [], []);
    }
}

/// <summary>How a package came into a project.</summary>
/// <param name="Project">Full path.</param>
/// <param name="Frameworks">In which it came in by these paths.</param>
/// <param name="Findings">What a check reports of it there; empty where it is clear or reported in the project that brings it in.</param>
internal sealed record PackagePlace(string Project, IReadOnlyList<string> Frameworks, PackagePaths Paths, IReadOnlyList<Finding> Findings);

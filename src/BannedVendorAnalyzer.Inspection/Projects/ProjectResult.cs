using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>What the check of one project found.</summary>
/// <param name="Packages">Keys (<c>Id/Version</c>) of the packages looked at.</param>
/// <param name="ReferencedProjects">Full paths of the projects in its graph.</param>
public sealed record ProjectResult(IReadOnlyList<Finding> Findings, IReadOnlyList<Recognised> Recognised, IReadOnlyCollection<string> Packages, ScanSize Scanned, IReadOnlyList<string> ReferencedProjects)
{
    /// <summary>Whether the project runs the gate in its own build; null where its assets file could not be read.</summary>
    public bool? IsGated { get; init; }

    /// <summary>Waivers that are about something in it, valid or not.</summary>
    public IReadOnlyCollection<Waiver> MatchedWaivers { get; init; } = [];

    /// <summary>Entries of the baseline that are about something in it.</summary>
    public IReadOnlyCollection<BaselineEntry> MatchedBaseline { get; init; } = [];

    /// <summary>Packages (<c>Id/Version</c>) that lie in no package folder, so that only their ids were looked at.</summary>
    public IReadOnlyCollection<string> KnownByIdAlone { get; init; } = [];

    /// <summary>What is to be said of these waivers.</summary>
    public IReadOnlyList<PolicyNotice> Notices { get; init; } = [];

    /// <summary>For whom, as of when and by which policy it was judged; null where nobody could say.</summary>
    public CheckContext? Context { get; init; }

    /// <summary>What could not be checked as a whole: a project, or the solution or folder that leads to projects.</summary>
    public static ProjectResult Failed(string path, FileProblem problem, IReadOnlyList<string> frameworks)
    {
        string[] steps = [Path.GetFileNameWithoutExtension(path)];
        var finding = new Finding(DiagnosticCatalog.NotChecked, Verdict.Unverified, null, null, path, frameworks, steps,
            new SourceLocation(problem.File, problem.Line, problem.Column), FindingWording.Unverified(problem.Message, steps));
        return new ProjectResult([finding], [], [], ScanSize.None, []);
    }
}

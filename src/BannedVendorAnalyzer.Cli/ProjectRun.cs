using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli;

/// <summary>Checks projects and everything that they reference, each once, restoring what is not restored.</summary>
internal sealed class ProjectRun(RuleSet rules, CheckContext context, bool restore, ToolHost host)
{
    private static readonly Dictionary<string, string> NoBuild = [];

    private readonly Dictionary<string, PackageInspection> _inspections = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _restored = new(StringComparer.Ordinal);

    public IReadOnlyList<(string Project, ProjectResult Result)> Check(IReadOnlyList<Target> targets)
    {
        var results = new SortedDictionary<string, ProjectResult>(StringComparer.Ordinal);
        var open = new Queue<Target>(targets);
        while (open.Count > 0)
        {
            var target = open.Dequeue();
            if (results.ContainsKey(target.ProjectPath)) continue;
            var result = Check(target);
            results.Add(target.ProjectPath, result);

            // A finding is reported in the project that brings it in, so that project must be looked at too.
            foreach (var project in result.ReferencedProjects) open.Enqueue(new Target(project, null, target.RestoreWith));
        }

        return [.. results.Select(pair => (pair.Key, pair.Value))];
    }

    private ProjectResult Check(Target target)
    {
        // The build reports in a project whose library is not gated; without a gate here, the library's own finding is enough.
        var elsewhere = new ReportedElsewhere((project, other) => !ReportedElsewhere.IsGated(project) || ReportedElsewhere.IsGated(other));
        var assets = target.AssetsPath ?? Locate(target);
        var project = target.AssetsPath is null ? target.ProjectPath : AssetsFileReader.Read(assets).Assets?.ProjectPath ?? target.ProjectPath;
        return new ProjectChecker(rules, context, elsewhere, Inspect).Check(new ProjectInput(project, assets, null, NoBuild, []));
    }

    /// <summary>Where the assets file is, after a restore if need be; the usual place where there is none.</summary>
    private string Locate(Target target)
    {
        var usual = AssetsLocation.Default(target.ProjectPath);
        if (File.Exists(usual) || !File.Exists(target.ProjectPath)) return usual;
        var evaluated = DotNet.AssetsFile(target.ProjectPath) ?? usual;
        if (File.Exists(evaluated) || !restore) return evaluated;
        Restore(target.RestoreWith);
        if (File.Exists(evaluated) || target.RestoreWith == target.ProjectPath) return evaluated;

        // Not part of the solution that it was found through.
        Restore(target.ProjectPath);
        return evaluated;
    }

    private void Restore(string solutionOrProject)
    {
        if (!_restored.Add(solutionOrProject)) return;
        host.Error.WriteLine($"Restoring {host.Relative(solutionOrProject)}, which has no assets file yet …");
        var (restored, output) = DotNet.Restore(solutionOrProject);
        if (!restored) host.Error.WriteLine(output);
    }

    /// <summary>Projects share most of their packages; each is read once.</summary>
    private PackageInspection Inspect(AssetsLibrary library, IReadOnlyList<string> folders)
    {
        var key = $"{string.Join('|', folders)}|{library.Key}";
        if (!_inspections.TryGetValue(key, out var inspection)) _inspections.Add(key, inspection = PackageInspector.Inspect(library, folders));
        return inspection;
    }
}

using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Cli.Restoring;

/// <summary>A project that can be checked.</summary>
/// <param name="ProjectPath">The project that its assets file must have been written for.</param>
/// <param name="Stale">Why the assets file cannot be believed; null when it can, or when there is none.</param>
internal sealed record RestoredProject(Target Target, string ProjectPath, string AssetsPath, FileProblem? Stale);

/// <summary>Finds assets files and brings them up to date: one restore at a time, each solution or project once.</summary>
internal sealed class Restorer(bool mayRestore, ToolHost host)
{
    private readonly Freshness _freshness = new(host.Clock.GetUtcNow().UtcDateTime);
    private readonly HashSet<string> _restored = new(StringComparer.Ordinal);

    public IReadOnlyList<RestoredProject> Prepare(IReadOnlyList<Target> targets)
    {
        // Taken before the first restore, which may be that of a solution and renew all of them.
        var before = targets.Select(target => AssetsFinder.Find(target.ProjectPath)).Select(assets => (Assets: assets, Times: assets is null ? null : Freshness.Written(assets))).ToList();
        return [.. targets.Select((target, i) => Prepare(target, before[i].Assets, before[i].Times))];
    }

    private RestoredProject Prepare(Target target, string? found, RestoreTimes? before)
    {
        var project = target.ProjectPath;
        if (target.AssetsPath is { } named) return Named(target, named);
        if (!File.Exists(project)) return new RestoredProject(target, project, AssetsLocation.Default(project), null);
        if (found is not null) return Renew(target, found, before);

        // One restore of a solution is quicker than asking where each of its projects would be restored to.
        if (mayRestore) Restore(target.RestoreWith, project, AssetsLocation.Default(project));
        if (AssetsFinder.Find(project) is { } assets) return Renew(target, assets, null);
        assets = DotNet.AssetsFile(project) ?? AssetsLocation.Default(project);
        return Renew(target, assets, Freshness.Written(assets));
    }

    private RestoredProject Renew(Target target, string assets, RestoreTimes? before)
    {
        var project = target.ProjectPath;
        bool IsRenewed() => File.Exists(assets) && Freshness.Written(assets) != before;
        if (IsRenewed() || !NeedsRestore(project, assets)) return new RestoredProject(target, project, assets, null);
        if (!mayRestore) return new RestoredProject(target, project, assets, Stale(project, assets));

        // The second is for a project that the solution leaves out.
        foreach (var what in new[] { target.RestoreWith, project }.Distinct(StringComparer.Ordinal))
        {
            Restore(what, project, assets);
            if (IsRenewed()) return new RestoredProject(target, project, assets, null);
        }

        return NotRenewed(target, assets);
    }

    /// <summary>What no restore writes any more is left over from before the project moved its obj folder, or the restore failed.</summary>
    private RestoredProject NotRenewed(Target target, string assets)
    {
        var project = target.ProjectPath;
        var moved = DotNet.AssetsFile(project) ?? assets;
        if (File.Exists(assets) && !PathComparison.AreSame(moved, assets))
            host.Error.WriteLine($"{host.Relative(assets)} is left over: '{host.Relative(project)}' is restored to {host.Relative(moved)} now. Remove it to be faster.");
        return new RestoredProject(target, project, moved, Stale(project, moved));
    }

    /// <summary>Which project it is follows from the file alone; it is judged as it is or not at all.</summary>
    private RestoredProject Named(Target target, string assets)
    {
        var project = AssetsFileReader.Read(assets).Assets?.ProjectPath;
        return project is null ? new RestoredProject(target, target.ProjectPath, assets, null) : new RestoredProject(target, project, assets, Stale(project, assets));
    }

    private bool NeedsRestore(string project, string assets) => !File.Exists(assets) || _freshness.Newer(project, assets) is not null;

    private FileProblem? Stale(string project, string assets) =>
        File.Exists(assets) && _freshness.Newer(project, assets) is { } newer
            ? FileProblem.Of(assets, $"'{host.Relative(newer)}' was changed after the last restore of '{host.Relative(project)}'; restore again (dotnet restore --force)")
            : null;

    private void Restore(string solutionOrProject, string project, string assets)
    {
        if (!_restored.Add(solutionOrProject)) return;
        host.Error.WriteLine(File.Exists(assets) && _freshness.Newer(project, assets) is { } newer
            ? $"{host.Relative(newer)} is newer than the last restore: restoring {host.Relative(solutionOrProject)} …"
            : $"Restoring {host.Relative(solutionOrProject)}, which has no assets file yet …");
        var (restored, output) = DotNet.Restore(solutionOrProject);
        if (!restored) host.Error.WriteLine(output);
    }
}

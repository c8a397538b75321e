namespace BannedVendorAnalyzer.Cli.Targets;

/// <summary>A project to check.</summary>
/// <param name="ProjectPath">Full path; the assets file itself where only that was named.</param>
/// <param name="AssetsPath">Given where the user named the assets file.</param>
/// <param name="RestoreWith">What to restore when it is not restored: the solution it came from, or itself.</param>
internal sealed record Target(string ProjectPath, string? AssetsPath, string RestoreWith);

/// <param name="NotSupported">Listed in a solution, and not of a kind that is checked.</param>
/// <param name="Problems">Wrong usage.</param>
internal sealed record FoundTargets(IReadOnlyList<Target> Targets, IReadOnlyList<string> NotSupported, IReadOnlyList<string> Problems);

/// <summary>Turns what the user named into projects. A folder means its solutions, or else every project below it.</summary>
internal static class TargetFinder
{
    private static readonly string[] ProjectExtensions = [".csproj", ".vbproj", ".fsproj"];

    /// <summary>Folders that hold what builds write, or other people's code.</summary>
    private static readonly string[] SkippedFolders = ["bin", "obj", "node_modules"];

    public static FoundTargets Find(IReadOnlyList<string> paths, string workingFolder)
    {
        var targets = new List<Target>();
        var notSupported = new List<string>();
        var problems = new List<string>();
        foreach (var path in paths.Count == 0 ? ["."] : paths)
        {
            var full = Path.GetFullPath(path, workingFolder);
            if (Directory.Exists(full)) AddFolder(full, path, targets, notSupported, problems);
            else if (!File.Exists(full)) problems.Add($"'{path}' does not exist");
            else if (SolutionFile.IsSolution(full)) AddSolution(full, targets, notSupported, problems);
            else if (IsProject(full)) targets.Add(new Target(full, null, full));
            else if (Path.GetFileName(full).EndsWith("project.assets.json", StringComparison.OrdinalIgnoreCase)) targets.Add(new Target(full, full, full));
            else problems.Add($"'{path}' is none of: a folder, .sln, .slnx, {string.Join(", ", ProjectExtensions)}, project.assets.json");
        }

        return new FoundTargets([.. targets.DistinctBy(target => target.ProjectPath)], notSupported, problems);
    }

    private static bool IsProject(string path) => ProjectExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static void AddFolder(string folder, string asWritten, List<Target> targets, List<string> notSupported, List<string> problems)
    {
        var solutions = Directory.GetFiles(folder).Where(SolutionFile.IsSolution).Order(StringComparer.Ordinal).ToList();
        foreach (var solution in solutions) AddSolution(solution, targets, notSupported, problems);
        if (solutions.Count > 0) return;

        var projects = Projects(folder).Order(StringComparer.Ordinal).ToList();
        targets.AddRange(projects.Select(project => new Target(project, null, project)));
        if (projects.Count == 0) problems.Add($"no solution in '{asWritten}' and no project below it");
    }

    private static void AddSolution(string solution, List<Target> targets, List<string> notSupported, List<string> problems)
    {
        var (projects, problem) = SolutionFile.Read(solution);
        if (problem is not null) problems.Add($"'{solution}': {problem}");
        targets.AddRange(projects.Where(IsProject).Select(project => new Target(project, null, solution)));
        notSupported.AddRange(projects.Where(project => !IsProject(project)));
    }

    private static IEnumerable<string> Projects(string folder)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var file in Directory.EnumerateFiles(folder, "*", options))
            if (IsProject(file)) yield return file;
        foreach (var sub in Directory.EnumerateDirectories(folder, "*", options))
        {
            var name = Path.GetFileName(sub);
            if (name.StartsWith('.') || SkippedFolders.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            foreach (var project in Projects(sub)) yield return project;
        }
    }
}

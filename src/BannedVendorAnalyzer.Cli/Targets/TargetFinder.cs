using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Inspection.Repositories;

namespace BannedVendorAnalyzer.Cli.Targets;

/// <summary>A project to check.</summary>
/// <param name="ProjectPath">Full path; the assets file itself where only that was named.</param>
/// <param name="AssetsPath">Given where the user named the assets file.</param>
/// <param name="RestoreWith">What to restore when it is not restored: the solution or filter it came from, or itself.</param>
internal sealed record Target(string ProjectPath, string? AssetsPath, string RestoreWith);

internal sealed class FoundTargets
{
    public List<Target> Targets { get; } = [];

    /// <summary>Folders that were named as a whole.</summary>
    public List<string> Folders { get; } = [];

    /// <summary>Packages, files and folders without projects.</summary>
    public List<ContentTarget> Contents { get; } = [];

    /// <summary>Files that bring in packages beside projects, named themselves.</summary>
    public List<RepositoryFile> RepositoryFiles { get; } = [];

    /// <summary>Listed in a solution, and not of a kind that is checked.</summary>
    public List<string> NotSupported { get; } = [];

    /// <summary>What could not be looked into.</summary>
    public List<FileProblem> Unreadable { get; } = [];

    /// <summary>Wrong usage.</summary>
    public List<string> Problems { get; } = [];
}

/// <summary>Turns what the user named into projects. A folder means its solutions, or else every project below it, or else its files.</summary>
internal static class TargetFinder
{
    private static readonly string[] ProjectExtensions = [".csproj", ".vbproj", ".fsproj"];

    public static FoundTargets Find(IReadOnlyList<string> paths, string workingFolder)
    {
        var found = new FoundTargets();
        foreach (var path in paths.Count == 0 ? ["."] : paths)
        {
            if (string.IsNullOrWhiteSpace(path))
            {
                found.Problems.Add("a path is empty; a variable that was meant to hold it may not be set");
                continue;
            }

            var full = Path.GetFullPath(path, workingFolder);
            if (Directory.Exists(full)) AddFolder(full, path, isNamed: paths.Count > 0, found);
            else if (!File.Exists(full)) found.Problems.Add($"'{path}' does not exist");
            else if (SolutionFile.IsSolution(full)) AddSolution(full, found);
            else if (SolutionFilter.IsFilter(full)) AddFilter(full, found);
            else if (IsProject(full)) found.Targets.Add(new Target(full, null, full));
            else if (full.EndsWith("project.assets.json", StringComparison.OrdinalIgnoreCase)) found.Targets.Add(new Target(full, full, full));
            else if (RepositoryFile.Of(full) is { } brings && (brings.Kind != RepositoryFileKind.FileBasedApp || FileDirectives.HasAny(full))) found.RepositoryFiles.AddRange(WithIncluded(brings));
            else if (ContentTarget.OfFile(full, path) is { } file) found.Contents.Add(file);
            else found.Problems.Add($"'{path}' is none of: a folder, .sln, .slnx, .slnf, {string.Join(", ", ProjectExtensions)}, project.assets.json, packages.lock.json, packages.config, dotnet-tools.json, global.json, nuget.config, .nuspec, a file-based app, .nupkg, a binary, an archive");
        }

        return found;
    }

    public static bool IsProject(string path) => ProjectExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Directives of files that an app includes are its own.</summary>
    private static IEnumerable<RepositoryFile> WithIncluded(RepositoryFile file) =>
        file.Kind == RepositoryFileKind.FileBasedApp ? FileDirectives.Files(file.Path).Select(part => new RepositoryFile(RepositoryFileKind.FileBasedApp, part)) : [file];

    private static void AddFolder(string folder, string asWritten, bool isNamed, FoundTargets found)
    {
        found.Folders.Add(folder);
        var before = found.Targets.Count + found.Unreadable.Count;
        foreach (var solution in Files(folder, found).Where(SolutionFile.IsSolution)) AddSolution(solution, found);
        if (found.Targets.Count + found.Unreadable.Count > before) return;

        AddProjectsBelow(folder, found);
        if (found.Targets.Count + found.Unreadable.Count > before) return;

        // Who names nothing stands in his repository, or in the wrong folder; that may be a whole disk.
        if (isNamed) found.Contents.Add(new ContentTarget(Path.TrimEndingDirectorySeparator(folder), asWritten, ContentKind.Folder));
        else if (RepositoryFiles.Below(folder).Files.Count == 0) found.Problems.Add($"no solution in '{asWritten}' and no project below it; 'banned-vendors check {asWritten}' looks into its files");
    }

    private static void AddSolution(string solution, FoundTargets found)
    {
        var (projects, problem) = SolutionFile.Read(solution);
        AddListed(solution, "solution", projects, problem is null ? [] : [problem], found);
    }

    private static void AddFilter(string filter, FoundTargets found)
    {
        var (projects, problems) = SolutionFilter.Read(filter);
        AddListed(filter, "solution filter", projects, problems, found);
    }

    private static void AddListed(string list, string what, IReadOnlyList<string> projects, IReadOnlyList<FileProblem> problems, FoundTargets found)
    {
        var supported = projects.Where(IsProject).ToList();
        found.Unreadable.AddRange(problems);
        if (problems.Count == 0 && supported.Count == 0) found.Unreadable.Add(FileProblem.Of(list, $"the {what} lists no project of a kind that can be checked"));
        found.Targets.AddRange(supported.Select(project => new Target(project, null, list)));
        found.NotSupported.AddRange(projects.Where(project => !IsProject(project)));
    }

    private static void AddProjectsBelow(string folder, FoundTargets found)
    {
        var projects = Files(folder, found).Where(IsProject).ToList();
        found.Targets.AddRange(projects.Select(project => new Target(project, null, project)));
        foreach (var sub in Look(folder, Directory.GetDirectories, found).Where(sub => SearchedFolders.IsSearched(sub, besideProject: projects.Count > 0))) AddProjectsBelow(sub, found);
    }

    private static IEnumerable<string> Files(string folder, FoundTargets found) => Look(folder, Directory.GetFiles, found);

    private static IEnumerable<string> Look(string folder, Func<string, string[]> list, FoundTargets found)
    {
        try
        {
            return list(folder).Order(StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            found.Unreadable.Add(FileProblem.Of(folder, $"the folder cannot be looked into ({exception.Message})"));
            return [];
        }
    }
}

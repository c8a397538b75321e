using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>Finds the files of a repository that can bring in packages.</summary>
public static class RepositoryFiles
{
    /// <summary>More folders than any repository has.</summary>
    private const int MostFolders = 200_000;

    private const string GlobalJson = "global.json";
    private const string ToolManifest = "dotnet-tools.json";

    /// <summary>
    /// What counts for a folder: every NuGet.config and tool manifest up to the root, as far as none of these says that it is one, and the nearest
    /// global.json, which MSBuild takes wherever it lies.
    /// </summary>
    /// <param name="root">Full path of the folder in which the search ends.</param>
    public static IReadOnlyList<RepositoryFile> Above(string folder, string root)
    {
        var found = new List<RepositoryFile>();
        var (manifestsEnded, isBelowRoot, hasGlobalJson) = (false, true, false);
        for (var here = Path.GetFullPath(folder); here is not null; here = Path.GetDirectoryName(here))
        {
            if (isBelowRoot)
            {
                foreach (var config in NugetConfigs(here)) found.Add(new RepositoryFile(RepositoryFileKind.NugetConfig, config));
                AddManifests(here, found, ref manifestsEnded);
                isBelowRoot = !PathComparison.AreSame(here, root);
            }

            var global = Path.Combine(here, GlobalJson);
            if (hasGlobalJson || !File.Exists(global)) continue;
            hasGlobalJson = true;
            found.Add(new RepositoryFile(RepositoryFileKind.GlobalJson, global));
        }

        return found;
    }

    private static void AddManifests(string folder, List<RepositoryFile> found, ref bool ended)
    {
        // In the order in which dotnet takes them.
        foreach (var place in new[] { Path.Combine(folder, ".config", ToolManifest), Path.Combine(folder, ToolManifest) })
        {
            if (ended || !File.Exists(place)) continue;
            var manifest = new RepositoryFile(RepositoryFileKind.ToolManifest, place);
            found.Add(manifest);
            ended = RepositoryReader.Read(manifest).IsRoot;
        }
    }

    /// <summary>Full paths of the NuGet.config files of one folder: where case counts, NuGet takes more than one.</summary>
    public static IEnumerable<string> NugetConfigs(string folder) => Seen(folder).Where(file => file.Kind == RepositoryFileKind.NugetConfig).Select(file => file.Path);

    /// <summary>What belongs to one project: its files with the SDKs that they name, and what lies beside it.</summary>
    public static IEnumerable<RepositoryFile> Of(string projectPath) =>
    [
        .. ReferenceFiles.Of(projectPath).Select(file => new RepositoryFile(RepositoryFileKind.Project, file)),
        .. Seen(Path.GetDirectoryName(projectPath)!).Where(file => file.Kind is RepositoryFileKind.PackagesConfig or RepositoryFileKind.Nuspec),
        .. NuspecLocator.Of(projectPath).Select(file => new RepositoryFile(RepositoryFileKind.Nuspec, file)),
    ];

    /// <summary>The lock file of a project; null where it has none.</summary>
    public static RepositoryFile? LockFile(string projectPath)
    {
        var files = Seen(Path.GetDirectoryName(projectPath)!).Where(file => file.Kind == RepositoryFileKind.LockFile).ToList();
        var own = $"packages.{Path.GetFileNameWithoutExtension(projectPath).Replace(' ', '_')}.lock.json";
        return files.Find(file => string.Equals(file.Name, own, StringComparison.OrdinalIgnoreCase)) ?? files.Find(file => string.Equals(file.Name, "packages.lock.json", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Everything in the folder and below it that a project does not lead to; lock files do not count beside what was restored.</summary>
    /// <returns>The files in a fixed order, and what could not be looked into.</returns>
    public static (IReadOnlyList<RepositoryFile> Files, IReadOnlyList<FileProblem> Problems) Below(string folder)
    {
        var (files, problems) = (new List<RepositoryFile>(), new List<FileProblem>());
        var open = new Stack<string>([folder]);
        for (var count = 1; open.Count > 0; count++)
        {
            var here = open.Pop();
            try
            {
                if (IsUnpackedPackage(here)) continue;
                var besideProject = Directory.EnumerateFiles(here, "*.*proj").Any();
                files.AddRange(In(here).Where(file => file.Kind != RepositoryFileKind.LockFile && (file.Kind != RepositoryFileKind.FileBasedApp || FileDirectives.HasAny(file.Path))));
                foreach (var sub in Directory.GetDirectories(here).Where(sub => SearchedFolders.IsSearched(sub, besideProject))) open.Push(sub);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                problems.Add(FileProblem.Of(here, $"the folder cannot be looked into ({exception.Message})"));
            }

            if (count < MostFolders) continue;
            problems.Add(FileProblem.Of(folder, $"there are more than {MostFolders} folders; in the rest no files were looked for that bring in packages beside the projects"));
            break;
        }

        return ([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)], problems);
    }

    /// <summary>Nobody packs by the nuspec of a package that is installed, nor runs its sources as an app.</summary>
    private static bool IsUnpackedPackage(string folder) => File.Exists(Path.Combine(folder, PackageMetadata.FileName)) || File.Exists(Path.Combine(folder, $"{Path.GetFileName(folder)}.nupkg"));

    private static IEnumerable<RepositoryFile> In(string folder) => Directory.GetFiles(folder).OrderBy(path => path, StringComparer.Ordinal).Select(RepositoryFile.Of).OfType<RepositoryFile>();

    /// <summary>Folders above may not be ours to list; what somebody named is looked into by <see cref="Below"/>, which says so.</summary>
    private static IEnumerable<RepositoryFile> Seen(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? [.. In(folder)] : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}

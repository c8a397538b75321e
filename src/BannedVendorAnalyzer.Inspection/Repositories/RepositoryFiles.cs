using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>Finds the files of a repository that can bring in packages.</summary>
public static class RepositoryFiles
{
    /// <summary>More folders than any repository has.</summary>
    private const int MostFolders = 200_000;

    /// <summary>
    /// What counts for a folder: every NuGet.config and tool manifest up to the root, as far as none of these says that it is one, and the nearest
    /// global.json, which MSBuild takes wherever it lies.
    /// </summary>
    /// <param name="root">Full path of the folder in which the search ends.</param>
    public static IReadOnlyList<RepositoryFile> Above(string folder, string root)
    {
        var found = new List<RepositoryFile>();
        var (manifestsEnded, isBelowRoot) = (false, true);
        for (var here = Path.GetFullPath(folder); here is not null; here = Path.GetDirectoryName(here))
        {
            if (isBelowRoot)
            {
                found.AddRange(Seen(here).Where(file => file.Kind == RepositoryFileKind.NugetConfig));
                foreach (var manifest in Manifests(here).TakeWhile(_ => !manifestsEnded))
                {
                    found.Add(manifest);
                    manifestsEnded = RepositoryReader.Read(manifest).IsRoot;
                }
            }

            if (!found.Exists(file => file.Kind == RepositoryFileKind.GlobalJson)) found.AddRange(Seen(here).Where(file => file.Kind == RepositoryFileKind.GlobalJson));
            isBelowRoot &= !PathComparison.AreSame(here, root);
        }

        return found;
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

    /// <summary>In the order in which dotnet takes them.</summary>
    private static IEnumerable<RepositoryFile> Manifests(string folder) =>
        new[] { Path.Combine(folder, ".config"), folder }.SelectMany(Seen).Where(file => file.Kind == RepositoryFileKind.ToolManifest);
}

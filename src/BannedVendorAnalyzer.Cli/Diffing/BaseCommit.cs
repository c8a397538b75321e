using BannedVendorAnalyzer.Inspection.Projects;

namespace BannedVendorAnalyzer.Cli.Diffing;

/// <summary>The commit with which the state in the repository is compared.</summary>
/// <param name="Name">As the user wrote it.</param>
/// <param name="Commit">Its full hash.</param>
/// <param name="Root">Full path of the folder that the repository is checked out to.</param>
internal sealed record BaseCommit(string Name, string Commit, string Root)
{
    private const string Remote = "origin/";

    /// <param name="paths">What is checked, as written; all of it has to lie in one repository.</param>
    /// <returns>The commit, or why there is none.</returns>
    public static (BaseCommit? Commit, string? Refusal) Find(string name, IReadOnlyList<string> paths, string workingFolder)
    {
        var roots = new List<(string Path, string Root)>();
        foreach (var path in paths.Count == 0 ? ["."] : paths)
        {
            var (root, refusal) = RootOf(path, Path.GetFullPath(path, workingFolder));
            if (root is null) return (null, refusal);
            roots.Add((path, root));
        }

        var repository = roots[0].Root;
        if (roots.Find(other => !PathComparison.AreSame(other.Root, repository)).Path is { } elsewhere)
            return (null, $"--diff: '{roots[0].Path}' and '{elsewhere}' lie in different repositories (a submodule is one of its own); check each by itself");

        // Nothing that is written can become an option, or anything but a commit.
        var answer = Git.Run(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{name}^{{commit}}");
        return answer.Succeeded && answer.Output.Length > 0 ? (new BaseCommit(name, answer.Output, repository), null) : (null, Unknown(name, repository));
    }

    private static (string? Root, string? Refusal) RootOf(string asWritten, string path)
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;
        var answer = Git.Run(folder, "rev-parse", "--show-cdup");
        if (!answer.Succeeded) return (null, $"--diff: '{asWritten}' is in no repository that can be compared ({answer.Error})");
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(answer.Output, folder));
        return Path.Exists(Path.Combine(root, ".git")) ? (root, null) : (null, $"--diff: '{asWritten}' is not among the files of a repository, or leads there through a link; name it by its own path");
    }

    private static string Unknown(string name, string repository)
    {
        var branch = name.StartsWith(Remote, StringComparison.Ordinal) ? name[Remote.Length..] : name;
        var isShallow = Git.Run(repository, "rev-parse", "--is-shallow-repository").Output == "true";
        return $"--diff: git knows no commit '{name}' here{(isShallow ? ", and this clone is shallow" : "")}; fetch it (git fetch --depth=1 origin {branch}) and name it as FETCH_HEAD";
    }
}

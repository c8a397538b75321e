using BannedVendorAnalyzer.Cli.Targets;

namespace BannedVendorAnalyzer.Cli.Diffing;

/// <summary>
/// The commit, checked out to a folder of its own until it is disposed of, also by Ctrl+C. Branches, index and files of the user stay as they are.
/// The folder lies beside the repository where that can be written, so that the settings above it (<c>nuget.config</c>, <c>Directory.Build.props</c>) count for both states.
/// </summary>
internal sealed class BaseTree : IDisposable
{
    private const string Submodule = "160000 commit ";

    private readonly Lock _lock = new();
    private readonly Stack<(string Repository, string Folder)> _added = new();
    private readonly EndSignals _signals;
    private readonly ToolHost _host;
    private volatile bool _isInterrupted;

    private BaseTree(BaseCommit commit, ToolHost host)
    {
        (Commit, _host, Folder) = (commit, host, NewFolder(commit.Root));
        _signals = new EndSignals(_ =>
        {
            _isInterrupted = true;
            Remove();
        });
    }

    public BaseCommit Commit { get; }

    /// <summary>Full path.</summary>
    public string Folder { get; }

    /// <summary>Whether somebody ends this program, so that nothing more is to be said.</summary>
    public bool IsInterrupted => _isInterrupted;

    /// <returns>The tree, or why it could not be checked out.</returns>
    public static (BaseTree? Tree, string? Refusal) CheckOut(BaseCommit commit, ToolHost host)
    {
        var tree = new BaseTree(commit, host);
        if (tree.Add(commit.Root, commit.Commit, tree.Folder) is not { } refusal) return (tree, null);
        tree.Dispose();
        return (null, $"--diff: {refusal}");
    }

    /// <summary>Where a path of the repository lies in this tree.</summary>
    public string InTree(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.GetRelativePath(Commit.Root, path), Folder));

    /// <summary>A path of this tree, or a text with such paths, as it would be in the repository.</summary>
    public string InRepository(string text) => text.Replace(Folder, Commit.Root, StringComparison.Ordinal).Replace(Folder.Replace('\\', '/'), Commit.Root.Replace('\\', '/'), StringComparison.Ordinal);

    public void Dispose()
    {
        Remove();
        _signals.Dispose();
    }

    private static string NewFolder(string root)
    {
        if (Path.GetDirectoryName(root) is { } above)
        {
            try
            {
                // As closed to others as the temporary folder would be: the repository may be.
                var folder = Path.Combine(above, $".banned-vendors-{Path.GetRandomFileName()}");
                return (OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)).FullName;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Not ours to write; the temporary folder is.
            }
        }

        return Directory.CreateTempSubdirectory("banned-vendors-").FullName;
    }

    /// <summary>With the submodules that are there in the repository: each has the commits of its own.</summary>
    private string? Add(string repository, string commit, string folder)
    {
        GitAnswer answer;
        lock (_lock)
        {
            if (_isInterrupted) return "interrupted";
            _added.Push((repository, folder));
            answer = Git.Run(repository, "worktree", "add", "--detach", "--quiet", folder, commit);
        }

        if (!answer.Succeeded) return $"git cannot check out {commit} ({answer.Error})";
        foreach (var entry in Git.Run(repository, "ls-tree", "-r", "-z", "--full-tree", commit).Output.Split('\0').Where(entry => entry.StartsWith(Submodule, StringComparison.Ordinal)))
        {
            var tab = entry.IndexOf('\t', StringComparison.Ordinal);
            var (pinned, path) = (entry[Submodule.Length..tab], entry[(tab + 1)..]);
            var submodule = Path.Combine(repository, path);
            if (!Path.Exists(Path.Combine(submodule, ".git"))) continue;
            if (!Git.Run(submodule, "cat-file", "-e", $"{pinned}^{{commit}}").Succeeded) return $"the submodule '{path}' does not have the commit {pinned}; fetch it there (git -C {path} fetch origin {pinned})";
            if (Add(submodule, pinned, Path.Combine(folder, path)) is { } refusal) return refusal;
        }

        return null;
    }

    private void Remove()
    {
        lock (_lock)
        {
            while (_added.TryPop(out var added)) Git.Run(added.Repository, "worktree", "remove", "--force", added.Folder);
            if (!Directory.Exists(Folder)) return;
            try
            {
                Directory.Delete(Folder, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                _host.Error.WriteLine($"'{Folder}' could not be removed ({exception.Message}); remove it, and run 'git worktree prune'");
            }
        }
    }
}

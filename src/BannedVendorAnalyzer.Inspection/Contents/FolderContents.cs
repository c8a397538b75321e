using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Binaries;
using IOPath = System.IO.Path;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>A folder with all below it: a package in a global packages folder, a publish output, an unpacked container.</summary>
public sealed class FolderContents : IPackageContents
{
    private readonly List<ContentEntry> _entries = [];
    private readonly HashSet<string> _folded = new(StringComparer.OrdinalIgnoreCase);
    private readonly ProblemList _problems;

    private FolderContents(string folder)
    {
        Path = IOPath.GetFullPath(folder);
        _problems = new ProblemList(Path);
        Walk();
        _entries.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        Problems = _problems.ToList();
    }

    public string Path { get; }

    public IReadOnlyList<ContentEntry> Entries => _entries;

    public IReadOnlyList<FileProblem> Problems { get; }

    public static FolderContents Of(string folder) => new(folder);

    public FileProblem? Read(ContentEntry entry, Action<IByteSource> look) => FileContents.Read(IOPath.Combine(Path, entry.Path), look);

    /// <summary>One of the <see cref="Entries"/> alone: several threads can each have one.</summary>
    public FileContents Only(ContentEntry entry) => new(Path, entry);

    private void Walk()
    {
        var open = new Stack<(string Relative, int Depth)>([("", 0)]);
        while (open.Count > 0)
        {
            var (relative, depth) = open.Pop();
            try
            {
                foreach (var item in new DirectoryInfo(IOPath.Combine(Path, relative)).EnumerateFileSystemInfos())
                {
                    var path = relative.Length == 0 ? item.Name : $"{relative}/{item.Name}";
                    var isLink = false;
                    if ((item.Attributes & FileAttributes.ReparsePoint) != 0 && LinkProblem(item, out isLink) is { } problem) _problems.Add($"'{path}' {problem}");
                    else if (item is FileInfo file && !TryAdd(path, file)) return;
                    else if (item is FileInfo || isLink) continue;
                    else if (depth == ContentBounds.MostDepth) _problems.Add($"'{path}' lies deeper than {ContentBounds.MostDepth} folders");
                    else open.Push((path, depth + 1));
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                _problems.Add($"'{(relative.Length == 0 ? "." : relative)}' cannot be listed ({exception.Message})");
            }
        }
    }

    /// <returns>False when there are too many.</returns>
    private bool TryAdd(string path, FileInfo file)
    {
        if (_entries.Count == ContentBounds.MostEntries)
        {
            _problems.Add($"there are more than {ContentBounds.MostEntries} files; the rest was not looked at");
            return false;
        }

        if (!_folded.Add(path)) _problems.Add($"'{path}' differs from another file only in case, so other systems see only one of them");
        _entries.Add(new ContentEntry(path, LinkTargets.LengthOf(file)));
        return true;
    }

    /// <summary>What a link inside the folder leads to is seen in its own place; everything else is not of the package.</summary>
    private string? LinkProblem(FileSystemInfo link, out bool isLink)
    {
        var isResolved = LinkTargets.TryResolve(link, out var target);
        isLink = target is not null;
        if (isResolved && target is null) return null;
        if (!isResolved || target is null) return "is a symbolic link that leads nowhere, in a circle, or cannot be followed here";
        var inside = Path.TrimEnd('/', '\\') + IOPath.DirectorySeparatorChar;
        if ((link.FullName + IOPath.DirectorySeparatorChar).StartsWith(target.TrimEnd('/', '\\') + IOPath.DirectorySeparatorChar, StringComparison.Ordinal)) return "is a symbolic link to a folder that it lies in";
        return target.StartsWith(inside, StringComparison.Ordinal) ? null : "is a symbolic link that leaves the folder";
    }
}

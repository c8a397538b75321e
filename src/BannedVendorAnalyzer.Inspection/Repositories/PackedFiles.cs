using BannedVendorAnalyzer.Inspection.Contents;

namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>Finds the files that a pattern of a nuspec names: <c>*</c> and <c>?</c> within a step of the path, <c>**</c> over any number of steps.</summary>
internal static class PackedFiles
{
    /// <summary>More files than packages have.</summary>
    private const int MostFiles = 5000;

    private static readonly char[] Marks = ['*', '?'];

    /// <param name="pattern">Relative to the folder, with <c>/</c>.</param>
    /// <returns>Paths from the folder, also of a file that is not there yet; and why they may not be all.</returns>
    public static (IReadOnlyList<string> Files, string? Problem) Of(string folder, string pattern)
    {
        if (pattern.IndexOfAny(Path.GetInvalidPathChars()) >= 0) return ([], "the pattern holds a character that no path can hold");
        var steps = pattern.Split('/');
        var first = Array.FindIndex(steps, step => step.IndexOfAny(Marks) >= 0);
        if (first < 0) return ([pattern], null);

        // A variable in front stands for a folder that only the one who packs knows.
        var prefix = string.Join("/", steps.Take(first));
        var start = Path.Combine(folder, prefix.Length == 0 && pattern.StartsWith("/", StringComparison.Ordinal) ? "/" : prefix);
        if (prefix.IndexOf('$') >= 0 || !Directory.Exists(start)) return ([], null);
        var contents = FolderContents.Of(start);
        var found = contents.Entries.Where(entry => Fits(entry.Path.Split('/'), 0, steps, first)).Select(entry => prefix.Length == 0 ? entry.Path : $"{prefix}/{entry.Path}").ToList();
        if (found.Count > MostFiles) return (found.Take(MostFiles).ToList(), $"the pattern names more than {MostFiles} files; the rest was not looked at");
        return (found, contents.Problems.Count > 0 ? $"not every file of the pattern was looked at: {contents.Problems[0].Message}" : null);
    }

    private static bool Fits(string[] path, int at, string[] steps, int step)
    {
        if (step == steps.Length) return at == path.Length;
        if (steps[step] == "**") return step == steps.Length - 1 || Enumerable.Range(at, path.Length - at + 1).Any(next => Fits(path, next, steps, step + 1));
        return at < path.Length && FitsName(path[at], steps[step]) && Fits(path, at + 1, steps, step + 1);
    }

    /// <summary>Goes back to the last <c>*</c> alone, so that no pattern takes longer than name times pattern.</summary>
    private static bool FitsName(string name, string pattern)
    {
        var (at, mark, lastStar, lastAt) = (0, 0, -1, 0);
        while (at < name.Length)
        {
            if (mark < pattern.Length && pattern[mark] == '*') (lastStar, lastAt, mark) = (mark, at, mark + 1);
            else if (mark < pattern.Length && (pattern[mark] == '?' || char.ToUpperInvariant(pattern[mark]) == char.ToUpperInvariant(name[at]))) (at, mark) = (at + 1, mark + 1);
            else if (lastStar >= 0) (at, mark) = (++lastAt, lastStar + 1);
            else return false;
        }

        return pattern.Substring(mark).Trim('*').Length == 0;
    }
}

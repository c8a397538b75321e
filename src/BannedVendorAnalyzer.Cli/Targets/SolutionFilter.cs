using System.Text.Json;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection;
using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Cli.Targets;

/// <summary>Lists the projects of a solution filter (.slnf): some of those of the solution that it names.</summary>
internal static class SolutionFilter
{
    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>As MSBuild reads them (SolutionFile.ParseSolutionFilter).</summary>
    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static bool IsFilter(string path) => Path.GetExtension(path).Equals(".slnf", StringComparison.OrdinalIgnoreCase);

    /// <returns>Full paths of the projects that are in the solution, and what is wrong with the filter or its solution.</returns>
    public static (IReadOnlyList<string> Projects, IReadOnlyList<FileProblem> Problems) Read(string path)
    {
        var (utf8, problem) = BoundedFile.Read(path, "solution filter", MostBytes);
        if (utf8 is null) return ([], [problem!]);
        try
        {
            var (solution, projects) = Parse(utf8);
            return solution is null
                ? ([], [FileProblem.At(path, utf8, 0, "the solution filter names no solution: 'solution' with 'path' was expected")])
                : Resolve(path, utf8, solution, projects);
        }
        catch (JsonException exception)
        {
            return ([], [new FileProblem(path, (int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1, "the solution filter is not well-formed JSON")]);
        }
        catch (JsonFormatException exception)
        {
            return ([], [FileProblem.At(path, utf8, exception.Offset, $"the solution filter cannot be read: {exception.Message}")]);
        }
    }

    private static (IReadOnlyList<string> Projects, IReadOnlyList<FileProblem> Problems) Resolve(string path, byte[] utf8, Entry solution, List<Entry> listed)
    {
        var solutionPath = Full(solution.Text, path);
        if (!File.Exists(solutionPath)) return ([], [FileProblem.At(path, utf8, solution.Offset, $"the solution '{solution.Text}' of the filter is missing; correct the path")]);
        if (!SolutionFile.IsSolution(solutionPath)) return ([], [FileProblem.At(path, utf8, solution.Offset, $"'{solution.Text}' is not a solution")]);
        var (all, problem) = SolutionFile.Read(solutionPath);
        if (problem is not null) return ([], [problem]);

        var projects = new List<string>();
        var problems = new List<FileProblem>();
        foreach (var entry in listed)
        {
            var full = Full(entry.Text, solutionPath);
            if (all.FirstOrDefault(known => known.Equals(full, StringComparison.OrdinalIgnoreCase)) is { } project) projects.Add(project);
            else problems.Add(FileProblem.At(path, utf8, entry.Offset, $"the solution '{solution.Text}' has no project '{entry.Text}'; take it out of the filter or correct the path"));
        }

        return ([.. projects.Distinct(StringComparer.Ordinal)], problems);
    }

    private static string Full(string relative, string fileBeside) => Path.GetFullPath(relative.Replace('\\', '/'), Path.GetDirectoryName(fileBeside)!);

    private static (Entry? Solution, List<Entry> Projects) Parse(byte[] utf8)
    {
        // A mark at the start is not JSON, but editors write it.
        var start = utf8.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var json = new Utf8JsonReader(utf8.AsSpan(start), Lenient);
        Entry? solution = null;
        var projects = new List<Entry>();
        string[] names = ["", ""];
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth <= 2) names[json.CurrentDepth - 1] = json.GetString()!;
            if (names[0] != "solution" || json.TokenType is not (JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null)) continue;
            var at = start + (int)json.TokenStartIndex;
            if (json.CurrentDepth == 2 && names[1] == "path") solution = Text(json, at);
            else if (json.CurrentDepth == 3 && names[1] == "projects") projects.Add(Text(json, at));
        }

        return (solution, projects);
    }

    private static Entry Text(Utf8JsonReader json, int offset)
    {
        if (json.TokenType != JsonTokenType.String) throw new JsonFormatException("a path in quotes was expected", offset);
        try
        {
            var text = json.GetString()!;
            return text.Length > 0 && !text.Contains('\0') ? new Entry(text, offset) : throw new JsonFormatException("no file can have this path", offset);
        }
        catch (InvalidOperationException)
        {
            throw new JsonFormatException("the text is not UTF-8", offset);
        }
    }

    /// <param name="Offset">Where it stands, in bytes.</param>
    private sealed record Entry(string Text, int Offset);
}

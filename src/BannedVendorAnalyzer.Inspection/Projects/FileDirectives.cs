using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>Finds what a file-based app (<c>dotnet run app.cs</c>) says in place of a project file: <c>#:package Id@Version</c>, <c>#:project Path</c>, <c>#:include Path</c>.</summary>
public static class FileDirectives
{
    private const int MostFiles = 64;

    /// <summary>Licences and comments may stand above the first directive.</summary>
    private const int MostHeadBytes = 16 * 1024;
    private static readonly char[] WhiteSpace = [' ', '\t'];

    /// <summary>The entry point, then the files that it includes by a path that can be read off: their directives count as its own.</summary>
    public static IReadOnlyList<string> Files(string entryPoint)
    {
        var files = new List<string>();
        Add(entryPoint, files);
        return files;
    }

    /// <summary>Whether the file is, or is included by, a file-based app.</summary>
    public static bool HasAny(string file) => MayHaveAny(file) && Read(file).Count > 0;

    /// <summary>What the file itself says of this kind, e.g. <c>package</c>: the value, e.g. <c>Id@Version</c>, and where it stands.</summary>
    public static IEnumerable<(string Value, SourceLocation Place)> Of(string file, string kind) =>
        Read(file).Where(directive => directive.Kind == kind).Select(directive => (directive.Value, directive.Location));

    public static SourceLocation? FindPackage(string file, string id) => Find(file, "package", value => Same(value.Split('@')[0].TrimEnd(), id));

    /// <summary>The directive names the project file, or its folder.</summary>
    public static SourceLocation? FindProject(string file, string projectPath) => Find(file, "project", value =>
    {
        var last = Path.GetFileName(value.Replace('\\', '/').TrimEnd('/'));
        return Same(last, Path.GetFileName(projectPath)) || Same(last, Path.GetFileName(Path.GetDirectoryName(projectPath) ?? ""));
    });

    /// <summary>Nearly no file of a repository has any, and there may be very many files.</summary>
    private static bool MayHaveAny(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1);
            var bytes = new byte[Math.Min(MostHeadBytes, stream.Length)];
            var count = stream.Read(bytes, 0, bytes.Length);
            for (var i = 0; i + 1 < count; i++)
                if (bytes[i] == '#' && bytes[i + 1] == ':') return true;
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Who cannot read it cannot run it.
            return false;
        }
    }

    private static void Add(string file, List<string> files)
    {
        if (files.Count >= MostFiles || files.Contains(file) || !File.Exists(file)) return;
        files.Add(file);
        foreach (var directive in Read(file).Where(directive => directive.Kind == "include" && directive.Value.IndexOfAny(['$', '*', '?']) < 0))
            Add(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, directive.Value.Replace('\\', '/'))), files);
    }

    private static SourceLocation? Find(string file, string kind, Func<string, bool> isWanted) =>
        Read(file).FirstOrDefault(directive => directive.Kind == kind && isWanted(directive.Value))?.Location;

    /// <summary>Directives stand before the first line of code; the compiler refuses later ones.</summary>
    private static List<Directive> Read(string file)
    {
        var directives = new List<Directive>();
        var (number, inComment) = (0, false);
        try
        {
            foreach (var line in File.ReadLines(file))
            {
                number++;
                if (!IsBeforeCode(line.Trim(), ref inComment, out var isDirective)) break;
                if (isDirective) directives.Add(Parse(line, new SourceLocation(file, number, line.IndexOf('#') + 1)));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The error is reported all the same, only without its line.
            return directives;
        }

        return directives;
    }

    private static bool IsBeforeCode(string text, ref bool inComment, out bool isDirective)
    {
        isDirective = false;
        if (!inComment && text.StartsWith("/*", StringComparison.Ordinal)) (inComment, text) = (true, text.Substring(2));
        if (inComment)
        {
            var end = text.IndexOf("*/", StringComparison.Ordinal);
            if (end < 0) return true;
            inComment = false;
            text = text.Substring(end + 2).TrimStart();
            return text.Length == 0 || text.StartsWith("//", StringComparison.Ordinal);
        }

        isDirective = text.StartsWith("#:", StringComparison.Ordinal);
        return text.Length == 0 || text[0] == '#' || text.StartsWith("//", StringComparison.Ordinal);
    }

    private static Directive Parse(string line, SourceLocation location)
    {
        var parts = line.Substring(location.Column + 1).Trim().Split(WhiteSpace, 2);
        return new Directive(parts[0], parts.Length < 2 ? "" : parts[1].Trim(), location);
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private sealed record Directive(string Kind, string Value, SourceLocation Location);
}

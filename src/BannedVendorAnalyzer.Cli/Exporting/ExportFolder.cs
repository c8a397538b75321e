using System.Text;
using System.Text.RegularExpressions;

namespace BannedVendorAnalyzer.Cli.Exporting;

/// <summary>Writes an export into a folder, and touches nothing there that no export wrote. A marker in the folder lists what did.</summary>
internal static partial class ExportFolder
{
    public const string Marker = "banned-vendors-export.txt";
    private const string FirstLine = "banned-vendors audit-source";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="folder">Full path.</param>
    /// <param name="files">By path, relative with <c>/</c>.</param>
    /// <returns>Why nothing was written; null where all was.</returns>
    public static string? Write(string folder, IReadOnlyDictionary<string, string> files)
    {
        try
        {
            var (earlier, refusal) = Earlier(folder);
            refusal ??= files.Keys.Select(file => Refusal(folder, file, earlier.Contains(file))).OfType<string>().FirstOrDefault();
            if (refusal is not null) return refusal;

            // Listed before they are there: what an export that is cut off leaves is ours, too.
            WriteMarker(folder, earlier.Union(files.Keys));
            foreach (var (path, content) in files.OrderByDescending(file => file.Key, StringComparer.Ordinal)) Write(folder, path, content);
            foreach (var gone in earlier.Where(file => !files.ContainsKey(file)).Select(file => Path.Combine(folder, file)).Where(File.Exists)) File.Delete(gone);
            WriteMarker(folder, files.Keys);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return $"'{folder}' cannot be written ({exception.Message})";
        }
    }

    /// <summary>What an earlier export wrote there, and why it cannot be replaced.</summary>
    private static (IReadOnlySet<string> Files, string? Refusal) Earlier(string folder)
    {
        var marker = Path.Combine(folder, Marker);
        if (!File.Exists(marker))
            return (new HashSet<string>(), Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() ? $"'{folder}' holds files that no export wrote; name a new or empty folder" : null);
        var lines = File.ReadAllLines(marker, Utf8);
        return lines is [FirstLine, ..] && lines.Skip(1).All(IsOurs().IsMatch)
            ? (lines.Skip(1).ToHashSet(StringComparer.Ordinal), null)
            : (new HashSet<string>(), $"'{marker}' is not as an export writes it; name a new or empty folder");
    }

    /// <summary>Something that nobody exported, or a link, which may lead to such, stands where a file would be written.</summary>
    private static string? Refusal(string folder, string file, bool isOurs)
    {
        var path = Path.Combine(folder, file);
        if (!isOurs && Path.Exists(path)) return $"'{path}' was written by no export; move it away, or name a new or empty folder";
        var isLink = new FileInfo(path).LinkTarget is not null || (file.Contains('/') && new FileInfo(Path.GetDirectoryName(path)!).LinkTarget is not null);
        return isLink ? $"'{path}' leads through a link; name a new or empty folder" : null;
    }

    private static void WriteMarker(string folder, IEnumerable<string> files) =>
        Write(folder, Marker, string.Join('\n', files.Order(StringComparer.Ordinal).Prepend(FirstLine)) + "\n");

    private static void Write(string folder, string file, string content)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content, Utf8);
    }

    [GeneratedRegex(@"^(index\.(json|html)|vulnerabilities/\w+\.json|packages/\w+([.-]\w+)*\.html)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex IsOurs();
}

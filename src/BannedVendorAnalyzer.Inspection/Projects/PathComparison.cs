using System.Runtime.InteropServices;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>Compares full paths as the file systems of the platforms do by default: Windows and macOS pass over case.</summary>
public static class PathComparison
{
    private const int MostBytes = 16 * 1024 * 1024;
    private static readonly bool CaseCounts = !RuntimeInformation.IsOSPlatform(OSPlatform.Windows) && !RuntimeInformation.IsOSPlatform(OSPlatform.OSX);

    public static bool AreSame(string left, string right) =>
        string.Equals(Normal(left), Normal(right), CaseCounts ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether two paths lead to one file: they are the same, or one goes through a link and what is there has the same name, time to the tick, and content.</summary>
    public static bool LeadToTheSameFile(string left, string right)
    {
        if (AreSame(left, right)) return true;
        var (one, other) = (new FileInfo(left), new FileInfo(right));
        return one.Exists && other.Exists
            && one.Name == other.Name && one.Length == other.Length && one.LastWriteTimeUtc == other.LastWriteTimeUtc
            && BoundedFile.Read(left, "project", MostBytes).Bytes is { } bytes && BoundedFile.Read(right, "project", MostBytes).Bytes is { } others && bytes.SequenceEqual(others);
    }

    /// <summary>The path as seen from the folder, with <c>/</c>; as it is where it does not lie below.</summary>
    public static string Below(string folder, string path)
    {
        var start = folder.TrimEnd('/', '\\') + Path.DirectorySeparatorChar;
        var isBelow = path.StartsWith(start, CaseCounts ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
        return (isBelow ? path.Substring(start.Length) : path).Replace('\\', '/');
    }

    /// <summary>The path as seen from the folder, with <c>/</c>, also where it lies beside it or above; as it is where they have no folder in common but the root of the file system.</summary>
    public static string From(string folder, string path)
    {
        path = Normal(path);
        var upwards = "";
        for (var step = folder; Path.GetDirectoryName(step) is { } above; step = above)
        {
            if (IsBelow(path, step)) return upwards + Below(step, path);
            upwards += "../";
        }

        return path.Replace('\\', '/');
    }

    /// <summary>Whether the file or folder lies in the folder, however deep.</summary>
    public static bool IsBelow(string path, string folder)
    {
        for (var step = Path.GetDirectoryName(path); step is not null; step = Path.GetDirectoryName(step))
            if (AreSame(step, folder)) return true;
        return false;
    }

    private static string Normal(string path)
    {
        try
        {
            return Path.GetFullPath(path);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or PathTooLongException)
        {
            return path;
        }
    }
}

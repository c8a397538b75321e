using System.Runtime.InteropServices;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>Compares full paths as the file systems of the platforms do by default: Windows and macOS pass over case.</summary>
public static class PathComparison
{
    private static readonly bool CaseCounts = !RuntimeInformation.IsOSPlatform(OSPlatform.Windows) && !RuntimeInformation.IsOSPlatform(OSPlatform.OSX);

    public static bool AreSame(string left, string right) =>
        string.Equals(Normal(left), Normal(right), CaseCounts ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

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

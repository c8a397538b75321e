using System.Reflection;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>Where symbolic links lead. Only .NET 6 and later can tell; netstandard2.0 does not name the method.</summary>
internal static class LinkTargets
{
    private static readonly MethodInfo? Resolve = typeof(FileSystemInfo).GetMethod("ResolveLinkTarget", [typeof(bool)]);

    /// <param name="target">Full path of the last target of a chain of links.</param>
    public static bool TryResolve(FileSystemInfo link, out string target)
    {
        target = "";
        try
        {
            if (Resolve?.Invoke(link, [true]) is not FileSystemInfo { Exists: true } last) return false;
            target = Path.GetFullPath(last.FullName);
            return true;
        }
        catch (TargetInvocationException exception) when (exception.InnerException is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

using System.Reflection;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>Where symbolic links lead. Only .NET 6 and later can tell; netstandard2.0 does not name the method.</summary>
internal static class LinkTargets
{
    private static readonly MethodInfo? Resolve = typeof(FileSystemInfo).GetMethod("ResolveLinkTarget", [typeof(bool)]);

    /// <summary>Of what is opened under a name: a link has a length of its own, and a pipe or a device behind it none.</summary>
    public static long LengthOf(FileInfo file) =>
        (file.Attributes & FileAttributes.ReparsePoint) != 0 && TryResolve(file, out var target) && target is not null ? new FileInfo(target).Length : file.Length;

    /// <param name="item">A reparse point: a link, or a file that Windows keeps elsewhere (deduplicated, in a cloud).</param>
    /// <param name="target">Full path of the last target of a chain of links; null for what is no link.</param>
    /// <returns>False where it leads nowhere, in a circle, or nobody can tell.</returns>
    public static bool TryResolve(FileSystemInfo item, out string? target)
    {
        target = null;

        // Without the method a file is read as it opens; a folder may lead anywhere.
        if (Resolve is null) return item is FileInfo;
        try
        {
            if (Resolve.Invoke(item, [true]) is not FileSystemInfo last) return true;
            target = Path.GetFullPath(last.FullName);
            return last.Exists;
        }
        catch (TargetInvocationException exception) when (exception.InnerException is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

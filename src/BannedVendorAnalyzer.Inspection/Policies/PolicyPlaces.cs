using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Inspection.Policies;

/// <summary>Which policy files count for a folder.</summary>
/// <param name="Root">The boundary: full path of the folder in which the search ended.</param>
/// <param name="Files">Full paths, nearest first.</param>
/// <param name="PassedOver">Full path of the nearest policy further up that does not count, because nothing says where the search ends; null where there is none.</param>
internal sealed record PolicyPlaces(string Root, IReadOnlyList<string> Files, string? PassedOver = null)
{
    /// <summary>A pattern for names as long as a policy's, so that of a large folder few come back; letters in it would have a case.</summary>
    private const string AsLong = "??????-???????.????";

    /// <summary>
    /// Searches upwards to the folder with <c>.git</c> or with a policy that says <c>root</c>. Where there is neither, anybody may have put a
    /// file further up, so the folder itself alone counts; but a policy that cannot be read may have meant to be the root, and is not passed over.
    /// </summary>
    /// <param name="isRoot">Whether the policy file of this path says that it is the root; null where it cannot be read and does not.</param>
    public static PolicyPlaces Above(string folder, Func<string, bool?> isRoot)
    {
        var files = new List<string>();
        PolicyPlaces? unclear = null;
        for (var here = Path.GetFullPath(folder); here is not null; here = Path.GetDirectoryName(here))
        {
            var file = Path.Combine(here, PolicyFile.Name);
            var isThere = IsThere(file);
            if (isThere) files.Add(file);
            var endsHere = isThere ? isRoot(file) : false;
            if (endsHere == true || IsThere(Path.Combine(here, ".git"))) return new PolicyPlaces(here, files);
            if (endsHere is null) unclear ??= new PolicyPlaces(here, [.. files]);
        }

        if (unclear is not null) return unclear;
        var own = Path.GetFullPath(folder);
        var counted = files.Where(file => Path.GetDirectoryName(file) == own).ToList();
        return new PolicyPlaces(own, counted, files.Skip(counted.Count).FirstOrDefault());
    }

    /// <summary>The folders in which a search from this folder looks, as far as the root.</summary>
    public static IEnumerable<string> Steps(string folder, string root)
    {
        for (var here = Path.GetFullPath(folder); here is not null; here = Path.GetDirectoryName(here))
        {
            yield return here;
            if (Projects.PathComparison.AreSame(here, root)) yield break;
        }
    }

    /// <summary>
    /// What has the name of a policy but for its case: some file systems find it by that name and others do not, so the same repository would be judged in
    /// two ways. Of a folder that may not be listed nothing is known.
    /// </summary>
    public static IReadOnlyList<string> Misnamed(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder, AsLong).Where(entry => Path.GetFileName(entry) is var name && name != PolicyFile.Name && string.Equals(name, PolicyFile.Name, StringComparison.OrdinalIgnoreCase))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Also a folder, or a link that leads nowhere: what bears the name must not be passed over.</summary>
    public static bool IsThere(string path)
    {
        try
        {
            return (int)new FileInfo(path).Attributes != -1;
        }
        catch (PathTooLongException)
        {
            return false;
        }
    }

    /// <summary>Whether the file, or a folder on the way to it from below the root, is a link. What lies outside the root was not decided in it.</summary>
    public static bool IsLinked(string file, string root)
    {
        for (var step = file; step is not null && !Projects.PathComparison.AreSame(step, root); step = Path.GetDirectoryName(step))
            if (IsThere(step) && new FileInfo(step).Attributes.HasFlag(FileAttributes.ReparsePoint)) return true;
        return false;
    }
}

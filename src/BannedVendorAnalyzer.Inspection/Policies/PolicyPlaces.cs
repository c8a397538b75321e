using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Inspection.Policies;

/// <summary>Which policy files count for a folder.</summary>
/// <param name="Root">The boundary: full path of the folder in which the search ended.</param>
/// <param name="Files">Full paths, nearest first.</param>
internal sealed record PolicyPlaces(string Root, IReadOnlyList<string> Files)
{
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
        return new PolicyPlaces(own, [.. files.Where(file => Path.GetDirectoryName(file) == own)]);
    }

    /// <summary>Also a folder, or a link that leads nowhere: what bears the name must not be passed over.</summary>
    public static bool IsThere(string path) => (int)new FileInfo(path).Attributes != -1;

    /// <summary>Whether the file, or a folder on the way to it from below the root, is a link. What lies outside the root was not decided in it.</summary>
    public static bool IsLinked(string file, string root)
    {
        for (var step = file; step is not null && !Projects.PathComparison.AreSame(step, root); step = Path.GetDirectoryName(step))
            if (IsThere(step) && new FileInfo(step).Attributes.HasFlag(FileAttributes.ReparsePoint)) return true;
        return false;
    }
}

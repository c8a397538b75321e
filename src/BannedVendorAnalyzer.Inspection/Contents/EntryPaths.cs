namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>Names of archive entries are anybody's: only those that stay below the folder they would be unpacked to are paths.</summary>
internal static class EntryPaths
{
    /// <param name="name">As it stands in the archive. Packages escape some characters as URIs do (OPC, ECMA-376-2 6.2.2), and unpacking undoes that.</param>
    /// <param name="path">With <c>/</c>.</param>
    /// <returns>Why it is none; null when it is one.</returns>
    public static string? TryRead(string name, out string path)
    {
        path = Unescape(name).Replace('\\', '/');
        if (path.Length == 0 || path.IndexOf('\0') >= 0) return "has no usable name";
        if (path[0] == '/') return "has an absolute path";
        if (path.IndexOf(':') >= 0) return "names a drive or a stream";
        if (path.Count(character => character == '/') >= ContentBounds.MostDepth) return $"lies deeper than {ContentBounds.MostDepth} folders";
        if (!HasOddSegments(path)) return null;
        var segments = path.Split('/');
        if (segments.Contains("..")) return "leaves the folder";
        path = string.Join("/", segments.Where(segment => segment.Length > 0 && segment != "."));
        return path.Length == 0 ? "has no usable name" : null;
    }

    /// <summary>Empty ones, or such that end with a dot; nearly no archive has any, and splitting hundred thousand names takes time.</summary>
    private static bool HasOddSegments(string path)
    {
        for (var i = 0; i < path.Length; i++)
            if (path[i] is '/' or '.' && (i + 1 == path.Length || path[i + 1] == '/')) return true;
        return false;
    }

    private static string Unescape(string name) => name.IndexOf('%') < 0 ? name : Uri.UnescapeDataString(name);
}

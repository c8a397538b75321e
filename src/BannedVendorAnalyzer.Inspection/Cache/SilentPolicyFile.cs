namespace BannedVendorAnalyzer.Inspection.Cache;

/// <summary>A file of a policy of which nothing is to be said.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Shown">How messages call it.</param>
/// <param name="Utf8">The file as it is.</param>
public sealed record SilentPolicyFile(string Path, string Shown, byte[] Utf8)
{
    internal const int MostBytes = 4 * 1024 * 1024;

    /// <returns>Null where it cannot be read.</returns>
    internal static SilentPolicyFile? Of(string path, string shown) => BoundedFile.Read(path, "policy", MostBytes).Bytes is { } bytes ? new SilentPolicyFile(path, shown, bytes) : null;
}

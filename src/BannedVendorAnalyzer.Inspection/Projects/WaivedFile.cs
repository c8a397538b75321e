using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>Files as waivers name them.</summary>
internal static class WaivedFile
{
    /// <summary>What is no file, or lies outside of the policy's folder, has no hash that a waiver could fit.</summary>
    /// <param name="path">Full path; null for what is a name alone.</param>
    public static WaivedContent Of(CheckContext context, string? path, string name)
    {
        if (context.Policy is not { } policy || path is null || !PathComparison.IsBelow(path, policy.Root)) return new WaivedContent(true, name, "", "");
        return new WaivedContent(true, PathComparison.Below(policy.Root, Path.GetFullPath(path)), "", FileHash.Sha256(path) ?? "");
    }
}

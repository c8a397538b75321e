namespace BannedVendorAnalyzer.Inspection.Restoring;

/// <summary>A package that a project asks for itself, before anything is resolved.</summary>
/// <param name="Version">A version or a range, as the project or its central file writes it; empty where neither says.</param>
/// <param name="IsDownload">Whether it is only downloaded for the build (<c>PackageDownload</c>) and is no reference.</param>
public sealed record StatedReference(string Id, string Version, bool IsDownload)
{
    /// <summary>As paths name it; a range of one version is that version.</summary>
    public string Step => Shown.Length == 0 ? Id : $"{Id}/{Shown}";

    /// <summary>The version as messages write it.</summary>
    public string Shown => Version.IndexOfAny([',', ';']) < 0 ? Version.Trim('[', ']') : Version;
}

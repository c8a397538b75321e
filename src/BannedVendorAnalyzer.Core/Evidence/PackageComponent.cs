namespace BannedVendorAnalyzer.Evidence;

/// <summary>A package as it was found, with everything observed in it.</summary>
/// <param name="Version">As the assets file writes it (NuGet normalised form).</param>
public sealed record PackageComponent(string Id, string Version, IReadOnlyList<EvidenceItem> Evidence)
{
    /// <summary><c>Id/Version</c>, as assets files name it.</summary>
    public string Key => $"{Id}/{Version}";
}

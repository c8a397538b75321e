namespace BannedVendorAnalyzer.Inspection.Binaries;

/// <summary>Text of the version resource of a PE file (VERSIONINFO, block StringFileInfo), each value once over all translations.</summary>
public sealed record VersionInfo(
    IReadOnlyList<string> CompanyNames,
    IReadOnlyList<string> ProductNames,
    IReadOnlyList<string> LegalCopyrights,
    IReadOnlyList<string> OriginalFilenames,
    IReadOnlyList<string> InternalNames);

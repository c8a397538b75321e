namespace BannedVendorAnalyzer.Inspection.Packages.Signatures;

/// <summary>What the signature of a NuGet package says about who published it; read, not verified.</summary>
/// <param name="AuthorOrganization">O= of the author certificate (2.5.4.10); null without an author signature.</param>
/// <param name="AuthorCommonName">CN= of the author certificate (2.5.4.3); null without an author signature.</param>
/// <param name="AuthorSerialNumber">
/// The registration number of the organisation (2.5.4.5), which certificates with extended validation carry in the subject;
/// not the serial number of the certificate.
/// </param>
/// <param name="Owners">Gallery accounts that owned the package when the gallery signed it, in the order of the signature.</param>
/// <param name="RepositoryUrl">V3 service index of the gallery that signed; null without a repository signature.</param>
public sealed record PackageSignature(
    string? AuthorOrganization,
    string? AuthorCommonName,
    string? AuthorSerialNumber,
    IReadOnlyList<string> Owners,
    string? RepositoryUrl);

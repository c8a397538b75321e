namespace BannedVendorAnalyzer.Inspection.Binaries;

/// <summary>The subject of the certificate that signed a binary; read, not verified.</summary>
/// <param name="Organization">O= (2.5.4.10).</param>
/// <param name="CommonName">CN= (2.5.4.3).</param>
/// <param name="SerialNumber">Registration number of the organisation (2.5.4.5); not the serial number of the certificate.</param>
public sealed record ImageSigner(string? Organization, string? CommonName, string? SerialNumber);

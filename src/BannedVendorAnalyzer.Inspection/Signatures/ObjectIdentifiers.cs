namespace BannedVendorAnalyzer.Inspection.Signatures;

/// <summary>Contents octets of the object identifiers that signatures are read by (X.690 8.19).</summary>
internal static class ObjectIdentifiers
{
    /// <summary>1.2.840.113549.1.7.2, RFC 5652 5.1.</summary>
    public static readonly byte[] SignedData = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];

    /// <summary>1.2.840.113549.1.9.6, RFC 5652 11.4.</summary>
    public static readonly byte[] Countersignature = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x06];

    /// <summary>1.2.840.113549.1.9.16.2.16, RFC 5126 5.11.1.</summary>
    public static readonly byte[] CommitmentTypeIndication =
        [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x02, 0x10];

    /// <summary>1.2.840.113549.1.9.16.6.1: an author signature (NuGet, Package Signatures Technical Details).</summary>
    public static readonly byte[] ProofOfOrigin = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x06, 0x01];

    /// <summary>1.2.840.113549.1.9.16.6.2: a repository signature (NuGet, Repository Signatures).</summary>
    public static readonly byte[] ProofOfReceipt = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x06, 0x02];

    /// <summary>1.3.6.1.4.1.311.84.2.1.1.1, nuget-v3-service-index-url (NuGet, Repository Signatures).</summary>
    public static readonly byte[] ServiceIndexUrl =
        [0x2B, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x54, 0x02, 0x01, 0x01, 0x01];

    /// <summary>1.3.6.1.4.1.311.84.2.1.1.2, nuget-package-owners (NuGet, Repository Signatures).</summary>
    public static readonly byte[] PackageOwners =
        [0x2B, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x54, 0x02, 0x01, 0x01, 0x02];

    /// <summary>1.3.6.1.4.1.311.2.4.1, szOID_NESTED_SIGNATURE in wintrust.h: a further signature of the same file.</summary>
    public static readonly byte[] NestedSignature = [0x2B, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x02, 0x04, 0x01];

    /// <summary>2.5.29.14, RFC 5280 4.2.1.2.</summary>
    public static readonly byte[] SubjectKeyIdentifier = [0x55, 0x1D, 0x0E];

    /// <summary>2.5.4.3, RFC 5280 appendix A.1.</summary>
    public static readonly byte[] CommonName = [0x55, 0x04, 0x03];

    /// <summary>2.5.4.5, RFC 5280 appendix A.1.</summary>
    public static readonly byte[] SerialNumber = [0x55, 0x04, 0x05];

    /// <summary>2.5.4.10, RFC 5280 appendix A.1.</summary>
    public static readonly byte[] OrganizationName = [0x55, 0x04, 0x0A];
}

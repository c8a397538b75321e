using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BannedVendorAnalyzer.Tests.Packages.Signatures;

/// <summary>Builds the <c>.signature.p7s</c> of a package, signed with certificates that live in memory only.</summary>
/// <remarks>Nothing NuGet would trust: no timestamp, no chain, no signing-certificate-v2.</remarks>
public static class SignatureBuilder
{
    public const string RepositoryUrl = "https://gallery.example/v3/index.json";

    public const string ProofOfOrigin = "1.2.840.113549.1.9.16.6.1";
    public const string ProofOfReceipt = "1.2.840.113549.1.9.16.6.2";

    private const string CommitmentTypeIndication = "1.2.840.113549.1.9.16.2.16";
    private const string ServiceIndexUrl = "1.3.6.1.4.1.311.84.2.1.1.1";
    private const string PackageOwners = "1.3.6.1.4.1.311.84.2.1.1.2";

    // One key each, because the subject key identifier is derived from it.
    private static readonly Lazy<RSA> _authorKey = new(() => RSA.Create(2048));
    private static readonly Lazy<RSA> _repositoryKey = new(() => RSA.Create(2048));
    private static readonly Lazy<X509Certificate2> _repository =
        new(() => CreateCertificate(new X500DistinguishedName("CN=Gallery, O=Gallery"), _repositoryKey.Value));

    /// <summary>
    /// Without an organisation the signature is the repository's own. Without owners an author signature gets no repository
    /// countersignature, and a repository signature no owners attribute.
    /// </summary>
    public static byte[] Build(string? authorOrganization, string? authorSerialNumber, IReadOnlyList<string>? owners) =>
        authorOrganization is null
            ? Sign(_repository.Value, RepositoryAttributes(owners)).Encode()
            : Build(Subject(authorOrganization, authorSerialNumber), owners);

    public static byte[] Build(
        X500DistinguishedName author,
        IReadOnlyList<string>? owners,
        SubjectIdentifierType identifier = SubjectIdentifierType.IssuerAndSerialNumber)
    {
        var certificate = CreateCertificate(author, _authorKey.Value);
        var message = Sign(certificate, [Commitment(ProofOfOrigin)], identifier);
        if (owners is not null)
            Countersign(message, RepositoryAttributes(owners));

        return message.Encode();
    }

    /// <summary>Any attributes for the primary signature, and a countersignature for each further list of attributes.</summary>
    public static byte[] BuildFrom(AsnEncodedData[] primary, params AsnEncodedData[][] countersignatures)
    {
        var message = Sign(CreateCertificate(Subject("Author", null), _authorKey.Value), primary);
        foreach (var attributes in countersignatures)
            Countersign(message, attributes);

        return message.Encode();
    }

    public static AsnEncodedData[] RepositoryAttributes(IReadOnlyList<string>? owners) => owners is null
        ? [Commitment(ProofOfReceipt), Url()]
        : [Commitment(ProofOfReceipt), Url(), Owners(owners)];

    public static AsnEncodedData Commitment(string type) => Attribute(CommitmentTypeIndication, writer =>
    {
        using (writer.PushSequence())
            writer.WriteObjectIdentifier(type);
    });

    public static AsnEncodedData Url() =>
        Attribute(ServiceIndexUrl, writer => writer.WriteCharacterString(UniversalTagNumber.IA5String, RepositoryUrl));

    public static AsnEncodedData Owners(IReadOnlyList<string> owners) => Attribute(PackageOwners, writer =>
    {
        using (writer.PushSequence())
        {
            foreach (var owner in owners)
                writer.WriteCharacterString(UniversalTagNumber.UTF8String, owner);
        }
    });

    private static AsnEncodedData Attribute(string type, Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        write(writer);
        return new AsnEncodedData(new Oid(type), writer.Encode());
    }

    private static X500DistinguishedName Subject(string organization, string? serialNumber)
    {
        var builder = new X500DistinguishedNameBuilder();
        if (serialNumber is not null)
            builder.Add("2.5.4.5", serialNumber, UniversalTagNumber.PrintableString);

        builder.AddOrganizationName(organization);
        builder.AddCommonName(organization);
        return builder.Build();
    }

    private static X509Certificate2 CreateCertificate(X500DistinguishedName subject, RSA key)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static SignedCms Sign(
        X509Certificate2 certificate,
        AsnEncodedData[] attributes,
        SubjectIdentifierType identifier = SubjectIdentifierType.IssuerAndSerialNumber)
    {
        // The digest of the package is not read by anyone here.
        var message = new SignedCms(new ContentInfo(Encoding.UTF8.GetBytes("Version:1\n\n")));
        message.ComputeSignature(Signer(certificate, attributes, identifier));
        return message;
    }

    private static void Countersign(SignedCms message, AsnEncodedData[] attributes) =>
        message.SignerInfos[0].ComputeCounterSignature(
            Signer(_repository.Value, attributes, SubjectIdentifierType.IssuerAndSerialNumber));

    private static CmsSigner Signer(X509Certificate2 certificate, AsnEncodedData[] attributes, SubjectIdentifierType identifier)
    {
        var signer = new CmsSigner(identifier, certificate) { IncludeOption = X509IncludeOption.EndCertOnly };
        foreach (var attribute in attributes)
            signer.SignedAttributes.Add(attribute);

        return signer;
    }
}

using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using BannedVendorAnalyzer.Inspection.Packages.Signatures;

namespace BannedVendorAnalyzer.Tests.Packages.Signatures;

/// <summary>The same facts as <see cref="PackageSignatureReader"/>, read by the platform.</summary>
internal static class ReferenceDecoder
{
    public static PackageSignature Decode(byte[] bytes)
    {
        var message = new SignedCms();
        message.Decode(bytes);
        var primary = Assert.Single(message.SignerInfos.Cast<SignerInfo>());
        var isAuthor = Commits(primary, SignatureBuilder.ProofOfOrigin);
        var repository = isAuthor
            ? primary.CounterSignerInfos.Cast<SignerInfo>()
                .SingleOrDefault(signer => Commits(signer, SignatureBuilder.ProofOfReceipt))
            : primary;
        var author = isAuthor ? primary.Certificate!.SubjectName : null;
        return new PackageSignature(
            Find(author, "2.5.4.10"),
            Find(author, "2.5.4.3"),
            Find(author, "2.5.4.5"),
            Owners(repository),
            Attribute(repository, "1.3.6.1.4.1.311.84.2.1.1.1")?.ReadCharacterString(UniversalTagNumber.IA5String));
    }

    private static bool Commits(SignerInfo signer, string type) =>
        Attribute(signer, "1.2.840.113549.1.9.16.2.16")?.ReadSequence().ReadObjectIdentifier() == type;

    private static List<string> Owners(SignerInfo? repository)
    {
        List<string> owners = [];
        var names = Attribute(repository, "1.3.6.1.4.1.311.84.2.1.1.2")?.ReadSequence();
        while (names is { HasData: true })
            owners.Add(names.ReadCharacterString(UniversalTagNumber.UTF8String));

        return owners;
    }

    private static AsnReader? Attribute(SignerInfo? signer, string type) => signer?.SignedAttributes
        .Cast<CryptographicAttributeObject>()
        .Where(attribute => attribute.Oid.Value == type)
        .Select(attribute => new AsnReader(attribute.Values[0].RawData, AsnEncodingRules.BER))
        .SingleOrDefault();

    private static string? Find(X500DistinguishedName? name, string type) => name?
        .EnumerateRelativeDistinguishedNames(reversed: false)
        .SelectMany(Attributes)
        .Where(attribute => attribute.Type == type)
        .Select(attribute => attribute.Value)
        .FirstOrDefault();

    private static IEnumerable<(string Type, string? Value)> Attributes(X500RelativeDistinguishedName name)
    {
        if (!name.HasMultipleElements)
            return [(name.GetSingleElementType().Value!, name.GetSingleElementValue())];

        var set = new AsnReader(name.RawData, AsnEncodingRules.DER).ReadSetOf(skipSortOrderValidation: true);
        List<(string, string?)> attributes = [];
        while (set.HasData)
        {
            var attribute = set.ReadSequence();
            var type = attribute.ReadObjectIdentifier();
            var tag = (UniversalTagNumber)attribute.PeekTag().TagValue;
            attributes.Add((type, attribute.ReadCharacterString(tag)));
        }

        return attributes;
    }
}

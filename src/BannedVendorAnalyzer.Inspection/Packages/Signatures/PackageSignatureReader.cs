using BannedVendorAnalyzer.Inspection.Signatures;

namespace BannedVendorAnalyzer.Inspection.Packages.Signatures;

/// <summary>Reads the <c>.signature.p7s</c> of a NuGet package: author, gallery accounts and gallery.</summary>
/// <remarks>
/// It reads, it does not verify: no digest, no certificate chain and no revocation is checked. NuGet does that when it installs
/// the package, on the platforms where verification is on. So what is read here is a claim, not a proof.
/// Sources: RFC 5652 (CMS), RFC 5280 (certificates), X.690 (encoding), and the NuGet specifications "Package Signatures Technical
/// Details" and "Repository Signatures and Countersignatures Technical Specification" in the wiki of NuGet/Home.
/// </remarks>
public static class PackageSignatureReader
{
    // Real signatures have 9 to 26 KB.
    private const int MaxLength = 1 << 20;

    /// <summary>False with a problem for anything but the signature of an author or a repository; never throws.</summary>
    public static bool TryRead(byte[] bytes, out PackageSignature? signature, out string? problem)
    {
        signature = null;
        problem = bytes switch
        {
            null or { Length: 0 } => "the signature is empty",
            { Length: > MaxLength } => $"the signature is larger than {MaxLength} bytes",
            _ => null,
        };
        if (problem is not null)
            return false;

        var input = new DerInput(bytes!);
        var read = Read(input);
        problem = input.Problem;
        signature = problem is null ? read : null;
        return problem is null;
    }

    private static PackageSignature? Read(DerInput input)
    {
        var data = CmsSignedData.Read(input);
        var countersignature = data.Signer.FindRepositoryCountersignature();
        switch (data.Signer.Kind)
        {
            case CmsSignerKind.Author:
                return ReadAuthor(data, countersignature);
            case CmsSignerKind.Repository:
                if (countersignature is not null)
                    input.Reject("a repository signature has a repository countersignature");

                return WithRepository(new DistinguishedName(null, null, null), data.Signer);
            case CmsSignerKind.Other:
                input.Reject("the signature has no NuGet commitment type (neither author nor repository)");
                return null;
            default:
                input.Reject("the signature claims to be of an author and of a repository");
                return null;
        }
    }

    private static PackageSignature? ReadAuthor(CmsSignedData data, CmsSigner? countersignature) =>
        SignerCertificate.Find(data.Certificates, data.Signer.Identifier) is { } certificate
            ? WithRepository(DistinguishedName.Read(certificate.Subject), countersignature)
            : null;

    private static PackageSignature WithRepository(DistinguishedName author, CmsSigner? repository) => new(
        author.Organization,
        author.CommonName,
        author.SerialNumber,
        repository is null ? [] : ReadOwners(repository.SignedAttributes),
        repository is null ? null : ReadServiceIndexUrl(repository.SignedAttributes));

    // NuGetPackageOwners ::= SEQUENCE SIZE (1..MAX) OF UTF8String; the attribute is absent when there is no owner.
    private static List<string> ReadOwners(DerElement attributes)
    {
        const string Name = "nuget-package-owners";
        List<string> owners = [];
        if (CmsAttributes.FindSingle(attributes, ObjectIdentifiers.PackageOwners, Name) is not { } value)
            return owners;

        var names = value.Open(DerTag.Sequence, Name);
        while (!names.AtEnd)
        {
            var owner = DerText.Read(names.Read(), "an owner of the package");
            if (string.IsNullOrWhiteSpace(owner))
                attributes.Input.Reject("an owner of the package has no name");

            owners.Add(owner);
        }

        return owners;
    }

    // NuGetV3ServiceIndexUrl ::= IA5String; every repository signature must have it.
    private static string? ReadServiceIndexUrl(DerElement attributes)
    {
        const string Name = "nuget-v3-service-index-url";
        if (CmsAttributes.FindSingle(attributes, ObjectIdentifiers.ServiceIndexUrl, Name) is { } value)
            return DerText.Read(value, "the service index of the repository");

        attributes.Input.Reject($"the repository signature has no {Name}");
        return null;
    }
}

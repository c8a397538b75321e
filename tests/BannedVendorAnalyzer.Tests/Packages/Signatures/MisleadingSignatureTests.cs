using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using BannedVendorAnalyzer.Inspection.Packages.Signatures;

namespace BannedVendorAnalyzer.Tests.Packages.Signatures;

/// <summary>Signatures in good form that leave open, or get wrong, who speaks.</summary>
public sealed class MisleadingSignatureTests
{
    private static readonly AsnEncodedData _author = SignatureBuilder.Commitment(SignatureBuilder.ProofOfOrigin);
    private static readonly AsnEncodedData _receipt = SignatureBuilder.Commitment(SignatureBuilder.ProofOfReceipt);
    private static readonly AsnEncodedData[] _repository = SignatureBuilder.RepositoryAttributes(["acme"]);

    [Theory]
    [InlineData("1.2.840.113549.1.9.16.6.3")]
    [InlineData(null)]
    public void OtherCommitment_IsAProblem(string? type) => AssertProblem(
        "the signature has no NuGet commitment type (neither author nor repository)",
        SignatureBuilder.BuildFrom(type is null ? [] : [SignatureBuilder.Commitment(type)]));

    [Fact]
    public void BothCommitments_AreAProblem() => AssertProblem(
        "the signature claims to be of an author and of a repository",
        SignatureBuilder.BuildFrom([_author, .. _repository]));

    [Fact]
    public void TwoRepositoryCountersignatures_AreAProblem() => AssertProblem(
        "the signature has more than one repository countersignature",
        SignatureBuilder.BuildFrom([_author], _repository, _repository));

    [Fact]
    public void RepositoryCountersignatureOfARepository_IsAProblem() => AssertProblem(
        "a repository signature has a repository countersignature",
        SignatureBuilder.BuildFrom(_repository, _repository));

    [Fact]
    public void CountersignatureOfSomeoneElse_IsNotRead()
    {
        AsnEncodedData[] other = [SignatureBuilder.Owners(["mallory"])];
        var bytes = SignatureBuilder.BuildFrom([_author], other, _repository);

        Assert.True(PackageSignatureReader.TryRead(bytes, out var signature, out var problem), problem);
        Assert.Equal(["acme"], signature!.Owners);
    }

    [Fact]
    public void TwoListsOfOwners_AreAProblem() => AssertProblem(
        "the signature has more than one value of nuget-package-owners",
        SignatureBuilder.BuildFrom([_author], [.. _repository, SignatureBuilder.Owners(["zoe"])]));

    [Fact]
    public void OwnerWithoutName_IsAProblem() => AssertProblem(
        "an owner of the package has no name",
        SignatureBuilder.BuildFrom([_author], SignatureBuilder.RepositoryAttributes([" "])));

    [Fact]
    public void RepositoryWithoutUrl_IsAProblem() => AssertProblem(
        "the repository signature has no nuget-v3-service-index-url",
        SignatureBuilder.BuildFrom([_author], [_receipt]));

    [Fact]
    public void MissingCertificate_IsAProblem()
    {
        var message = Author("Acme");
        message.RemoveCertificate(message.Certificates[0]);

        AssertProblem("the certificate of the signer is not in the signature", message.Encode());
    }

    [Fact]
    public void TwoCertificatesOfOneKeyIdentifier_AreAProblem()
    {
        var message = Author("Acme");
        message.AddCertificate(Author("Decoy").Certificates[0]);

        AssertProblem("more than one certificate fits the signer identifier", message.Encode());
    }

    private static SignedCms Author(string name)
    {
        var subject = new X500DistinguishedName($"O={name}");
        var message = new SignedCms();
        message.Decode(SignatureBuilder.Build(subject, null, SubjectIdentifierType.SubjectKeyIdentifier));
        return message;
    }

    private static void AssertProblem(string expected, byte[] bytes)
    {
        Assert.False(PackageSignatureReader.TryRead(bytes, out var signature, out var problem), "was read");
        Assert.Null(signature);
        Assert.Equal(expected, problem);
    }
}

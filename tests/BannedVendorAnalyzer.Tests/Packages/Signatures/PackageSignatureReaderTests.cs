using System.Formats.Asn1;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using BannedVendorAnalyzer.Inspection.Packages.Signatures;

namespace BannedVendorAnalyzer.Tests.Packages.Signatures;

public sealed class PackageSignatureReaderTests
{
    [Fact]
    public void RestoredPackages_AgreeWithThePlatform()
    {
        var files = RestoredPackages.FindSignatures();
        var mismatches = files.Select(Mismatch).OfType<string>().ToList();

        Assert.True(files.Count >= 5, $"Only {files.Count} signed packages were found; restore the solution.");
        Assert.True(mismatches.Count == 0, string.Join('\n', mismatches));
    }

    [Fact]
    public void Author_IsReadFromItsCertificate()
    {
        var signature = Read(SignatureBuilder.Build("Acme GmbH", "HRB 12345", null));

        Assert.Equal("Acme GmbH", signature.AuthorOrganization);
        Assert.Equal("Acme GmbH", signature.AuthorCommonName);
        Assert.Equal("HRB 12345", signature.AuthorSerialNumber);
        Assert.Empty(signature.Owners);
        Assert.Null(signature.RepositoryUrl);
    }

    [Fact]
    public void Repository_GivesOwnersInOrderAndNoAuthor()
    {
        var signature = Read(SignatureBuilder.Build(null, null, ["zoe", "adam", "Ünal"]));

        Assert.Equal(["zoe", "adam", "Ünal"], signature.Owners);
        Assert.Equal(SignatureBuilder.RepositoryUrl, signature.RepositoryUrl);
        Assert.Null(signature.AuthorOrganization);
        Assert.Null(signature.AuthorCommonName);
        Assert.Null(signature.AuthorSerialNumber);
    }

    [Fact]
    public void RepositoryWithoutOwners_GivesItsUrl()
    {
        var signature = Read(SignatureBuilder.Build(null, null, null));

        Assert.Empty(signature.Owners);
        Assert.Equal(SignatureBuilder.RepositoryUrl, signature.RepositoryUrl);
    }

    [Fact]
    public void AuthorWithRepositoryCountersignature_GivesBoth()
    {
        var signature = Read(SignatureBuilder.Build("Acme GmbH", null, ["acme", "zoe"]));

        Assert.Equal("Acme GmbH", signature.AuthorOrganization);
        Assert.Null(signature.AuthorSerialNumber);
        Assert.Equal(["acme", "zoe"], signature.Owners);
        Assert.Equal(SignatureBuilder.RepositoryUrl, signature.RepositoryUrl);
    }

    [Fact]
    public void SubjectKeyIdentifier_FindsTheCertificate()
    {
        var author = new X500DistinguishedName("O=Acme GmbH, CN=Acme Signing");
        var signature = Read(SignatureBuilder.Build(author, ["acme"], SubjectIdentifierType.SubjectKeyIdentifier));

        Assert.Equal("Acme GmbH", signature.AuthorOrganization);
        Assert.Equal("Acme Signing", signature.AuthorCommonName);
        Assert.Equal(["acme"], signature.Owners);
    }

    [Theory]
    [InlineData(0x0C, "C3 9C 6E", "Ün")]
    [InlineData(0x13, "41 63 6D 65", "Acme")]
    [InlineData(0x14, "DC 6E", "Ün")]
    [InlineData(0x14, "C3 9C 6E", "Ün")]
    [InlineData(0x16, "41 63 6D 65", "Acme")]
    [InlineData(0x1C, "00 00 00 DC 00 00 00 6E", "Ün")]
    [InlineData(0x1E, "00 DC 53 4E", "Ü华")]
    public void Organization_IsReadFromEachStringType(int tag, string content, string expected)
    {
        var value = Convert.FromHexString(content.Replace(" ", "", StringComparison.Ordinal));
        var signature = Read(SignatureBuilder.Build(Name([("2.5.4.10", (byte)tag, value)]), null));

        Assert.Equal(expected, signature.AuthorOrganization);
    }

    [Fact]
    public void RelativeNameOfSeveralValues_GivesEach()
    {
        var name = Name([("2.5.4.3", 0x0C, "Zoe"u8.ToArray()), ("2.5.4.5", 0x13, "42"u8.ToArray())],
            [("2.5.4.10", 0x0C, "Acme"u8.ToArray())]);
        var signature = Read(SignatureBuilder.Build(name, null));

        Assert.Equal(("Acme", "Zoe", "42"),
            (signature.AuthorOrganization, signature.AuthorCommonName, signature.AuthorSerialNumber));
    }

    private static PackageSignature Read(byte[] bytes)
    {
        Assert.True(PackageSignatureReader.TryRead(bytes, out var signature, out var problem), problem);
        Assert.Null(problem);
        return signature!;
    }

    private static string? Mismatch(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var expected = Text(ReferenceDecoder.Decode(bytes));
        var actual = PackageSignatureReader.TryRead(bytes, out var signature, out var problem) ? Text(signature!) : problem;
        return actual == expected ? null : $"{file}: expected '{expected}', read '{actual}'";
    }

    private static string Text(PackageSignature signature) =>
        $"{signature with { Owners = [] }} {string.Join(';', signature.Owners)}";

    private static X500DistinguishedName Name(params (string Type, byte Tag, byte[] Value)[][] sets)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (var set in sets)
            {
                using var _ = writer.PushSetOf();
                foreach (var (type, tag, value) in set)
                {
                    using var attribute = writer.PushSequence();
                    writer.WriteObjectIdentifier(type);
                    writer.WriteEncodedValue([tag, (byte)value.Length, .. value]);
                }
            }
        }

        return new X500DistinguishedName(writer.Encode());
    }
}

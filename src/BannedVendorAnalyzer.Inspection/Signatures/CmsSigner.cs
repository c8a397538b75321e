namespace BannedVendorAnalyzer.Inspection.Signatures;

/// <summary>The fields of a SignerInfo (RFC 5652 5.3) that say who signed and as what.</summary>
internal sealed record CmsSigner(DerElement Identifier, DerElement SignedAttributes, DerElement UnsignedAttributes)
{
    public static CmsSigner Read(DerElement signerInfo)
    {
        var fields = signerInfo.Open(DerTag.Sequence, "SignerInfo");
        fields.Read(DerTag.Integer, "version of SignerInfo");
        var identifier = fields.Read();
        fields.Read(DerTag.Sequence, "digestAlgorithm");
        var signedAttributes = fields.ReadOptional(DerTag.Context(0));
        fields.Read(DerTag.Sequence, "signatureAlgorithm");
        fields.Read(DerTag.OctetString, "signature");
        var unsignedAttributes = fields.ReadOptional(DerTag.Context(1));
        fields.ExpectEnd("SignerInfo");
        return new CmsSigner(identifier, signedAttributes, unsignedAttributes);
    }

    /// <summary>What the signer commits to (RFC 5126 5.11.1), by which NuGet tells authors from galleries.</summary>
    public CmsSignerKind Kind
    {
        get
        {
            var kind = CmsSignerKind.Other;
            foreach (var value in CmsAttributes.Find(SignedAttributes, ObjectIdentifiers.CommitmentTypeIndication))
            {
                var fields = value.Open(DerTag.Sequence, "CommitmentTypeIndication");
                var type = fields.Read(DerTag.ObjectIdentifier, "commitmentTypeId");
                if (type.ContentIs(ObjectIdentifiers.ProofOfOrigin))
                    kind |= CmsSignerKind.Author;
                else if (type.ContentIs(ObjectIdentifiers.ProofOfReceipt))
                    kind |= CmsSignerKind.Repository;
            }

            return kind;
        }
    }

    /// <summary>The gallery's countersignature of this signer (RFC 5652 11.4); null when absent. NuGet allows one.</summary>
    public CmsSigner? FindRepositoryCountersignature()
    {
        CmsSigner? found = null;
        foreach (var value in CmsAttributes.Find(UnsignedAttributes, ObjectIdentifiers.Countersignature))
        {
            var signer = Read(value);
            if ((signer.Kind & CmsSignerKind.Repository) == 0)
                continue;

            if (found is not null)
                value.Input.Reject("the signature has more than one repository countersignature");

            found = signer;
        }

        return found;
    }
}

namespace BannedVendorAnalyzer.Inspection.Signatures;

/// <summary>The certificates and the one signer of a CMS SignedData (RFC 5652 5.1).</summary>
internal sealed record CmsSignedData(DerElement Certificates, CmsSigner Signer)
{
    /// <summary>A message that is all there is.</summary>
    public static CmsSignedData Read(DerInput input)
    {
        var file = new DerReader(input, 0, input.Bytes.Length);
        var contentInfo = file.Read(DerTag.Sequence, "ContentInfo").Contents;
        // Real signatures end here, so neither padding nor a second message is tolerated.
        file.ExpectEnd("ContentInfo");
        return Read(input, contentInfo);
    }

    public static CmsSignedData Read(DerInput input, DerReader contentInfo)
    {
        var type = contentInfo.Read(DerTag.ObjectIdentifier, "contentType");
        if (!type.ContentIs(ObjectIdentifiers.SignedData))
            input.Malformed(type.ContentOffset, "contentType is not SignedData");

        var content = contentInfo.Read(DerTag.Context(0), "content").Contents;
        contentInfo.ExpectEnd("content");
        var signedData = content.Read(DerTag.Sequence, "SignedData").Contents;
        content.ExpectEnd("SignedData");
        return ReadFields(input, signedData);
    }

    private static CmsSignedData ReadFields(DerInput input, DerReader fields)
    {
        fields.Read(DerTag.Integer, "version of SignedData");
        fields.Read(DerTag.Set, "digestAlgorithms");
        fields.Read(DerTag.Sequence, "encapContentInfo");
        var certificates = fields.ReadOptional(DerTag.Context(0));
        fields.ReadOptional(DerTag.Context(1));
        var signers = fields.Read(DerTag.Set, "signerInfos").Contents;
        fields.ExpectEnd("signerInfos");

        var signer = CmsSigner.Read(signers.Read());
        if (!signers.AtEnd)
            input.Reject("the signature has more than one signer; NuGet and Authenticode allow one");

        return new CmsSignedData(certificates, signer);
    }
}

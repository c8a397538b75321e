namespace BannedVendorAnalyzer.Inspection.Signatures;

/// <summary>The fields of a certificate (RFC 5280 4.1) by which a signer is looked up and named.</summary>
internal sealed record SignerCertificate(DerElement Serial, DerElement Issuer, DerElement Subject, DerElement Extensions)
{
    /// <summary>The certificate that a SignerIdentifier (RFC 5652 5.3) points at; null with a problem when there is none.</summary>
    /// <remarks>
    /// Two that fit are a problem: only verifying tells which of them signed, and they may name different people.
    /// </remarks>
    public static SignerCertificate? Find(DerElement certificates, DerElement identifier)
    {
        SignerCertificate? found = null;
        var reader = certificates.Contents;
        while (!reader.AtEnd)
        {
            var choice = reader.Read();
            // RFC 5652 10.2.2: the other choices, obsolete or attribute certificates, are tagged [0] to [3].
            if (choice.Tag != DerTag.Sequence)
                continue;

            var certificate = Read(choice);
            if (!certificate.IsMeantBy(identifier))
                continue;

            if (found is not null)
                identifier.Input.Reject("more than one certificate fits the signer identifier");

            found = certificate;
        }

        if (found is null)
            identifier.Input.Reject("the certificate of the signer is not in the signature");

        return found;
    }

    private static SignerCertificate Read(DerElement certificate)
    {
        var fields = certificate.Contents.Read(DerTag.Sequence, "tbsCertificate").Contents;
        fields.ReadOptional(DerTag.Context(0));
        var serial = fields.Read(DerTag.Integer, "serialNumber");
        fields.Read(DerTag.Sequence, "signature of tbsCertificate");
        var issuer = fields.Read(DerTag.Sequence, "issuer");
        fields.Read(DerTag.Sequence, "validity");
        var subject = fields.Read(DerTag.Sequence, "subject");
        fields.Read(DerTag.Sequence, "subjectPublicKeyInfo");
        fields.ReadOptional(DerTag.Primitive(1));
        fields.ReadOptional(DerTag.Primitive(2));
        var extensions = fields.ReadOptional(DerTag.Context(3));
        fields.ExpectEnd("tbsCertificate");
        return new SignerCertificate(serial, issuer, subject, extensions);
    }

    private bool IsMeantBy(DerElement identifier)
    {
        if (identifier.Tag == DerTag.Primitive(0))
            return FindSubjectKeyIdentifier() is { } key && key.ContentIs(identifier);

        if (identifier.Tag != DerTag.Sequence)
            return false;

        var fields = identifier.Contents;
        var issuer = fields.Read(DerTag.Sequence, "issuer of the signer");
        var serial = fields.Read(DerTag.Integer, "serialNumber of the signer");
        // Issuers copy their name into the identifier octet by octet, so RFC 5280 7.1 comparison of names is not needed.
        return serial.ContentIs(Serial) && issuer.ContentIs(Issuer);
    }

    // RFC 5280 4.1: SEQUENCE OF SEQUENCE { extnID, critical BOOLEAN DEFAULT FALSE, extnValue OCTET STRING }, and
    // 4.2.1.2: the value is an OCTET STRING itself.
    private DerElement? FindSubjectKeyIdentifier()
    {
        if (Extensions.ContentLength == 0)
            return null;

        var extensions = Extensions.Contents.Read(DerTag.Sequence, "Extensions").Contents;
        while (!extensions.AtEnd)
        {
            var extension = extensions.Read(DerTag.Sequence, "Extension").Contents;
            if (!extension.Read(DerTag.ObjectIdentifier, "extnID").ContentIs(ObjectIdentifiers.SubjectKeyIdentifier))
                continue;

            extension.ReadOptional(DerTag.Boolean);
            var value = extension.Read(DerTag.OctetString, "extnValue").Contents;
            return value.Read(DerTag.OctetString, "SubjectKeyIdentifier");
        }

        return null;
    }
}

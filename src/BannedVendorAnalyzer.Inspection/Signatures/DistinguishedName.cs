namespace BannedVendorAnalyzer.Inspection.Signatures;

/// <summary>The parts of a subject (RFC 5280 4.1.2.6) that tell which organisation it is.</summary>
internal sealed record DistinguishedName(string? Organization, string? CommonName, string? SerialNumber)
{
    // RFC 5280 4.1.2.4: SEQUENCE OF (SET OF SEQUENCE { type, value }). A set may hold several attributes, e.g. CN+serialNumber.
    public static DistinguishedName Read(DerElement name)
    {
        string? organization = null, commonName = null, serialNumber = null;
        var sets = name.Contents;
        while (!sets.AtEnd)
        {
            var set = sets.Read(DerTag.Set, "RelativeDistinguishedName").Contents;
            while (!set.AtEnd)
            {
                var attribute = set.Read(DerTag.Sequence, "AttributeTypeAndValue").Contents;
                var type = attribute.Read(DerTag.ObjectIdentifier, "type of a name");
                var value = attribute.Read();
                if (type.ContentIs(ObjectIdentifiers.OrganizationName))
                    organization ??= DerText.Read(value, "the organisation of the signer");
                else if (type.ContentIs(ObjectIdentifiers.CommonName))
                    commonName ??= DerText.Read(value, "the common name of the signer");
                else if (type.ContentIs(ObjectIdentifiers.SerialNumber))
                    serialNumber ??= DerText.Read(value, "the registration number of the signer");
            }
        }

        return new DistinguishedName(organization, commonName, serialNumber);
    }
}

namespace BannedVendorAnalyzer.Inspection.Signatures;

/// <summary>Finds attributes of a signer (RFC 5652 5.3: SET OF SEQUENCE { attrType, attrValues SET }).</summary>
internal static class CmsAttributes
{
    /// <summary>All values of all attributes of a type: CMS lets both the attribute and its value repeat.</summary>
    public static List<DerElement> Find(DerElement attributes, byte[] type)
    {
        List<DerElement> found = [];
        var reader = attributes.Contents;
        while (!reader.AtEnd)
        {
            var attribute = reader.Read(DerTag.Sequence, "Attribute").Contents;
            var isWanted = attribute.Read(DerTag.ObjectIdentifier, "attrType").ContentIs(type);
            var values = attribute.Read(DerTag.Set, "attrValues").Contents;
            attribute.ExpectEnd("Attribute");
            while (isWanted && !values.AtEnd)
                found.Add(values.Read());
        }

        return found;
    }

    /// <summary>The value of an attribute that NuGet allows once, with one value; null when absent.</summary>
    public static DerElement? FindSingle(DerElement attributes, byte[] type, string name)
    {
        var values = Find(attributes, type);
        if (values.Count > 1)
            attributes.Input.Reject($"the signature has more than one value of {name}");

        return values.Count == 0 ? null : values[0];
    }
}

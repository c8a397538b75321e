namespace BannedVendorAnalyzer.Inspection.Signatures;

/// <summary>Identifier octets (X.690 8.1.2, numbers from X.680 table 1): class and form included.</summary>
internal static class DerTag
{
    public const byte EndOfContents = 0x00;
    public const byte Boolean = 0x01;
    public const byte Integer = 0x02;
    public const byte OctetString = 0x04;
    public const byte ObjectIdentifier = 0x06;
    public const byte Utf8String = 0x0C;
    public const byte NumericString = 0x12;
    public const byte PrintableString = 0x13;
    public const byte TeletexString = 0x14;
    public const byte Ia5String = 0x16;
    public const byte VisibleString = 0x1A;
    public const byte UniversalString = 0x1C;
    public const byte BmpString = 0x1E;
    public const byte Sequence = 0x30;
    public const byte Set = 0x31;

    public const byte Constructed = 0x20;

    /// <summary>Context-specific [n], primitive.</summary>
    public static byte Primitive(int n) => (byte)(0x80 | n);

    /// <summary>Context-specific [n], constructed.</summary>
    public static byte Context(int n) => (byte)(0xA0 | n);
}

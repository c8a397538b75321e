using System.Text;

namespace BannedVendorAnalyzer.Inspection.Signatures;

/// <summary>Text of the string types that names in certificates use (RFC 5280 4.1.2.4, DirectoryString and IA5String).</summary>
internal static class DerText
{
    private const char Replacement = '\uFFFD';

    private static readonly Encoding _latin1 = Encoding.GetEncoding("iso-8859-1");
    private static readonly Encoding _utf32 = new UTF32Encoding(bigEndian: true, byteOrderMark: false);

    public static string Read(DerElement value, string what)
    {
        switch (value.Tag)
        {
            case DerTag.Utf8String:
                return Decode(value, Encoding.UTF8);
            case DerTag.PrintableString or DerTag.Ia5String or DerTag.TeletexString:
            case DerTag.NumericString or DerTag.VisibleString:
                return DecodeNarrow(value);
            case DerTag.BmpString:
                return Decode(value, Encoding.BigEndianUnicode);
            case DerTag.UniversalString:
                return Decode(value, _utf32);
            default:
                value.Input.Reject($"{what} has no text type (tag 0x{value.Tag:X2})");
                return "";
        }
    }

    // Issuers put UTF-8 and Latin-1 into TeletexString, and sometimes into types meant for ASCII; T.61 proper is not seen.
    private static string DecodeNarrow(DerElement value)
    {
        var text = Decode(value, Encoding.UTF8);
        return text.IndexOf(Replacement) < 0 ? text : Decode(value, _latin1);
    }

    private static string Decode(DerElement value, Encoding encoding) =>
        encoding.GetString(value.Input.Bytes, value.ContentOffset, value.ContentLength);
}

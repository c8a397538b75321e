using System.Globalization;

namespace BannedVendorAnalyzer.Inspection;

internal static class Hexadecimal
{
    /// <summary>Lower-case digits.</summary>
    public static string Of(byte[] bytes) => string.Concat(bytes.Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
}

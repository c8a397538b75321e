using System.Globalization;

namespace BannedVendorAnalyzer;

public static class Hexadecimal
{
    /// <summary>Lower-case digits, two a byte.</summary>
    public static string Of(byte[] bytes) => string.Concat(bytes.Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
}

using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Rules;

/// <summary>Values that several rules files share.</summary>
internal static class RuleJson
{
    public static IsoDate? Date(this StrictJson json)
    {
        var offset = json.Offset;
        if (json.Text() is not { } text) return null;
        if (IsoDate.TryParse(text, out var date)) return date;
        json.Problem(offset, $"'{text}' is not a date of the form 2024-09-29");
        return null;
    }

    public static T? Name<T>(this StrictJson json, string what) where T : struct, Enum =>
        json.Known(what, RuleNames.All<T>()) is { } name && RuleNames.TryParse<T>(name, out var value) ? value : null;

    public static string? Id(this StrictJson json)
    {
        var offset = json.Offset;
        if (json.Text() is not { } text) return null;
        if (RuleNames.IsId(text)) return text;
        json.Problem(offset, $"'{text}' is not an id: lower-case letters and digits, words joined by '-'");
        return null;
    }

    /// <summary>A SHA-256 hash in lower-case hexadecimal.</summary>
    public static string? Sha256(this StrictJson json)
    {
        var offset = json.Offset;
        if (json.Text() is not { } text) return null;
        if (text.Length == 64 && text.All(digit => digit is (>= '0' and <= '9') or (>= 'a' and <= 'f'))) return text;
        json.Problem(offset, $"'{text}' is not a SHA-256 hash: 64 lower-case hexadecimal digits");
        return null;
    }

    public static string? Class(this StrictJson json) => json.Known("product class", RuleNames.ProductClasses);

    public static string? Url(this StrictJson json)
    {
        var offset = json.Offset;
        if (json.Text() is not { } text) return null;
        if (IsAddress(text)) return text;
        json.Problem(offset, $"'{text}' is not a web address");
        return null;
    }

    /// <summary>Some sources, among them official ones, are served without TLS only.</summary>
    public static bool IsAddress(string text) =>
        (text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal)) && !text.Any(char.IsWhiteSpace) && NameMatcher.Host(text).IndexOf('.') > 0;
}

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
        json.Known(what, text => RuleNames.TryParse<T>(text, out _), RuleNames.All<T>()) is { } name && RuleNames.TryParse<T>(name, out var value) ? value : null;

    /// <summary>Lower-case words of letters and digits with single hyphens: ids are file names too.</summary>
    public static string? Id(this StrictJson json)
    {
        var offset = json.Offset;
        if (json.Text() is not { } text) return null;
        if (text.Split('-').All(word => word.Length > 0 && word.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9')))) return text;
        json.Problem(offset, $"'{text}' is not an id: lower-case letters and digits, words joined by '-'");
        return null;
    }

    public static string? Class(this StrictJson json) => json.Known("product class", RuleNames.ProductClasses.Contains, RuleNames.ProductClasses);

    public static string? Url(this StrictJson json)
    {
        var offset = json.Offset;
        if (json.Text() is not { } text) return null;
        if (IsWebAddress(text)) return text;
        json.Problem(offset, $"'{text}' is not a web address that begins with https://");
        return null;
    }

    public static bool IsWebAddress(string text) => text.StartsWith("https://", StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace) && NameMatcher.Host(text).IndexOf('.') > 0;
}

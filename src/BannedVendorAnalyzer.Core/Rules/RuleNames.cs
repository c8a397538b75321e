namespace BannedVendorAnalyzer.Rules;

/// <summary>The kebab-case names that rules and JSON output use for the vocabulary.</summary>
public static class RuleNames
{
    /// <summary>What a product can be (design: vocabulary). A closed list, so that a misspelt class is an error and not a class that never matches.</summary>
    public static readonly IReadOnlyList<string> ProductClasses =
    [
        "ai-service", "backup-software", "cloud-sdk", "equipment-sdk", "industrial-vision-sdk", "mobile-platform-sdk", "open-source",
        "other-software", "payment-app", "security-software", "social-app", "threat-intelligence", "training",
    ];

    /// <summary><c>PackageIdPrefix</c> → <c>package-id-prefix</c>.</summary>
    public static string Of(Enum value)
    {
        var name = value.ToString();
        var text = new System.Text.StringBuilder(name.Length + 4);
        foreach (var character in name)
        {
            if (character is >= 'A' and <= 'Z' && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(character));
        }

        return text.ToString();
    }

    public static IReadOnlyList<string> All<T>() where T : struct, Enum => [.. Enum.GetValues(typeof(T)).Cast<Enum>().Select(Of)];

    public static bool TryParse<T>(string name, out T value) where T : struct, Enum
    {
        foreach (T candidate in Enum.GetValues(typeof(T)))
        {
            if (!string.Equals(Of(candidate), name, StringComparison.Ordinal)) continue;
            value = candidate;
            return true;
        }

        value = default;
        return false;
    }
}

using System.Text;

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
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.All[Array.IndexOf(Names<T>.Values, value)];

    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Names<T>.All;

    public static bool TryParse<T>(string name, out T value) where T : struct, Enum
    {
        var index = Array.IndexOf(Names<T>.All, name);
        value = index < 0 ? default : Names<T>.Values[index];
        return index >= 0;
    }

    /// <summary>Lower-case words of letters and digits with single hyphens: ids are file names too.</summary>
    public static bool IsId(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isLetterOrDigit = text[i] is (>= 'a' and <= 'z') or (>= '0' and <= '9');
            if (!isLetterOrDigit && (text[i] != '-' || i == 0 || i == text.Length - 1 || text[i - 1] == '-')) return false;
        }

        return text.Length > 0;
    }

    private static string Kebab(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var character in name)
        {
            if (character is >= 'A' and <= 'Z' && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(character));
        }

        return text.ToString();
    }

    /// <summary>Asked for with every value of every rule, so worked out once a process; never changed.</summary>
    private static class Names<T> where T : struct, Enum
    {
        public static readonly T[] Values = (T[])Enum.GetValues(typeof(T));
        public static readonly string[] All = Array.ConvertAll(Enum.GetNames(typeof(T)), Kebab);
    }
}

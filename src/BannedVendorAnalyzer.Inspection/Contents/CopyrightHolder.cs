namespace BannedVendorAnalyzer.Inspection.Contents;

internal static class CopyrightHolder
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "copyright", "copyrights", "(c)", "©", "by", "all", "rights", "reserved", "reserved." };

    /// <summary>What is left of a copyright line without its set words and years: mostly an organisation.</summary>
    /// <returns>Empty where nothing is left.</returns>
    public static string Of(string copyright) => string.Join(" ", copyright.Split([' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Where(word => !Words.Contains(word) && !IsYears(word)));

    private static bool IsYears(string word) => word.All(character => char.IsDigit(character) || character is '-' or '–' or ',' or '.' or '©') && word.Length > 0;
}

namespace BannedVendorAnalyzer.Analyzers;

internal enum SourceWordKind { Extern, Loader, Host }

/// <param name="Start">Where it begins in the text.</param>
internal readonly record struct SourceWord(SourceWordKind Kind, int Start, int Length);

/// <summary>
/// Finds the few words of a text that are worth a question to the compiler. One look at each character costs far less than to be called for
/// each call and each literal (<c>docs/decisions/0010-words-before-semantics.md</c>). Words in comments are found as well and dropped later.
/// </summary>
internal static class SourceWords
{
    private const string Extern = "extern";

    public static IEnumerable<SourceWord> Find(string text, StringComparison comparison)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (!IsWord(text[start])) continue;
            var end = start + 1;
            while (end < text.Length && IsWord(text[end])) end++;

            if (IsExtern(text, start, end)) yield return new SourceWord(SourceWordKind.Extern, start, end - start);
            else if (Loader.IsName(text, start, end - start, comparison)) yield return new SourceWord(SourceWordKind.Loader, start, end - start);

            if (BeginsHost(text, start))
            {
                var hostEnd = HostEnd(text, end);
                if (text.IndexOf('.', start, hostEnd - start) >= 0 || text[start - 1] == '.')
                {
                    yield return new SourceWord(SourceWordKind.Host, start, hostEnd - start);
                    end = hostEnd;
                }
            }

            start = end;
        }
    }

    /// <summary>The first label of a host stands behind a quote, a slash, the user's <c>@</c>, or, with a dot between, behind a quote or the end of a hole.</summary>
    private static bool BeginsHost(string text, int start)
    {
        if (start == 0) return false;
        var before = text[start - 1];
        if (before is '"' or '/' or '@') return true;
        return before == '.' && start > 1 && text[start - 2] is '"' or '}';
    }

    private static int HostEnd(string text, int end)
    {
        while (end < text.Length && (IsWord(text[end]) || text[end] is '.' or '-')) end++;
        return end;
    }

    private static bool IsExtern(string text, int start, int end) => end - start == Extern.Length && string.CompareOrdinal(text, start, Extern, 0, Extern.Length) == 0;

    private static bool IsWord(char character) => character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' || (character > '\u007f' && char.IsLetterOrDigit(character));
}

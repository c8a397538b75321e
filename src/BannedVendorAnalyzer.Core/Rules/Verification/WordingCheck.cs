using System.Text.RegularExpressions;
using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>Rules state facts. Words that judge have no place in our own sentences; titles and quotations are the instrument's words.</summary>
internal static class WordingCheck
{
    private static readonly HashSet<string> Sentences = new(["provisions.text", "provisions.why", "provisions.remedy", "clauses.report"], StringComparer.Ordinal);
    private static readonly HashSet<string> Names = new(["name", "products.name"], StringComparer.Ordinal);

    // Whole words; "anti-malware" and "threat intelligence" say what a product is.
    private static readonly Regex Judgement = new(
        @"(?<!anti-?\s?)\b(adversar(y|ies|ial)|backdoors?|criminals?|dangerous(ly)?|dangers?|espionage|evil|hostile|infamous|insidious|malicious(ly)?|malware|nefarious|notorious|rogue|shady|sp(y|ies|ying)"
        + @"|spyware|suspicious(ly)?|threat(s|en|ens|ening)?(?![\s-]intelligence)|trojans?|unethical|unsafe|untrust(ed|worthy))\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex Quotation = new("\"[^\"]*\"|“[^”]*”|«[^»]*»", RegexOptions.CultureInvariant);

    public static IEnumerable<FileProblem> Find(ReadVerification read)
    {
        foreach (var text in read.Texts)
        {
            var isSentence = Sentences.Contains(text.Member);
            if (isSentence && text.Value.TrimEnd().EndsWith(".", StringComparison.Ordinal)) yield return text.Problem("write it without a full stop at the end; messages go on behind it");
            if (!isSentence && !Names.Contains(text.Member)) continue;
            foreach (var word in Judgement.Matches(Quotation.Replace(text.Value, "")).Cast<System.Text.RegularExpressions.Match>().Select(match => match.Value).Distinct(StringComparer.Ordinal))
                yield return text.Problem($"'{word}' judges; say what is named, contained, bound or called, or put the words of the instrument in quotation marks");
        }
    }
}

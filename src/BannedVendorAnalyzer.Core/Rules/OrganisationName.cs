using System.Text;

namespace BannedVendorAnalyzer.Rules;

/// <summary>
/// Brings organisation names into one form. The folding table is our own because <c>string.Normalize</c> does nothing under
/// invariant globalisation, and the result must not depend on the host.
/// </summary>
internal static class OrganisationName
{
    private const string Accented = "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıİĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšţťŧùúûüũūŭůűųŵýÿŷźżžё";
    private const string Plain = "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiiijklllllnnnnooooooooorrrsssstttuuuuuuuuuuwyyyzzzе";

    private static readonly HashSet<string> LegalForms = new(StringComparer.Ordinal)
    {
        "ab", "ag", "ao", "as", "bv", "cjsc", "co", "company", "corp", "corporation", "gmbh", "inc", "incorporated", "jsc", "kg", "kk", "limited", "llc", "llp",
        "lp", "ltd", "nv", "oao", "ojsc", "ooo", "oy", "pao", "pjsc", "plc", "private", "pte", "pty", "pvt", "sa", "sarl", "sas", "spa", "srl", "zao", "zrt",
        "ао", "зао", "оао", "ооо", "пао", "тов",
    };

    /// <summary>Written without a space before them, longest first.</summary>
    private static readonly string[] ChineseLegalForms = ["股份有限公司", "有限责任公司", "有限公司", "公司"];

    /// <summary>What is compared: the words without the spaces between them.</summary>
    public static string Normalise(string name) => string.Concat(Words(name));

    /// <summary>Folded words without legal forms.</summary>
    public static IEnumerable<string> Words(string name)
    {
        var words = Folded(WithoutChineseForm(name)).Split(' ');
        var kept = 0;
        foreach (var word in words)
            if (!LegalForms.Contains(word)) words[kept++] = word;

        // A name that is nothing but legal forms ("CO LTD") keeps them: an empty form would equal every other such name.
        return kept == 0 ? words : words.Take(kept);
    }

    private static string WithoutChineseForm(string name)
    {
        foreach (var form in ChineseLegalForms)
        {
            var index = name.IndexOf(form, StringComparison.Ordinal);
            if (index > 0) return name.Remove(index, form.Length);
        }

        return name;
    }

    /// <summary>Folded words with one space between them. Single letters join their neighbours, so that <c>S.A.</c> and <c>SA</c> are one.</summary>
    private static string Folded(string name)
    {
        var text = new StringBuilder(name.Length);
        var (word, letters) = (0, false);
        for (var i = 0; i <= name.Length; i++)
        {
            var character = i < name.Length ? Fold(name[i]) : ' ';
            if (char.IsLetterOrDigit(character))
            {
                text.Append(character);
                continue;
            }

            // A letter and its mark apart are the same as the letter with its mark.
            if (character is '\'' or '’' or (>= '\u0300' and <= '\u036F') || text.Length == word) continue;
            var isLetter = text.Length == word + 1;
            if (isLetter && letters) text.Remove(word - 1, 1);
            letters = isLetter;
            text.Append(' ');
            word = text.Length;
        }

        return text.ToString(0, Math.Max(0, text.Length - 1));
    }

    private static char Fold(char character)
    {
        if (character is >= '\uFF01' and <= '\uFF5E') character = (char)(character - 0xFEE0);
        character = character is >= 'А' and <= 'Я' ? (char)(character + 32) : character == 'Ё' ? 'ё' : char.ToLowerInvariant(character);
        if (character < 128) return character;
        var index = Accented.IndexOf(character);
        return index < 0 ? character : Plain[index];
    }
}

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

    public static string Normalise(string name)
    {
        var words = Words(WithoutChineseForm(name));
        var kept = words.Where(word => !LegalForms.Contains(word)).ToList();

        // A name that is nothing but legal forms ("CO LTD") keeps them: an empty form would equal every other such name.
        return string.Join(" ", kept.Count == 0 ? words : kept);
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

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in name + " ")
        {
            // A letter and its mark apart are the same as the letter with its mark.
            if (character is >= '\u0300' and <= '\u036F') continue;
            var folded = Fold(character);
            if (char.IsLetterOrDigit(folded))
            {
                word.Append(folded);
            }
            else if (folded is not ('\'' or '’') && word.Length > 0)
            {
                Add(words, word.ToString());
                word.Clear();
            }
        }

        return [.. words.Select(letters => letters.TrimStart('.'))];
    }

    /// <summary>Single letters join their neighbours, so that <c>S.A.</c> and <c>SA</c> are one; a leading dot marks a word that may still grow.</summary>
    private static void Add(List<string> words, string word)
    {
        if (word.Length != 1)
        {
            words.Add(word);
        }
        else if (words.Count > 0 && words[words.Count - 1][0] == '.')
        {
            words[words.Count - 1] += word;
        }
        else
        {
            words.Add("." + word);
        }
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

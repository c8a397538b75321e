using System.Globalization;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Init;

/// <summary>Asks on a terminal who the organisation is.</summary>
internal static class AudienceQuestion
{
    /// <returns>Audience ids; null where the input ended without an answer.</returns>
    public static IReadOnlyList<string>? Ask(RuleSet rules, TextReader input, TextWriter output)
    {
        var choices = rules.Audiences.Where(audience => rules.Binds(audience.Id)).OrderBy(audience => audience.Id, StringComparer.Ordinal).ToList();
        var width = choices.Max(choice => choice.Id.Length);
        output.WriteLine("Who are you? A law binds somebody, and the check judges for whom you name.");
        for (var i = 0; i < choices.Count; i++) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1,4}  {choices[i].Id.PadRight(width)}  {choices[i].Title}"));

        while (true)
        {
            output.Write($"Numbers or ids, several with a comma; nothing for {rules.DefaultAudience}: ");
            if (input.ReadLine() is not { } line) return null;
            var words = line.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (words.Length == 0) return [rules.DefaultAudience];
            var chosen = words.Select(word => (Word: word, Id: Of(word, choices))).ToList();
            if (chosen.Find(one => one.Id is null) is not (not null, _) wrong) return [.. chosen.Select(one => one.Id!).Distinct()];
            output.WriteLine($"'{wrong.Word}' is none of these.");
        }
    }

    private static string? Of(string word, List<Audience> choices) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? choices.ElementAtOrDefault(number - 1)?.Id
            : choices.Find(choice => choice.Id == word)?.Id;
}

using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Policy;

/// <summary>For whom and as of which day a check judges.</summary>
/// <param name="Audiences">Audiences of the organisation; what they imply is added when judging.</param>
/// <param name="AudienceIsDefault">True when nobody chose an audience: messages say so.</param>
/// <param name="NoticeDays">A provision that starts within so many days is announced as review.</param>
public sealed record CheckContext(IReadOnlyList<string> Audiences, bool AudienceIsDefault, IsoDate AsOf, int NoticeDays = CheckContext.DefaultNoticeDays)
{
    public const int DefaultNoticeDays = 365;

    /// <summary>Reads an audience list, separated by <c>;</c> or <c>,</c>; empty means the default audience.</summary>
    /// <param name="asOf">ISO date; empty means <paramref name="today"/>.</param>
    /// <returns>The context, or null and what is wrong with the input.</returns>
    public static (CheckContext? Context, IReadOnlyList<string> Problems) Parse(RuleSet rules, string? audiences, string? asOf, IsoDate today)
    {
        var problems = new List<string>();
        var chosen = (audiences ?? "").Split([';', ','], StringSplitOptions.RemoveEmptyEntries).Select(id => id.Trim()).Where(id => id.Length > 0).Distinct().ToList();
        foreach (var unknown in chosen.Where(id => !rules.IsAudience(id)))
            problems.Add($"unknown audience '{unknown}'; known: {string.Join(", ", rules.Audiences.Select(audience => audience.Id).OrderBy(id => id, StringComparer.Ordinal))}");

        foreach (var unbound in chosen.Where(id => rules.IsAudience(id) && !rules.Binds(id)))
            problems.Add($"no authority in the rules binds '{unbound}' yet, so nothing could be found for it");

        var date = today;
        if (!string.IsNullOrWhiteSpace(asOf) && !IsoDate.TryParse(asOf!.Trim(), out date)) problems.Add($"'{asOf}' is not a date of the form 2024-09-29");
        if (problems.Count > 0) return (null, problems);
        return (new CheckContext(chosen.Count == 0 ? [rules.DefaultAudience] : chosen, chosen.Count == 0, date), problems);
    }
}

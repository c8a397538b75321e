using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Policy;

/// <summary>For whom and as of which day a check judges.</summary>
/// <param name="Audiences">Audiences of the organisation; what they imply is added when judging.</param>
/// <param name="AudienceIsDefault">True when nobody chose an audience: messages say so.</param>
/// <param name="NoticeDays">A provision that starts within so many days is announced as review.</param>
public sealed record CheckContext(IReadOnlyList<string> Audiences, bool AudienceIsDefault, IsoDate AsOf, int NoticeDays = CheckContext.DefaultNoticeDays)
{
    public const int DefaultNoticeDays = 365;

    private const string NotCounting = "this policy does not count for what lies below its folder, because neither '.git' beside it nor its own 'root' says that it may: write \"root\": true into it";

    /// <summary>The organisation's policy; null where there is none.</summary>
    public OrganisationPolicy? Policy { get; init; }

    /// <summary>Full path of a policy further up that does not count, because neither it nor anything else says that the search ends there; null where there is none.</summary>
    public string? PassedOver { get; init; }

    /// <summary>What is to be said of the policy, or of the one that does not count, whatever project is judged.</summary>
    /// <param name="rules">The day on which the rules were last compared with their sources.</param>
    public IEnumerable<PolicyNotice> Notices(IsoDate rules)
    {
        if (PassedOver is not null) yield return PolicyNotice.Loosened(FileProblem.Of(PassedOver, NotCounting), isError: false);
        foreach (var notice in Policy?.Notices(AsOf, rules) ?? []) yield return notice;
    }

    /// <summary>Whether what is prohibited is a warning for now.</summary>
    public bool IsReporting => Policy?.IsReporting(AsOf) == true;

    /// <summary>
    /// Reads an audience list, separated by <c>;</c> or <c>,</c>. Audiences of the policy are added, never replaced; where nobody chose any, the default audience is bound.
    /// </summary>
    /// <param name="asOf">ISO date; empty means the day of the policy, or else <paramref name="today"/>.</param>
    /// <returns>The context, or null and what is wrong with the input.</returns>
    public static (CheckContext? Context, IReadOnlyList<string> Problems) Parse(RuleSet rules, string? audiences, string? asOf, IsoDate today, OrganisationPolicy? policy = null)
    {
        var problems = new List<string>();
        var chosen = (audiences ?? "").Split([';', ','], StringSplitOptions.RemoveEmptyEntries).Select(id => id.Trim()).Where(id => id.Length > 0).Distinct().ToList();
        foreach (var unknown in chosen.Where(id => !rules.IsAudience(id)))
            problems.Add($"unknown audience '{unknown}'; known: {string.Join(", ", rules.Audiences.Select(audience => audience.Id).OrderBy(id => id, StringComparer.Ordinal))}");

        foreach (var unbound in chosen.Where(id => rules.IsAudience(id) && !rules.Binds(id)))
            problems.Add(Unbound(unbound));

        var date = policy?.AsOf ?? today;
        if (!string.IsNullOrWhiteSpace(asOf) && !IsoDate.TryParse(asOf!.Trim(), out date)) problems.Add($"'{asOf}' is not a date of the form 2024-09-29");
        if (problems.Count > 0) return (null, problems);
        List<string> bound = [.. (policy?.Audiences ?? []).Union(chosen)];
        return (new CheckContext(bound.Count == 0 ? [rules.DefaultAudience] : bound, bound.Count == 0, date, policy?.NoticeDays ?? DefaultNoticeDays) { Policy = policy }, problems);
    }

    internal static string Unbound(string audience) => $"no authority in the rules binds '{audience}' yet, so nothing could be found for it";
}

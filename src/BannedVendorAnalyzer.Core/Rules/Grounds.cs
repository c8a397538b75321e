namespace BannedVendorAnalyzer.Rules;

/// <summary>Whether citations bear a verdict that fails builds.</summary>
internal static class Grounds
{
    /// <summary>Second-level labels below which countries register names, as in <c>example.co.uk</c>.</summary>
    private static readonly HashSet<string> SharedLabels =
        new(["ac", "co", "com", "edu", "go", "gob", "gouv", "gov", "govt", "gv", "ltd", "mil", "ne", "net", "or", "org"], StringComparer.Ordinal);

    /// <summary>An official citation, or two secondary ones at different registered domains: pages of one site are one source.</summary>
    public static bool Suffice(IReadOnlyList<Citation> citations) =>
        citations.Any(citation => citation.Grade == Grade.Official) || citations.Select(citation => RegisteredDomain(citation.Url)).Distinct(StringComparer.Ordinal).Count() >= 2;

    /// <summary>The part of the host that somebody registered: <c>news.example.co.uk</c> → <c>example.co.uk</c>.</summary>
    public static string RegisteredDomain(string url)
    {
        var labels = NameMatcher.Host(url).Split('.');
        var kept = labels.Length > 2 && labels[labels.Length - 1].Length == 2 && SharedLabels.Contains(labels[labels.Length - 2]) ? 3 : 2;
        return string.Join(".", labels.Skip(Math.Max(0, labels.Length - kept)));
    }
}

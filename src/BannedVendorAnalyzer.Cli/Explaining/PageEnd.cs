using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>How every page ends.</summary>
internal static class PageEnd
{
    public const string Disclaimer = "These are facts about files and about who names whom, not legal advice.";

    /// <param name="also">What else the word could mean; null where it is nothing.</param>
    public static string Append(Page page, string? also, RuleSet rules)
    {
        if (also is not null) page.Heading(also);
        page.Heading($"{Disclaimer} Rules of {rules.Date}.");
        return page.ToString();
    }
}

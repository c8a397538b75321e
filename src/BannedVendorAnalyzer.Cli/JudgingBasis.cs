using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli;

/// <summary>By which rules, for whom and as of which day a command judges.</summary>
internal sealed record JudgingBasis(RuleSet Rules, CheckContext Context)
{
    /// <returns>Null where the rules or the options are invalid, which is then said.</returns>
    public static JudgingBasis? Read(string? audience, string? asOf, ToolHost host)
    {
        if (RuleReading.Read(host) is not { } rules) return null;

        var (context, mistakes) = CheckContext.Parse(rules, audience, asOf, host.Today);
        foreach (var mistake in mistakes) host.Error.WriteLine($"error {DiagnosticCatalog.InvalidRules.Id}: --audience or --as-of: {mistake}. {DiagnosticCatalog.InvalidRules.More}");
        return context is null ? null : new JudgingBasis(rules, context);
    }
}

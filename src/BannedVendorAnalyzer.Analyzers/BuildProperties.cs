using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>What the build hands to the compiler; the targets of the package say which properties those are.</summary>
internal static class BuildProperties
{
    /// <returns>Null where the gate is off or its options are wrong: the gate says so, and then nothing is judged.</returns>
    public static CheckContext? Context(RuleSet rules, AnalyzerConfigOptions options)
    {
        if (Value(options, "BannedVendorCheck") is { } check && !string.Equals(check.Trim(), "true", StringComparison.OrdinalIgnoreCase)) return null;

        // An analyzer has no clock. Without the package's targets the day is that of the rules, which is known and the same everywhere.
        var today = Value(options, "_BannedVendorToday") is { } day && IsoDate.TryParse(day, out var date) ? date : rules.Date;
        return CheckContext.Parse(rules, Value(options, "_BannedVendorAudienceList"), Value(options, "BannedVendorAsOf"), today).Context;
    }

    private static string? Value(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue($"build_property.{property}", out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;
}

using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>What the build hands to the compiler; the targets of the package say which properties those are.</summary>
internal static class BuildProperties
{
    /// <summary>Anything but <c>true</c> switches the check off.</summary>
    public static bool IsOff(AnalyzerConfigOptions options) => Value(options, "BannedVendorCheck") is { } check && !string.Equals(check.Trim(), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The project as waivers name it; null where no policy counts.</summary>
    public static string? Project(AnalyzerConfigOptions options) => Value(options, "_BannedVendorProject");

    /// <returns>Null where the options are wrong: the gate says so, and then nothing is judged.</returns>
    public static CheckContext? Context(RuleSet rules, AnalyzerConfigOptions options, OrganisationPolicy? policy)
    {

        // An analyzer has no clock. Without the package's targets the day is that of the rules, which is known and the same everywhere.
        var today = Value(options, "_BannedVendorToday") is { } day && IsoDate.TryParse(day, out var date) ? date : rules.Date;
        return CheckContext.Parse(rules, Value(options, "_BannedVendorAudienceList"), Value(options, "BannedVendorAsOf"), today, policy).Context;
    }

    private static string? Value(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue($"build_property.{property}", out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;
}

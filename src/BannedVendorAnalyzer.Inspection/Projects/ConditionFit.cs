namespace BannedVendorAnalyzer.Inspection.Projects;

/// <summary>How likely conditions hold for a target framework, least likely first.</summary>
internal enum ConditionFit
{
    /// <summary>It names another framework, or all but this one.</summary>
    Excludes,

    /// <summary>It speaks of something else, which is not known here.</summary>
    Unknown,
    None,

    /// <summary>It names this framework.</summary>
    Names,
}

internal static class ConditionFits
{
    /// <param name="conditions">Of an element and of all around it.</param>
    public static ConditionFit Of(IEnumerable<string> conditions, string? framework)
    {
        if (framework is null) return ConditionFit.None;
        var fits = conditions.Select(condition => Of(condition, framework)).ToList();
        if (fits.Contains(ConditionFit.Excludes)) return ConditionFit.Excludes;
        if (fits.Contains(ConditionFit.Names)) return ConditionFit.Names;
        return fits.Contains(ConditionFit.Unknown) ? ConditionFit.Unknown : ConditionFit.None;
    }

    private static ConditionFit Of(string condition, string framework)
    {
        if (condition.Trim().Length == 0) return ConditionFit.None;
        var index = condition.IndexOf($"'{framework}'", StringComparison.OrdinalIgnoreCase);
        if (index >= 0) return IsNegated(condition, index, index + framework.Length + 2) ? ConditionFit.Excludes : ConditionFit.Names;
        var comparesFrameworks = condition.IndexOf("$(TargetFramework)", StringComparison.OrdinalIgnoreCase) >= 0 && condition.IndexOf("==", StringComparison.Ordinal) >= 0;
        return comparesFrameworks ? ConditionFit.Excludes : ConditionFit.Unknown;
    }

    /// <summary>The value may stand on either side of the operator.</summary>
    private static bool IsNegated(string condition, int start, int end) =>
        condition.Substring(0, start).TrimEnd().EndsWith("!=", StringComparison.Ordinal) || condition.Substring(end).TrimStart().StartsWith("!=", StringComparison.Ordinal);
}

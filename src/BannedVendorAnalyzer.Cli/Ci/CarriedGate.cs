namespace BannedVendorAnalyzer.Cli.Ci;

/// <summary>The gate's package that the tool carries, unpacked.</summary>
public static class CarriedGate
{
    /// <summary>What MSBuild reads in a path as something else than a character of it.</summary>
    private static readonly string[] Special = ["%", ";", "*", "?", "$(", "@(", "\n", "\r"];

    /// <summary>Full path of the file that is imported into every project and solution.</summary>
    public static string Targets { get; } = Path.Combine(AppContext.BaseDirectory, "gate", "Sdk", "Environment.targets");

    /// <summary>What keeps the file from being imported as it is, as a sentence without a full stop; null where nothing does.</summary>
    public static string? Unfit(string targets)
    {
        if (!File.Exists(targets)) return "the gate that belongs to it is missing";
        return Array.Find(Special, mark => targets.Contains(mark, StringComparison.Ordinal)) is { } found ? $"MSBuild reads '{found.Trim()}' in this path as something else" : null;
    }
}

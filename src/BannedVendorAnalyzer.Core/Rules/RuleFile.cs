namespace BannedVendorAnalyzer.Rules;

/// <param name="Path">Relative to <c>rules/</c>, with <c>/</c>: <c>vendors/kaspersky.json</c>.</param>
/// <param name="Utf8">The file as it is.</param>
public sealed record RuleFile(string Path, byte[] Utf8)
{
    /// <summary>Where vendors lie.</summary>
    public const string Vendors = "vendors/";

    /// <summary>Where authorities lie.</summary>
    public const string Authorities = "authorities/";

    /// <summary>The file of the audiences; a set of rules has exactly one.</summary>
    public const string Audiences = "audiences.json";
}

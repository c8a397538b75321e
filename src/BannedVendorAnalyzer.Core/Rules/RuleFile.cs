namespace BannedVendorAnalyzer.Rules;

/// <param name="Path">Relative to <c>rules/</c>, with <c>/</c>: <c>vendors/kaspersky.json</c>.</param>
/// <param name="Utf8">The file as it is.</param>
public sealed record RuleFile(string Path, byte[] Utf8);

namespace BannedVendorAnalyzer.Cli.Exporting;

/// <param name="Url">Where <paramref name="Folder"/> will be served.</param>
/// <param name="Policy">The policy file; null for the one that counts in the working folder.</param>
internal sealed record AuditSourceOptions(string Folder, string Url, string? Audience, string? AsOf, string? Policy);

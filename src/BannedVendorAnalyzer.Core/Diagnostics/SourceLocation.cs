namespace BannedVendorAnalyzer.Diagnostics;

/// <summary>Where the user has to change something. <paramref name="Line"/> and <paramref name="Column"/> count from 1; 0 where they are not known.</summary>
public sealed record SourceLocation(string File, int Line = 0, int Column = 0);

namespace BannedVendorAnalyzer.Findings;

/// <summary>What a finding says, part by part, each a sentence without a full stop; parts that do not apply are null.</summary>
/// <param name="Observed">What was observed and in which file.</param>
/// <param name="Named">Who is named where, since when.</param>
/// <param name="Applies">Why it applies to the audience.</param>
/// <param name="Path">The path by which it came in.</param>
/// <param name="Remedy">What would clear it.</param>
public sealed record FindingText(string Observed, string? Named, string? Applies, string? Path, string Remedy)
{
    /// <summary>All parts on one line, as a build prints them.</summary>
    /// <param name="code">The code that <c>explain</c> tells more about.</param>
    public string OnOneLine(string code) =>
        string.Join(". ", new[] { Observed, Named, Applies, Path, Remedy, $"More: banned-vendors explain {code}" }.Where(part => part is not null));
}

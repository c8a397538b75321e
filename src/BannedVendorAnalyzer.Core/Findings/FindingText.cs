using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Findings;

/// <summary>What a finding says, part by part, without full stops; parts that do not apply are null.</summary>
/// <param name="Observed">What was observed and in which file.</param>
/// <param name="Named">Who is named where, since when.</param>
/// <param name="Applies">To whom and why.</param>
/// <param name="Duty">What contract clauses ask for on discovery.</param>
/// <param name="Path">The path by which it came in.</param>
/// <param name="Remedy">What would clear it.</param>
/// <param name="Waived">Who accepted it, until when and why.</param>
/// <param name="Baseline">Where the baseline has it.</param>
public sealed record FindingText(string Observed, string? Named = null, string? Applies = null, string? Duty = null, string? Path = null, string? Remedy = null, string? Waived = null, string? Baseline = null)
{
    /// <summary>All parts on one line, as a build prints them.</summary>
    /// <param name="descriptor">What it is reported as.</param>
    public string OnOneLine(DiagnosticDescriptor descriptor)
    {
        string?[] parts = [Observed, Named, Labelled("Applies ", Applies), Labelled("Waived ", Waived), Labelled("In baseline ", Baseline), Labelled("Duty: ", Duty), Labelled("Path: ", Path), Labelled("To clear: ", Remedy), descriptor.More];
        return string.Join(". ", parts.Where(part => part is not null));
    }

    public FindingText Printable() => new(Printable(Observed)!, Printable(Named), Printable(Applies), Printable(Duty), Printable(Path), Printable(Remedy), Printable(Waived), Printable(Baseline));

    private static string? Printable(string? part) => part is null ? null : PrintableText.Of(part);

    private static string? Labelled(string label, string? part) => part is null ? null : label + part;
}

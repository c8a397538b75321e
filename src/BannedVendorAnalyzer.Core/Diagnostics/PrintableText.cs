namespace BannedVendorAnalyzer.Diagnostics;

/// <summary>Names come from packages and paths: a control character in one could start a line of its own in a log, or steer a terminal.</summary>
public static class PrintableText
{
    public static string Of(string text) => text.Any(char.IsControl) ? new string([.. text.Select(character => char.IsControl(character) ? '?' : character)]) : text;
}

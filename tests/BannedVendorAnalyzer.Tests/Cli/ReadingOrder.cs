namespace BannedVendorAnalyzer.Tests.Cli;

internal static class ReadingOrder
{
    /// <summary>All parts stand in the text, in this order.</summary>
    public static void Holds(string text, params string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{part}' does not stand there, or not in this order:\n{text}");
            at = found + part.Length;
        }
    }
}

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>Tables of labelled packages and modules in the format of <c>tests/corpus</c>: tab-separated, with a header line; an empty field means not seen.</summary>
public static class CorpusTable
{
    /// <param name="name">How places in the table are called.</param>
    public static IReadOnlyList<CorpusRow> Read(string name, string text)
    {
        var lines = text.Replace("\r\n", "\n").Split('\n');
        var columns = lines[0].Split('\t');
        return [.. lines.Select((line, index) => (Line: line, Number: index + 1)).Skip(1).Where(line => line.Line.Length > 0)
            .Select(line => new CorpusRow(FormattableString.Invariant($"{name}:{line.Number}"), Fields(columns, line.Line.Split('\t'))))];
    }

    private static Dictionary<string, string> Fields(string[] columns, string[] values) =>
        columns.Zip(values, (column, value) => (column, value)).ToDictionary(field => field.column, field => field.value, StringComparer.Ordinal);
}

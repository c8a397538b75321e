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

    /// <summary>What a short line lacks was not seen; of two columns with one name the first holds.</summary>
    private static Dictionary<string, string> Fields(string[] columns, string[] values) =>
        columns.Select((column, index) => (Column: column, Value: index < values.Length ? values[index] : "")).GroupBy(field => field.Column, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().Value, StringComparer.Ordinal);
}

using System.Text.RegularExpressions;
using BannedVendorAnalyzer.Evidence;

namespace BannedVendorAnalyzer.Tests;

/// <summary>Reads the tables of <c>tests/corpus</c>: tab-separated, with a header line; an empty field means not seen.</summary>
internal static partial class Corpus
{
    public static List<CorpusRow> Read(string table)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "corpus", table));
        var columns = lines[0].Split('\t');
        return [.. lines.Skip(1).Select((line, index) => new CorpusRow($"{table}:{index + 2}", Fields(columns, line)))];
    }

    /// <summary>Evidence as a build shows it, from a row of <c>packages.tsv</c> or <c>package-metadata.tsv</c>.</summary>
    public static List<EvidenceItem> Evidence(CorpusRow row) =>
    [
        new(EvidenceKind.PackageId, row["id"]),
        .. Items(row, "authors", ',', EvidenceKind.NuspecAuthor),
        .. Items(row, "owners", ',', EvidenceKind.PackageOwner),
        .. Organisation().Matches(row["author_certificate"]).Select(match => new EvidenceItem(EvidenceKind.Signer, match.Groups[1].Value.Trim('"'), ".signature.p7s")),
        .. row["repository_url"].Length > 0 ? [new EvidenceItem(EvidenceKind.Repository, row["repository_url"], "x.nuspec")] : (EvidenceItem[])[],
        .. Items(row, "native_libraries", ';', EvidenceKind.NativeFile),
        .. Items(row, "native_files", ',', EvidenceKind.NativeFile),
        .. Items(row, "pinvoke_modules", ',', EvidenceKind.NativeImport),
    ];

    private static IEnumerable<EvidenceItem> Items(CorpusRow row, string column, char separator, EvidenceKind kind) =>
        row[column].Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(value => new EvidenceItem(kind, value, column));

    private static Dictionary<string, string> Fields(string[] columns, string line) =>
        columns.Zip(line.Split('\t')).ToDictionary(field => field.First, field => field.Second, StringComparer.Ordinal);

    [GeneratedRegex("""\bO=("[^"]*"|[^,]*)""")]
    private static partial Regex Organisation();
}

/// <param name="Place">Table and line.</param>
internal sealed record CorpusRow(string Place, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The field; empty where the table has no such column.</summary>
    public string this[string column] => Fields.GetValueOrDefault(column, "");
}

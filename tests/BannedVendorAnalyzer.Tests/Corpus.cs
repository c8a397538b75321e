using BannedVendorAnalyzer.Rules.Verification;

namespace BannedVendorAnalyzer.Tests;

/// <summary>The tables of <c>tests/corpus</c>.</summary>
internal static class Corpus
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "corpus");

    public static IReadOnlyList<CorpusRow> Read(string table) => CorpusTable.Read(table, File.ReadAllText(Path.Combine(Folder, table)));

    /// <summary>Everything in which no vendor may be recognised.</summary>
    public static List<UnrelatedEvidence> Unrelated() =>
        [.. new[] { "native-modules.tsv", "package-metadata.tsv", "packages.tsv" }.SelectMany(Read).Where(row => row.IsUnrelated).Select(row => row.ToUnrelated())];
}

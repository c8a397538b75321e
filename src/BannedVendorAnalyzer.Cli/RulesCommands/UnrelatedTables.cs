using BannedVendorAnalyzer.Rules.Verification;

namespace BannedVendorAnalyzer.Cli.RulesCommands;

/// <summary>The tables of a folder that list what no rule may meet.</summary>
internal static class UnrelatedTables
{
    public static List<UnrelatedEvidence> Read(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal)
            .SelectMany(file => CorpusTable.Read(Path.GetFileName(file), File.ReadAllText(file)))
            .Where(row => row.IsUnrelated)
            .Select(row => row.ToUnrelated()),
    ];
}

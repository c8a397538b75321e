using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.RulesCommands;

/// <summary>A folder of rules files as it lies on disk.</summary>
/// <param name="Unreadable">Files that could not be read; paths below the folder.</param>
/// <param name="IsWhole">Whether it is a whole set; else it adds to the embedded rules.</param>
internal sealed record RuleFolder(IReadOnlyList<RuleFile> Files, IReadOnlyList<FileProblem> Unreadable, bool IsWhole)
{
    private const int MostBytes = 4 * 1024 * 1024;

    /// <returns>Null where the folder holds no rules.</returns>
    public static RuleFolder? Read(string folder)
    {
        if (!new[] { RuleFile.Vendors, RuleFile.Authorities }.Any(part => Directory.Exists(Path.Combine(folder, part)))) return null;
        var read = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(file => (Full: file, Path: Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .Where(file => !file.Path.EndsWith(".schema.json", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => (file.Path, Content: BoundedFile.Read(file.Full, "rules file", MostBytes)))
            .ToList();
        return new RuleFolder(
            [.. read.Where(file => file.Content.Bytes is not null).Select(file => new RuleFile(file.Path, file.Content.Bytes!))],
            [.. read.Where(file => file.Content.Problem is not null).Select(file => file.Content.Problem! with { File = file.Path })],
            read.Exists(file => file.Path == RuleFile.Audiences));
    }
}

using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Rules;

/// <summary>Reads rules files; a set is only given where every file is right, so that nothing is judged by half of the rules.</summary>
public static class RuleSetReader
{
    /// <returns>The rules, or null and every problem of every file with line and column.</returns>
    public static (RuleSet? Rules, IReadOnlyList<FileProblem> Problems) Read(IReadOnlyList<RuleFile> files)
    {
        var (rules, problems) = ReadAll(files, places: null);
        return problems.Count > 0 ? (null, problems) : (rules, problems);
    }

    /// <returns>Whatever could be read, never to judge by, and every problem.</returns>
    internal static (RuleSet Rules, List<FileProblem> Problems) ReadAll(IReadOnlyList<RuleFile> files, JsonPlaces? places)
    {
        var problems = new List<FileProblem>();
        var audiences = AudienceReader.Read(files.FirstOrDefault(file => file.Path == RuleFile.Audiences) ?? new RuleFile(RuleFile.Audiences, []), problems);
        var authorities = ReadFolder(files, RuleFile.Authorities, problems, file => AuthorityReader.Read(file, audiences.Ids, problems, places), authority => authority.Id);

        // By file name: a damaged authority is one problem, not one for every vendor it lists.
        var authorityIds = new HashSet<string>(files.Where(file => InFolder(file, RuleFile.Authorities)).Select(file => Path.GetFileNameWithoutExtension(file.Path)), StringComparer.Ordinal);
        var vendors = ReadFolder(files, RuleFile.Vendors, problems, file => VendorReader.Read(file, authorityIds, problems, places), vendor => vendor.Id);
        foreach (var file in files.Where(file => file.Path != RuleFile.Audiences && !InFolder(file, RuleFile.Authorities) && !InFolder(file, RuleFile.Vendors)))
            problems.Add(FileProblem.Of(file.Path, "not a place for rules: they are audiences.json, authorities/<id>.json and vendors/<id>.json"));

        // Two files can only have one id where one is named otherwise, which is a problem by now.
        return (new RuleSet(audiences.Default, audiences.All, authorities.GroupBy(authority => authority.Id).Select(same => same.First()), vendors, files), problems);
    }

    private static List<T> ReadFolder<T>(IReadOnlyList<RuleFile> files, string folder, List<FileProblem> problems, Func<RuleFile, T?> read, Func<T, string> id) where T : class
    {
        var all = new List<T>();
        foreach (var file in files.Where(file => InFolder(file, folder)))
        {
            if (read(file) is not { } value) continue;
            all.Add(value);
            if (file.Path != $"{folder}{id(value)}.json") problems.Add(FileProblem.Of(file.Path, $"the file is named otherwise than its id '{id(value)}'"));
        }

        return all;
    }

    private static bool InFolder(RuleFile file, string folder) => file.Path.StartsWith(folder, StringComparison.Ordinal);
}

using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Json;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Policy;

/// <summary>Reads a baseline. A vendor or authority that nobody knows any more is no problem of the file: its entry matches nothing, and <c>prune</c> takes it out.</summary>
public static class BaselineReader
{
    /// <returns>What could be read, and every problem with line and column; it may only be judged by where there is none.</returns>
    public static (Baseline Baseline, IReadOnlyList<FileProblem> Problems) Read(string path, byte[] utf8)
    {
        var problems = new List<FileProblem>();
        IReadOnlyList<BaselineEntry> entries = [];
        var json = new StrictJson(path, utf8, problems);
        var positions = new RisingPositions(utf8);
        FileProblem Place(int offset)
        {
            var (line, column) = positions.Of(offset);
            return new FileProblem(path, line, column, "");
        }

        json.Read(() => json.Members(["findings"], [], _ => entries = json.Items(() => ReadEntry(json, Place))));
        foreach (var twice in entries.GroupBy(entry => entry with { Place = entries[0].Place }).SelectMany(same => same.Skip(1)))
            problems.Add(twice.Place with { Message = "the same stands here once more" });
        return (new Baseline(path, utf8, entries), problems);
    }

    private static BaselineEntry? ReadEntry(StrictJson json, Func<int, FileProblem> place)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        IsoDate? from = null;
        var start = json.Offset;
        json.Members(["vendor", "authority", "from"], WaivedContentReader.Members, member =>
        {
            if (member == "from") from = json.Date();
            else if (Read(json, member) is { } text) texts.Add(member, text);
        });

        var content = WaivedContentReader.Of(texts);
        if (content is null) json.Problem(start, "an entry is for 'package', 'version' and 'sha512', or for 'file' and 'sha256'");
        return content is null || from is null || !texts.TryGetValue("vendor", out var vendor) || !texts.TryGetValue("authority", out var authority)
            ? null
            : new BaselineEntry(vendor, content, authority, from.Value, place(start));
    }

    private static string? Read(StrictJson json, string member) => member switch
    {
        "vendor" or "authority" => json.Id(),
        "sha256" => json.Sha256(),
        _ => json.Text(),
    };
}

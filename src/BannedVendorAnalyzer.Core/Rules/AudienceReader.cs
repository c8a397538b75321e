using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Rules;

internal static class AudienceReader
{
    public static (string Default, IReadOnlyList<Audience> All, HashSet<string> Ids) Read(RuleFile file, List<FileProblem> problems)
    {
        var json = new StrictJson(file.Path, file.Utf8, problems);
        var used = new List<(string Id, int Offset)>();
        var chosen = "";
        var ids = new HashSet<string>(StringComparer.Ordinal);
        IReadOnlyList<Audience> audiences = [];
        json.Read(() => json.Members(["default", "audiences"], [], member =>
        {
            if (member == "default") chosen = Use(json, used) ?? "";
            else audiences = json.Items(() => ReadAudience(json, ids, used));
        }));

        foreach (var (id, offset) in used.Where(use => !ids.Contains(use.Id))) json.Problem(offset, $"unknown audience '{id}'");
        return (chosen, audiences, ids);
    }

    private static Audience? ReadAudience(StrictJson json, HashSet<string> ids, List<(string Id, int Offset)> used)
    {
        string? id = null, title = null;
        IReadOnlyList<string> implies = [];
        var start = json.Offset;
        json.Members(["id", "title"], ["implies"], member =>
        {
            switch (member)
            {
                case "id": id = json.Id(); break;
                case "title": title = json.Text(); break;
                default: implies = json.Items(() => Use(json, used)); break;
            }
        });
        if (id is null || title is null) return null;
        if (ids.Add(id)) return new Audience(id, title, implies);
        json.Problem(start, $"audience '{id}' stands here twice");
        return null;
    }

    private static string? Use(StrictJson json, List<(string Id, int Offset)> used)
    {
        var offset = json.Offset;
        var id = json.Id();
        if (id is not null) used.Add((id, offset));
        return id;
    }
}

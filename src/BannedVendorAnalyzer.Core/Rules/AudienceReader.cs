using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Rules;

internal static class AudienceReader
{
    public static (string Default, IReadOnlyList<Audience> All, HashSet<string> Ids) Read(RuleFile file, List<FileProblem> problems)
    {
        var json = new StrictJson(file.Path, file.Utf8, problems);
        var used = new List<(string Id, int Offset)>();
        List<Audience> audiences = [];
        json.Read(() => json.Members(["default!", "audiences!"], member =>
        {
            if (member == "default") Use(json, used);
            else audiences = json.Items(() => ReadAudience(json, used));
        }));

        var ids = new HashSet<string>(audiences.Select(audience => audience.Id), StringComparer.Ordinal);
        foreach (var (id, offset) in used.Where(use => !ids.Contains(use.Id))) json.Problem(offset, $"unknown audience '{id}'");
        return (used.Count > 0 ? used[0].Id : "", audiences, ids);
    }

    private static Audience? ReadAudience(StrictJson json, List<(string Id, int Offset)> used)
    {
        string? id = null, title = null;
        List<string> implies = [];
        json.Members(["id!", "title!", "implies"], member =>
        {
            switch (member)
            {
                case "id": id = json.Id(); break;
                case "title": title = json.Text(); break;
                default: implies = json.Items(() => Use(json, used)); break;
            }
        });
        return id is not null && title is not null ? new Audience(id, title, implies) : null;
    }

    private static string? Use(StrictJson json, List<(string Id, int Offset)> used)
    {
        var offset = json.Offset;
        var id = json.Id();
        if (id is not null) used.Add((id, offset));
        return id;
    }
}

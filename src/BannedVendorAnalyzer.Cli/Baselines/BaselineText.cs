using System.Text;
using System.Text.Encodings.Web;
using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Cli.Baselines;

/// <summary>A baseline as people review and merge it: sorted, one entry a line, the same bytes for the same entries.</summary>
internal static class BaselineText
{
    public static byte[] Of(IEnumerable<BaselineEntry> entries)
    {
        var lines = entries.Select(Line).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return Encoding.UTF8.GetBytes(lines.Count == 0 ? "{\n  \"findings\": []\n}\n" : $"{{\n  \"findings\": [\n{string.Join(",\n", lines)}\n  ]\n}}\n");
    }

    private static string Line(BaselineEntry entry)
    {
        var (content, place) = (entry.Content, entry.Content.IsFile ? "file" : "package");
        List<(string Name, string Value)> members = [("vendor", entry.Vendor), (place, content.Name)];
        if (!content.IsFile) members.Add(("version", content.Version));
        members.AddRange([("authority", entry.Authority), ("from", entry.From.ToString()), (content.IsFile ? "sha256" : "sha512", content.Hash)]);
        return $"    {{ {string.Join(", ", members.Select(member => $"\"{member.Name}\": \"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(member.Value)}\""))} }}";
    }
}

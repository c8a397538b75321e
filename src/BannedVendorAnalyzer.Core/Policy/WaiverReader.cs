using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Json;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Policy;

/// <summary>Reads one waiver. An empty text is none here: what is not filled in yet is told as a flaw of the waiver, not of the file.</summary>
internal static class WaiverReader
{
    private static readonly string[] Required = ["vendor", "authority", "kind", "reason", "approvedBy", "from", "until"];
    private static readonly string[] OfImport = ["import", "project"];
    private static readonly string[] Optional = [.. WaivedContentReader.Members, .. OfImport, "ticket", "quote", "grantor", "number", "removal", "comment"];

    public static Waiver? Read(StrictJson json, Func<int, FileProblem> place)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        WaiverKind? kind = null;
        IsoDate? from = null, until = null, removal = null;
        var start = json.Offset;
        json.Members(Required, Optional, member =>
        {
            switch (member)
            {
                case "kind": kind = json.Name<WaiverKind>("kind of waiver"); break;
                case "from": from = json.Date(); break;
                case "until": until = json.Date(); break;
                case "removal": removal = json.Date(); break;
                case "comment": json.Comment(); break;
                default:
                    if (json.AnyText() is { } text) texts.Add(member, text);
                    break;
            }
        });

        if (until < from) json.Problem(start, "'until' is before 'from'");
        var content = Content(texts);
        if (content is null) json.Problem(start, "a waiver is for 'package', 'version' and 'sha512', for 'file' and 'sha256', or for 'import' and 'project'");
        if (content is null || kind is null || from is null || until is null || Required.Any(member => member is not ("kind" or "from" or "until") && !texts.ContainsKey(member))) return null;
        return new Waiver(
            texts["vendor"],
            content,
            texts["authority"],
            kind.Value,
            texts["reason"],
            texts["approvedBy"],
            Given("ticket"),
            Given("quote"),
            Given("grantor"),
            Given("number"),
            removal,
            from.Value,
            until.Value,
            place(start));

        string? Given(string member) => texts.TryGetValue(member, out var text) ? text : null;
    }

    private static WaivedContent? Content(Dictionary<string, string> texts)
    {
        if (!OfImport.Any(texts.ContainsKey)) return WaivedContentReader.Of(texts);
        return OfImport.All(texts.ContainsKey) && !WaivedContentReader.Members.Any(texts.ContainsKey) ? WaivedContent.OfImport(texts["project"], texts["import"]) : null;
    }
}

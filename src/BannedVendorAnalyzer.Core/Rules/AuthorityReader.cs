using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Rules;

internal static class AuthorityReader
{
    private static readonly string[] Required = ["id", "title", "issuer", "jurisdiction", "effect", "published", "citations", "checked", "provisions"];
    private static readonly string[] Optional = ["clauses"];

    public static Authority? Read(RuleFile file, HashSet<string> audiences, List<FileProblem> problems, JsonPlaces? places)
    {
        var json = new StrictJson(file.Path, file.Utf8, problems, places);
        Authority? authority = null;
        json.Read(() => authority = ReadAuthority(json, audiences));
        return authority;
    }

    private static Authority? ReadAuthority(StrictJson json, HashSet<string> audiences)
    {
        string? id = null, title = null, issuer = null, jurisdiction = null;
        Effect? effect = null;
        IsoDate? published = null, checkedOn = null;
        IReadOnlyList<Citation> citations = [];
        IReadOnlyList<Clause> clauses = [];
        IReadOnlyList<Provision> provisions = [];
        var start = json.Offset;
        json.Members(Required, Optional, member =>
        {
            switch (member)
            {
                case "id": id = json.Id(); break;
                case "title": title = json.Text(); break;
                case "issuer": issuer = json.Text(); break;
                case "jurisdiction": jurisdiction = json.Text(); break;
                case "effect": effect = json.Name<Effect>("effect"); break;
                case "published": published = json.Date(); break;
                case "citations": citations = json.Items(() => ReadCitation(json)); break;
                case "checked": checkedOn = json.Date(); break;
                case "clauses": clauses = json.Items(() => ReadClause(json)); break;
                default: provisions = json.Items(() => ProvisionReader.Read(json, audiences)); break;
            }
        });

        // A verdict that fails builds must rest on the issuer's text, or on two sources that do not depend on each other.
        if (!Grounds.Suffice(citations) && provisions.Any(provision => provision.Reach.Values.Contains(Verdict.Prohibited)))
            json.Problem(start, "'prohibited' needs an official citation or two independent secondary ones, of different registered domains");

        return id is null || title is null || issuer is null || jurisdiction is null || effect is null || published is null || checkedOn is null
            ? null
            : json.Placed(start, new Authority(id, title, issuer, jurisdiction, effect.Value, published.Value, citations, checkedOn.Value, clauses, provisions));
    }

    private static Citation? ReadCitation(StrictJson json)
    {
        string? text = null, url = null;
        Grade? grade = null;
        json.Members(["text", "url", "grade"], [], member =>
        {
            switch (member)
            {
                case "text": text = json.Text(); break;
                case "url": url = json.Url(); break;
                default: grade = json.Name<Grade>("grade"); break;
            }
        });
        return text is null || url is null || grade is null ? null : new Citation(text, url, grade.Value);
    }

    private static Clause? ReadClause(StrictJson json)
    {
        string? id = null, report = null;
        IsoDate? from = null, until = null;
        var start = json.Offset;
        json.Members(["id"], ["from", "until", "report"], member =>
        {
            switch (member)
            {
                case "id": id = json.Text(); break;
                case "from": from = json.Date(); break;
                case "until": until = json.Date(); break;
                default: report = json.Text(); break;
            }
        });
        if (until < from) json.Problem(start, "'until' is before 'from'");
        return id is null ? null : new Clause(id, from, until, report);
    }
}

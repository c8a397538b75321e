using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Rules;

internal static class ProvisionReader
{
    private static readonly string[] Required = ["from", "audiences", "text", "reach"];
    private static readonly string[] Optional = ["until", "part", "classes", "except", "basis", "why", "remedy"];
    private static readonly string[] Verdicts = ["prohibited", "review"];

    public static Provision? Read(StrictJson json, HashSet<string> audiences)
    {
        IsoDate? from = null, until = null;
        string? part = null, text = null, why = null, remedy = null;
        IReadOnlyList<string> bound = [], classes = [], except = [];
        var basis = Basis.Text;
        var reach = new Dictionary<Relation, Verdict>();
        var start = json.Offset;
        json.Members(Required, Optional, member =>
        {
            switch (member)
            {
                case "from": from = json.Date(); break;
                case "until": until = json.Date(); break;
                case "audiences": bound = json.Items(() => json.Known("audience", audiences)); break;
                case "part": part = json.Text(); break;
                case "classes": classes = json.Items(json.Class); break;
                case "except": except = json.Items(json.Class); break;
                case "text": text = json.Text(); break;
                case "basis": basis = json.Name<Basis>("basis") ?? Basis.Text; break;
                case "why": why = json.Text(); break;
                case "remedy": remedy = json.Text(); break;
                default: reach = ReadReach(json); break;
            }
        });

        if (classes.Count > 0 && except.Count > 0) json.Problem(start, "'classes' and 'except' exclude each other");
        if (basis == Basis.Interpretation && why is null) json.Problem(start, "an interpretation needs its 'why'");
        if (until < from) json.Problem(start, "'until' is before 'from'");
        return from is null || text is null ? null : json.Placed(start, new Provision(from.Value, until, bound, part, classes, except, text, basis, why, remedy, reach));
    }

    private static Dictionary<Relation, Verdict> ReadReach(StrictJson json)
    {
        var reach = new Dictionary<Relation, Verdict>();
        json.Map((name, offset) =>
        {
            var known = RuleNames.TryParse<Relation>(name, out var relation);
            if (!known) json.Problem(offset, $"unknown relation '{name}'; known: {string.Join(", ", RuleNames.All<Relation>())}");
            var verdict = json.Known("verdict", Verdicts);
            if (!known || verdict is null) return;
            if (verdict == "prohibited" && relation is Relation.Calls or Relation.Name) json.Problem(offset, $"'{name}' is never more than review");
            reach[relation] = verdict == "prohibited" ? Verdict.Prohibited : Verdict.Review;
        });
        return reach;
    }
}

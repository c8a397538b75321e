using System.Globalization;
using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>No mark may meet what is known to be somebody else's: it would stop builds without reason.</summary>
internal static class UnrelatedCheck
{
    private const int MostNamed = 3;

    public static IEnumerable<FileProblem> Find(ReadVerification read)
    {
        var own = new HashSet<Vendor>(read.Vendors);
        return read.Unrelated
            .SelectMany(thing => thing.Evidence.SelectMany(read.Rules.Index.Find).Where(match => own.Contains(match.Vendor) && !(thing.IsShared && match.Relation == Relation.Name)).Select(match => (Thing: thing, Match: match)))
            .GroupBy(hit => (Rule: (object?)hit.Match.Entity ?? hit.Match.Indicator, Mark: $"{RuleNames.Of(hit.Match.Indicator.Kind)} '{hit.Match.Indicator.Value}'"))
            .Select(hits => read.Problem(hits.Key.Rule, $"{hits.Key.Mark} meets what is not of this vendor: {Named([.. hits.Select(hit => hit.Thing).Distinct()])}; make it more specific or take it out"));
    }

    private static string Named(List<UnrelatedEvidence> things)
    {
        var more = things.Count - MostNamed;
        return string.Join(", ", things.Take(MostNamed).Select(thing => $"'{thing.Name}' ({thing.Place})")) + (more > 0 ? $" and {more.ToString(CultureInfo.InvariantCulture)} more" : "");
    }
}

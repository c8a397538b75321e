using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>Runs the samples of every vendor against all rules, in both directions.</summary>
internal static class SelfTestCheck
{
    public static IEnumerable<FileProblem> Find(ReadVerification read)
    {
        var own = new HashSet<Vendor>(read.Vendors);
        return read.Rules.Vendors.SelectMany(vendor => vendor.MustMatch.SelectMany(sample => MustMatch(read, vendor, sample, own)))
            .Concat(read.Vendors.SelectMany(vendor => vendor.MustNotMatch.SelectMany(sample => MustNotMatch(read, vendor, sample))))
            .Concat(read.Vendors.SelectMany(vendor => Uncovered(read, vendor)));
    }

    private static IEnumerable<FileProblem> MustMatch(ReadVerification read, Vendor vendor, SelfTest sample, HashSet<Vendor> own)
    {
        var met = read.Rules.Index.Find(sample.Evidence).ToLookup(match => match.Vendor.Id == vendor.Id);
        if (!met[true].Any() && own.Contains(vendor))
            yield return read.Problem(sample, $"{Text(sample)} must match '{vendor.Id}' and does not; correct the sample or add the indicator that it is a sample of");

        var shared = new HashSet<string>(met[true].SelectMany(match => match.Indicator.SharedWith), StringComparer.Ordinal);
        foreach (var other in met[false].Where(match => !shared.Contains(match.Vendor.Id)).GroupBy(match => match.Vendor.Id).Select(matches => matches.First()))
        {
            if (own.Contains(vendor)) yield return read.Problem(sample, $"{Text(sample)} must match '{vendor.Id}' alone and meets {Mark(other)} of '{other.Vendor.Id}'; correct the one that is wrong, or let both name each other in 'sharedWith'");
            else if (own.Contains(other.Vendor)) yield return read.Problem((object?)other.Entity ?? other.Indicator, $"{Mark(other)} meets {Text(sample)}, which is a sample of '{vendor.Id}' alone; make it more specific");
        }
    }

    private static IEnumerable<FileProblem> MustNotMatch(ReadVerification read, Vendor vendor, SelfTest sample) =>
        read.Rules.Index.Find(sample.Evidence).Where(match => match.Vendor.Id == vendor.Id).Take(1)
            .Select(match => read.Problem(sample, $"{Text(sample)} must not match '{vendor.Id}' and meets its {Mark(match)}; make that more specific or take the sample out"));

    private static IEnumerable<FileProblem> Uncovered(ReadVerification read, Vendor vendor)
    {
        var met = new HashSet<IndicatorKind>(vendor.MustMatch.SelectMany(sample => read.Rules.Index.Find(sample.Evidence)).Where(match => match.Vendor.Id == vendor.Id).Select(match => match.Indicator.Kind));
        return ReadVerification.Indicators(vendor).Where(indicator => met.Add(indicator.Kind))
            .Select(indicator => read.Problem(indicator, $"no sample of 'mustMatch' meets an indicator of the kind {RuleNames.Of(indicator.Kind)}; add one, as a build shows it"));
    }

    private static string Text(SelfTest sample) => $"{IndicatorReader.SampleName(sample.Evidence.Kind)} '{sample.Evidence.Value}'";

    private static string Mark(Match match) => $"{RuleNames.Of(match.Indicator.Kind)} '{match.Indicator.Value}'";
}

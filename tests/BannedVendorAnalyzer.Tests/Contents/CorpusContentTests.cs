using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Binaries;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Policy;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Rules.Verification;
using BannedVendorAnalyzer.Tests.Assemblies;
using BannedVendorAnalyzer.Tests.Binaries;
using BannedVendorAnalyzer.Tests.Findings;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Contents;

/// <summary>The labelled module names as imports of a real assembly and as real files, each in a package of its own.</summary>
public sealed class CorpusContentTests
{
    private static readonly RuleSet _rules = EmbeddedRulesTests.Rules;
    private static readonly ContentRelevance _wanted = ContentRelevance.Of(_rules.Index);
    private static readonly byte[] _library = new PeBuilder { Exports = ["start"] }.Build();
    private static readonly IReadOnlyList<CorpusRow> _rows = Corpus.Read("native-modules.tsv");

    [Fact]
    public void ModulesOfAVendor_AreFoundAsImportAndAsFile()
    {
        var rows = Labelled("yes");
        var wrong = rows.SelectMany(Inspections, (row, seen) => (row, seen)).Where(pair => !Vendors(pair.seen).SequenceEqual([pair.row["vendor"]]));

        Assert.InRange(rows.Count, 20, int.MaxValue);
        EmbeddedRulesTests.AssertNone(wrong.Select(pair => $"{pair.row.Place}: {pair.row["module_as_written"]} meets [{string.Join(", ", Vendors(pair.seen))}]"), "Read these as their vendor's.");
    }

    [Fact]
    public void ModulesOfSeveralMakers_AreAtMostReviewForAnybody()
    {
        var rows = Labelled("ambiguous");
        var wrong = rows.SelectMany(Inspections, (row, seen) => (row, seen)).Where(pair => Gravest(pair.seen) > Verdict.Review);

        Assert.InRange(rows.Count, 5, int.MaxValue);
        EmbeddedRulesTests.AssertNone(wrong.Select(pair => $"{pair.row.Place}: {pair.row["module_as_written"]}"), "A name alone does not decide these.");
    }

    [Fact]
    public void ModulesOfOthers_MeetNothing()
    {
        var rows = Labelled("no");
        var wrong = rows.SelectMany(Inspections, (row, seen) => (row, seen)).Where(pair => pair.seen.Evidence.Count > 0);

        Assert.InRange(rows.Count, 90, int.MaxValue);
        EmbeddedRulesTests.AssertNone(wrong.Select(pair => $"{pair.row.Place}: {pair.row["module_as_written"]}"), "No rule may know these.");
    }

    private static List<CorpusRow> Labelled(string match) => [.. _rows.Where(row => row["match"] == match)];

    private static IEnumerable<ContentInspection> Inspections(CorpusRow row)
    {
        var module = row["module_as_written"];
        yield return Inspect("lib/net8.0/Contoso.dll", new AssemblyImage { Name = "Contoso", Imports = [(module, "Init")] }.Build());
        yield return Inspect($"native/{module[(module.LastIndexOfAny(['/', '\\']) + 1)..]}", _library);
    }

    private static ContentInspection Inspect(string file, byte[] bytes)
    {
        var inspection = ContentInspector.Inspect(ZipContents.Of("contoso.nupkg", new ByteArraySource(new RawZip().Add(file, bytes).Build())), _wanted);
        Assert.Empty(inspection.Problems.Concat(inspection.Damaged));
        return inspection;
    }

    private static IEnumerable<string> Vendors(ContentInspection inspection) => inspection.Evidence.SelectMany(_rules.Index.Find).Select(match => match.Vendor.Id).Distinct();

    private static Verdict Gravest(ContentInspection inspection) =>
        _rules.Audiences.Select(audience => new Judge(_rules, new CheckContext([audience.Id], AudienceIsDefault: false, TestRules.Day(Judging.Today))))
            .SelectMany(judge => judge.Evaluate(inspection.Evidence)).Select(judgement => judgement.Verdict).DefaultIfEmpty(Verdict.Clear).Max();
}

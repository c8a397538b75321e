using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Tests.Rules;

public sealed class CorpusRecallTests
{
    private static readonly HashSet<string> Vendors = [.. EmbeddedRulesTests.Rules.Vendors.Select(vendor => vendor.Id)];

    [Fact]
    public void ModulesOfTheVendors_MeetTheirVendorOnce()
    {
        var rows = Corpus.Read("native-modules.tsv").Where(row => row["match"] == "yes" && Vendors.Contains(row["vendor"])).ToList();
        var wrong = rows.Where(row => row.Evidence.Any(module => !EmbeddedRulesTests.Rules.Index.Find(module).Select(match => match.Vendor.Id).SequenceEqual([row["vendor"]])));

        Assert.True(rows.Count >= 14, $"Only {rows.Count} rows were read.");
        EmbeddedRulesTests.AssertNone(wrong.Select(row => $"{row.Place}: {row["module_as_written"]} ({row["vendor"]})"), "Record these modules once, at their vendor.");
    }

    [Fact]
    public void ImportedModule_IsBoundAndShippedFileIsContained()
    {
        var row = Corpus.Read("native-modules.tsv").First(row => row["vendor"] == "hikvision" && row["match"] == "yes");

        Assert.Equal([Relation.Binds, Relation.Contains], row.Evidence.SelectMany(EmbeddedRulesTests.Rules.Index.Find).Select(match => match.Relation));
    }

    [Fact]
    public void NamesThatSeveralMakersUse_AreAtMostNames()
    {
        var rows = Corpus.Read("native-modules.tsv").Where(row => row["match"] == "ambiguous").ToList();
        var met = rows.SelectMany(row => row.Evidence).SelectMany(EmbeddedRulesTests.Rules.Index.Find).ToList();

        Assert.All(met, match => Assert.Equal(Relation.Name, match.Relation));
        Assert.Contains(met, match => match.Evidence.Value == "PlayCtrl.dll");
    }
}

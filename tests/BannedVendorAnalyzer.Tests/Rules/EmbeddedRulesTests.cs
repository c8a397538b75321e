using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Tests.Rules;

public sealed class EmbeddedRulesTests
{
    public static RuleSet Rules { get; } = Read();

    [Fact]
    public void Files_AreThoseOfTheRepository()
    {
        var folder = Path.Combine(Repository.Root, "rules");
        var expected = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        Assert.Equal(expected, EmbeddedRules.Files().Select(file => file.Path));
    }

    [Fact]
    public void SelfTests_Hold()
    {
        var wrong = Rules.Vendors.SelectMany(vendor =>
            vendor.MustMatch.Where(sample => !Recognised(sample).SequenceEqual([vendor.Id])).Select(sample => Sample(vendor, sample, "must match it alone and matches", Recognised(sample)))
                .Concat(vendor.MustNotMatch.Where(sample => Recognised(sample).Contains(vendor.Id)).Select(sample => Sample(vendor, sample, "must not match it and matches", Recognised(sample)))));

        AssertNone(wrong, "Correct the indicators or the samples of these vendors.");
    }

    [Fact]
    public void EveryIndicatorKind_IsCoveredByASample()
    {
        var wrong = Rules.Vendors.SelectMany(vendor =>
        {
            var met = vendor.MustMatch.SelectMany(sample => Rules.Index.Find(sample.Evidence)).Select(match => match.Indicator.Kind).ToHashSet();
            return Indicators(vendor).Select(indicator => indicator.Kind).Distinct().Where(kind => !met.Contains(kind)).Select(kind => $"{vendor.Id}: {RuleNames.Of(kind)}");
        });

        AssertNone(wrong, "Add a sample to 'mustMatch' for each kind of indicator that the vendor uses.");
    }

    [Fact]
    public void Indicators_AreSortedAndWrittenNormalised()
    {
        var lists = Rules.Vendors.SelectMany(vendor => vendor.Products.Select(product => (Place: $"{vendor.Id}/{product.Id}", product.Indicators)).Prepend((Place: vendor.Id, vendor.Indicators)));
        var unsorted = lists.Where(list => !list.Indicators.Select(Key).SequenceEqual(list.Indicators.Select(Key).Order(StringComparer.Ordinal))).Select(list => list.Place);
        var raw = lists.SelectMany(list => list.Indicators.Where(indicator => indicator.Kind == IndicatorKind.NativeLibrary && NameMatcher.NativeLibrary(indicator.Value) != indicator.Value)
            .Select(indicator => $"{list.Place}: {indicator.Value}"));

        AssertNone(unsorted.Concat(raw), "Sort indicators by kind and then value, ordinally, and write module names in their normalised form.");
    }

    [Fact]
    public void ListingsAndProducts_AreSorted()
    {
        var wrong = Rules.Vendors.Where(vendor =>
            !vendor.Listings.Select(listing => listing.Authority).SequenceEqual(vendor.Listings.Select(listing => listing.Authority).Order(StringComparer.Ordinal))
            || !vendor.Products.Select(product => product.Id).SequenceEqual(vendor.Products.Select(product => product.Id).Order(StringComparer.Ordinal)));

        AssertNone(wrong.Select(vendor => vendor.Id), "Sort listings by authority and products by id.");
    }

    [Fact]
    public void Indicators_BelongToOneVendor()
    {
        var wrong = Rules.Vendors.SelectMany(vendor => Indicators(vendor).Select(indicator => (vendor.Id, Form: $"{RuleNames.Of(indicator.Kind)} {RuleIndex.Normalise(indicator.Kind, indicator.Value)}")))
            .GroupBy(mark => mark.Form).Where(group => group.Count() > 1).Select(group => $"{group.Key}: {string.Join(", ", group.Select(mark => mark.Id))}");

        AssertNone(wrong, "Keep each mark once, at the one vendor and product it belongs to.");
    }

    [Fact]
    public void Authorities_AreAllUsed()
    {
        var used = Rules.Vendors.SelectMany(vendor => vendor.Listings).Select(listing => listing.Authority).ToHashSet();

        AssertNone(Rules.Authorities.Select(authority => authority.Id).Where(id => !used.Contains(id)), "List a vendor under these authorities or leave them out.");
    }

    [Fact]
    public void UsAudiences_AreUsPersons()
    {
        var wrong = Rules.Audiences.Where(audience => audience.Id.StartsWith("us-", StringComparison.Ordinal) && !Rules.Closure(audience.Id).Contains("us-person"));

        AssertNone(wrong.Select(audience => audience.Id), "Let these audiences imply 'us-person'.");
        Assert.Equal("us-federal-contractor", Rules.DefaultAudience);
        Assert.Contains("us-federal-contractor", Rules.Closure("us-dod-contractor"));
        Assert.Contains("us-federal-agency", Rules.Closure("us-intelligence-community"));
    }

    /// <summary>Messages go on behind these texts.</summary>
    [Fact]
    public void ProvisionTexts_HaveNoFullStop()
    {
        var wrong = Rules.Authorities.SelectMany(authority => authority.Provisions.SelectMany(provision => new[] { provision.Text, provision.Why, provision.Remedy })
            .Where(text => text is not null && text.TrimEnd().EndsWith('.')).Select(text => $"{authority.Id}: {text}"));

        AssertNone(wrong, "Write 'text', 'why' and 'remedy' without a full stop.");
    }

    internal static void AssertNone(IEnumerable<string> offenders, string advice)
    {
        var all = offenders.ToList();
        Assert.True(all.Count == 0, $"{advice}\n{string.Join('\n', all)}");
    }

    private static RuleSet Read()
    {
        var (rules, problems) = RuleSetReader.Read(EmbeddedRules.Files());
        AssertNone(problems.Select(problem => problem.ToString()), "Correct the rules.");
        return rules!;
    }

    private static IEnumerable<Indicator> Indicators(Vendor vendor) => vendor.Indicators.Concat(vendor.Products.SelectMany(product => product.Indicators));

    private static string Key(Indicator indicator) => $"{RuleNames.Of(indicator.Kind)} {indicator.Value}";

    private static List<string> Recognised(SelfTest sample) => [.. Rules.Index.Find(sample.Evidence).Select(match => match.Vendor.Id).Distinct()];

    private static string Sample(Vendor vendor, SelfTest sample, string what, List<string> recognised) =>
        $"vendors/{vendor.Id}.json({sample.Line}): '{sample.Evidence.Value}' {what} {(recognised.Count == 0 ? "nobody" : string.Join(", ", recognised))}";
}

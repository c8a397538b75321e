using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>One order of everything, so that a change shows as a change and two people who add the same thing meet.</summary>
internal static class OrderCheck
{
    public static IEnumerable<FileProblem> Find(ReadVerification read) => read.Vendors.SelectMany(vendor =>
        Unsorted(read, vendor.Listings, listing => [listing.Authority, listing.From.ToString(), listing.Part ?? ""], "listings by authority, then 'from'", unique: true)
            .Concat(Unsorted(read, vendor.Products, product => [product.Id], "products by id", unique: false))
            .Concat(vendor.Products.Select(product => product.Indicators).Append(vendor.Indicators).SelectMany(list => Unsorted(read, list, Key, "indicators by kind, then value", unique: false)))
            .Concat(new[] { vendor.MustMatch, vendor.MustNotMatch }.SelectMany(samples => Unsorted(read, samples, Key, "samples by kind, then value", unique: true))));

    private static string[] Key(Indicator indicator) => [RuleNames.Of(indicator.Kind), indicator.Value];

    private static string[] Key(SelfTest sample) => [IndicatorReader.SampleName(sample.Evidence.Kind), sample.Evidence.Value];

    /// <summary>Told at each item that stands after one that belongs behind it.</summary>
    private static IEnumerable<FileProblem> Unsorted<T>(ReadVerification read, IReadOnlyList<T> items, Func<T, string[]> key, string order, bool unique) where T : class
    {
        for (var i = 1; i < items.Count; i++)
        {
            var (before, after) = (key(items[i - 1]), key(items[i]));
            var compared = before.Zip(after, string.CompareOrdinal).FirstOrDefault(difference => difference != 0);
            if (compared > 0) yield return read.Problem(items[i], $"sort {order}, ordinally: '{Last(after)}' belongs before '{Last(before)}'");
            if (compared == 0 && unique) yield return read.Problem(items[i], $"'{Last(after)}' stands here twice; take one out");
        }
    }

    private static string Last(string[] key) => string.Join(" ", key).TrimEnd();
}

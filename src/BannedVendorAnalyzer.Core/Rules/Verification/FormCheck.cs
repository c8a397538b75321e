using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Rules.Verification;

/// <summary>Forms of single values that the reader takes as they are, because nothing is judged by them.</summary>
internal static class FormCheck
{
    public static IEnumerable<FileProblem> Find(ReadVerification read)
    {
        foreach (var text in read.Texts)
        {
            if (text.Member == "entities.country" && !IsCode(text.Value)) yield return text.Problem($"'{text.Value}' is not a country; write two capital letters (ISO 3166-1), e.g. RU");
            if (text.Member == "jurisdiction" && !text.Value.Split('-').All(IsCode)) yield return text.Problem($"'{text.Value}' is not a jurisdiction; write a country in two capital letters, or with a part of it: US, US-TX");
        }

        foreach (var vendor in read.Vendors)
        {
            foreach (var product in vendor.Products.Where(product => product.Indicators.Count == 0 && !read.Damaged.Contains(read.Places.File(vendor))))
                yield return read.Problem(product, $"product '{product.Id}' has no indicator and is never met; record a mark of it or take it out");
            foreach (var indicator in ReadVerification.Indicators(vendor).Where(indicator => indicator.Kind == IndicatorKind.NativeLibrary && NameMatcher.NativeLibrary(indicator.Value) != indicator.Value))
                yield return read.Problem(indicator, $"write '{indicator.Value}' in the form in which it is compared: '{NameMatcher.NativeLibrary(indicator.Value)}'");
        }
    }

    private static bool IsCode(string text) => text.Length == 2 && text.All(letter => letter is >= 'A' and <= 'Z');
}

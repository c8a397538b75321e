using System.Globalization;

namespace BannedVendorAnalyzer.Bench;

/// <summary>Medians and spread; a mean hides the one slow run.</summary>
internal sealed record Figures(IReadOnlyList<double> Sorted)
{
    public double Median => Sorted[Sorted.Count / 2];

    public static Figures Of(IEnumerable<double> values) => new([.. values.Order()]);

    public static bool Say(string what, bool met)
    {
        Console.WriteLine($"{(met ? "met   " : "MISSED")}  {what}");
        return met;
    }

    public string Text(string unit) => string.Create(CultureInfo.InvariantCulture, $"median {Median:0.0} {unit} ({Sorted[0]:0.0} to {Sorted[^1]:0.0}, {Sorted.Count} values)");
}

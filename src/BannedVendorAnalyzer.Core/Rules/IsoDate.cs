using System.Globalization;

namespace BannedVendorAnalyzer.Rules;

/// <summary>A calendar date (ISO 8601, yyyy-MM-dd), without time or zone: authorities speak of days.</summary>
public readonly record struct IsoDate(DateTime Value) : IComparable<IsoDate>
{
    public static bool TryParse(string text, out IsoDate date)
    {
        var valid = DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value);
        date = new IsoDate(value);
        return valid;
    }

    public static bool operator <(IsoDate left, IsoDate right) => left.Value < right.Value;

    public static bool operator >(IsoDate left, IsoDate right) => left.Value > right.Value;

    public static bool operator <=(IsoDate left, IsoDate right) => left.Value <= right.Value;

    public static bool operator >=(IsoDate left, IsoDate right) => left.Value >= right.Value;

    public static IsoDate Later(IsoDate left, IsoDate right) => left > right ? left : right;

    public IsoDate AddDays(int days) => new(Value.AddDays(days));

    public int DaysUntil(IsoDate later) => (later.Value - Value).Days;

    public int CompareTo(IsoDate other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

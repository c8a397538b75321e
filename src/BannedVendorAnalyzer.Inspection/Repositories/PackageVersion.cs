using System.Globalization;

namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>Reads versions as files write them, far enough to find a package's folder (NuGet.Versioning, NuGetVersion and VersionRange).</summary>
internal static class PackageVersion
{
    private static readonly char[] Brackets = ['[', ']', '(', ')', ' '];

    /// <summary>The version, or the lowest that a range has, as package folders are named; null where none is named exactly.</summary>
    public static string? Lowest(string? text)
    {
        var first = (text ?? "").Split(',')[0].Trim(Brackets);
        var plain = first.Split('+')[0];
        var dash = plain.IndexOf('-');
        var (numbers, label) = dash < 0 ? (plain, "") : (plain.Substring(0, dash), plain.Substring(dash));
        var parts = numbers.Split('.');
        if (parts.Length is < 1 or > 4 || label.IndexOfAny(['/', '\\', '*']) >= 0) return null;
        var values = new List<int>();
        foreach (var part in parts)
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return null;
            values.Add(value);
        }

        while (values.Count < 3) values.Add(0);
        if (values.Count == 4 && values[3] == 0) values.RemoveAt(3);
        return string.Join(".", values.Select(value => value.ToString(CultureInfo.InvariantCulture))) + label.ToLowerInvariant();
    }

    /// <summary>Whether a folder can bear the id: it comes from files that anybody may have written.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= 100 && id.All(character => char.IsLetterOrDigit(character) || character is '.' or '-' or '_') && id.Trim('.').Length == id.Length;
}

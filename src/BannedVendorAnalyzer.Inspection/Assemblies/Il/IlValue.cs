namespace BannedVendorAnalyzer.Inspection.Assemblies.Il;

/// <summary>What is known of a value on the stack: the constants it can be, or the elements of a new array.</summary>
/// <param name="Texts">Empty where nothing is known.</param>
/// <param name="Elements">Of an array that the method fills; null otherwise.</param>
internal sealed record IlValue(IReadOnlyList<string> Texts, List<IlValue>? Elements = null)
{
    private const int MostTexts = 16;

    public static readonly IlValue Unknown = new([]);

    public static IlValue Of(string text) => new([text]);

    /// <summary>Either of the two, as where two branches meet.</summary>
    public IlValue Or(IlValue other)
    {
        if (ReferenceEquals(this, other) || other.Texts.Count == 0) return Elements is null && Texts.Count == 0 ? other : this;
        return Texts.Count == 0 ? other : new IlValue([.. Texts.Concat(other.Texts).Distinct().Take(MostTexts)]);
    }

    /// <summary>
    /// Texts one behind the other. Of what is not known in front, the last path part is left; what is not known behind is mostly an
    /// extension, which no comparison needs.
    /// </summary>
    public static IlValue Concat(IReadOnlyList<IlValue> parts)
    {
        var unknown = LastUnknown(parts);
        if (unknown < 0) return Join(parts, "");
        if (unknown == parts.Count - 1) return parts.Take(unknown).All(part => part.Texts.Count > 0) ? Join([.. parts.Take(unknown)], "") : Unknown;
        var known = Join([.. parts.Skip(unknown + 1)], "").Texts.Where(text => text.IndexOfAny(['/', '\\']) >= 0).ToList();
        return new IlValue(known);
    }

    /// <summary>Path.Combine: of a path whose last parts are known these are enough.</summary>
    public static IlValue Combine(IReadOnlyList<IlValue> parts) => Join([.. parts.Skip(LastUnknown(parts) + 1)], "/");

    private static int LastUnknown(IReadOnlyList<IlValue> parts)
    {
        for (var i = parts.Count - 1; i >= 0; i--)
            if (parts[i].Texts.Count == 0) return i;
        return -1;
    }

    private static IlValue Join(IReadOnlyList<IlValue> parts, string separator)
    {
        IEnumerable<string> joined = [];
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            joined = i == 0 ? part.Texts : [.. joined.SelectMany(start => part.Texts.Select(text => start + separator + text)).Where(text => text.Length <= MetadataImage.MostNameBytes).Take(MostTexts)];
        }

        return new IlValue([.. joined]);
    }
}

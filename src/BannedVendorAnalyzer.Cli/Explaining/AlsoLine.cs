namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>What a word could mean beside what was explained, and how to ask for it.</summary>
internal static class AlsoLine
{
    /// <returns>Null where it can mean nothing else.</returns>
    public static string? Of(string word, Meanings meanings, PackageSearch search)
    {
        var isPackage = !meanings.IsId && search.Packages.Count > 0;
        var explained = meanings.ById ?? (!isPackage && meanings.Authority is null && meanings.ByName is [var named, ..] ? named : null);
        List<string> others = [.. meanings.ByName.Where(vendor => vendor != explained).Select(vendor => $"vendor {vendor.Name} (explain {vendor.Id})")];
        if (!isPackage) others.AddRange(search.Packages.Select(package => $"package {package.Component.Key} (explain {package.Component.Key})"));
        var isIdOfPackage = isPackage || (explained is null && meanings.Authority is null);
        if (!isIdOfPackage && search.Packages.Count == 0 && meanings.AsPackageId.Count > 0) others.Add($"a package of that id, which would meet an indicator (explain {word}/VERSION)");
        return others.Count == 0 ? null : $"'{word}' could also mean: {string.Join("; ", others.Distinct(StringComparer.Ordinal))}";
    }
}

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>A package as the user names it.</summary>
/// <param name="Version">Null for every version.</param>
internal sealed record PackageKey(string Id, string? Version)
{
    /// <summary>The longest id that NuGet takes (NuGet.Packaging, PackageIdValidator).</summary>
    private const int MostCharacters = 100;

    /// <returns>Null where no package can have that name.</returns>
    public static PackageKey? Parse(string word)
    {
        var parts = word.Split('/');
        var isId = parts.Length <= 2 && parts[0].Length is > 0 and <= MostCharacters && parts[0].All(character => char.IsLetterOrDigit(character) || character is '.' or '-' or '_');
        return isId && parts[^1].Length > 0 ? new PackageKey(parts[0], parts.Length == 2 ? parts[1] : null) : null;
    }

    public bool Is(string id, string version) =>
        string.Equals(Id, id, StringComparison.OrdinalIgnoreCase) && (Version is null || string.Equals(Version, version, StringComparison.OrdinalIgnoreCase));
}

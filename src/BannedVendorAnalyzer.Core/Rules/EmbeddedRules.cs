namespace BannedVendorAnalyzer.Rules;

/// <summary>The rules that this assembly was built with, so that every host of one version judges alike.</summary>
public static class EmbeddedRules
{
    private const string Folder = "rules/";

    public static IReadOnlyList<RuleFile> Files()
    {
        var assembly = typeof(EmbeddedRules).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .OrderBy(name => name, StringComparer.Ordinal)
            .Select(name => new RuleFile(name.Substring(Folder.Length), Read(assembly, name)))];
    }

    private static byte[] Read(System.Reflection.Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

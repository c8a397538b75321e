namespace BannedVendorAnalyzer.Policy;

/// <summary>What an exception is for, out of the members of its entry.</summary>
internal static class WaivedContentReader
{
    private static readonly string[] OfPackage = ["package", "version", "sha512"];
    private static readonly string[] OfFile = ["file", "sha256"];

    /// <summary>Those of which an entry has some.</summary>
    public static readonly string[] Members = [.. OfPackage, .. OfFile];

    /// <param name="texts">Members of the entry by name.</param>
    /// <returns>Null where they name neither a package nor a file, or both.</returns>
    public static WaivedContent? Of(Dictionary<string, string> texts)
    {
        if (OfPackage.All(texts.ContainsKey) && !OfFile.Any(texts.ContainsKey)) return new WaivedContent(false, texts["package"], texts["version"], texts["sha512"]);
        return OfFile.All(texts.ContainsKey) && !OfPackage.Any(texts.ContainsKey) ? new WaivedContent(true, texts["file"], "", texts["sha256"]) : null;
    }
}

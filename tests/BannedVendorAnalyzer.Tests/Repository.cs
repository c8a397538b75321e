namespace BannedVendorAnalyzer.Tests;

/// <summary>The clone that the tests run from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    // Not by the path of this file: a CI build replaces it to be reproducible.
    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "BannedVendorAnalyzer.snk"))) return folder.FullName;

        throw new DirectoryNotFoundException($"No BannedVendorAnalyzer.snk above '{AppContext.BaseDirectory}'.");
    }
}

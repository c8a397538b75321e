namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>Which folders of a repository hold what people wrote.</summary>
public static class SearchedFolders
{
    /// <summary>What version control, editors and package managers keep for themselves.</summary>
    private static readonly string[] ToolFolders = [".git", ".hg", ".svn", ".vs", ".idea", "node_modules"];

    /// <summary>What a build writes; of that name only beside a project.</summary>
    private static readonly string[] OutputFolders = ["bin", "obj"];

    /// <summary>Links are not followed: they may lead round in a circle.</summary>
    public static bool IsSearched(string folder, bool besideProject)
    {
        var name = Path.GetFileName(folder);
        if (ToolFolders.Contains(name, StringComparer.OrdinalIgnoreCase) || (besideProject && OutputFolders.Contains(name, StringComparer.OrdinalIgnoreCase))) return false;
        return (File.GetAttributes(folder) & FileAttributes.ReparsePoint) == 0;
    }
}

using System.Collections.Concurrent;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Inspection.Packages;

namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>Packages as they lie in package folders, for files that name a package and no assets file tells what is in it. Safe for several threads.</summary>
/// <param name="folders">Full paths; the global packages folder first.</param>
public sealed class InstalledPackages(IReadOnlyList<string> folders)
{
    private const int MostBytes = 64 * 1024;

    private readonly ConcurrentDictionary<string, AssetsLibrary?> _found = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Folders => folders;

    /// <param name="version">As the file writes it.</param>
    /// <returns>What an assets file would list; null where no folder has it.</returns>
    public AssetsLibrary? Find(string id, string? version)
    {
        if (PackageVersion.Lowest(version) is not { } exact || !PackageVersion.IsId(id)) return null;
        var path = $"{id.ToLowerInvariant()}/{exact}";
        return _found.GetOrAdd($"{id}/{exact}", _ => folders.Select(folder => Path.Combine(folder, path)).FirstOrDefault(Directory.Exists) is { } found ? Listed(id, exact, path, found) : null);
    }

    private static AssetsLibrary Listed(string id, string version, string path, string folder)
    {
        var metadata = Path.Combine(folder, PackageMetadata.FileName);
        var hash = BoundedFile.Read(metadata, "package's metadata", MostBytes).Bytes is { } bytes ? PackageMetadata.Parse(metadata, bytes).ContentHash : null;
        return new AssetsLibrary(id, version, IsProject: false, path, [.. FolderContents.Of(folder).Entries.Select(entry => entry.Path)], hash);
    }
}

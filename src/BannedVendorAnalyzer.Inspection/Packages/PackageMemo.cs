using System.Collections.Concurrent;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Inspection.Packages;

/// <summary>Projects share most of their packages; each is read once, and of what was read only that is kept by which it can be judged. Safe for several threads.</summary>
public sealed class PackageMemo(RuleIndex index)
{
    /// <summary>What of contents is kept.</summary>
    public ContentRelevance Wanted { get; } = ContentRelevance.Of(index);

    private readonly ConcurrentDictionary<string, Lazy<PackageInspection>> _inspections = new(StringComparer.Ordinal);

    public PackageInspection Inspect(AssetsLibrary library, IReadOnlyList<string> folders) =>
        _inspections.GetOrAdd($"{string.Join("|", folders)}|{library.Key}|{Listing(library)}", _ => new Lazy<PackageInspection>(() => PackageInspector.Inspect(library, folders, Wanted).Relevant(index))).Value;

    /// <summary>Assets files that list other files or another hash for the same package are not the same evidence, whichever project comes first.</summary>
    private static string Listing(AssetsLibrary library)
    {
        var hash = 17;
        foreach (var file in library.Files) hash = unchecked(hash * 31 + StringComparer.Ordinal.GetHashCode(file));
        return $"{library.Path}|{library.Sha512}|{hash}";
    }
}

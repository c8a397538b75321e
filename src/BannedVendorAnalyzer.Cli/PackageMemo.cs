using System.Collections.Concurrent;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli;

/// <summary>Projects share most of their packages; each is read once, and of what was read only that is kept by which it can be judged.</summary>
internal sealed class PackageMemo(RuleIndex index)
{
    private readonly ConcurrentDictionary<string, Lazy<PackageInspection>> _inspections = new(StringComparer.Ordinal);

    public PackageInspection Inspect(AssetsLibrary library, IReadOnlyList<string> folders)
    {
        var key = $"{string.Join('|', folders)}|{library.Key}|{Listing(library)}";
        return _inspections.GetOrAdd(key, _ => new Lazy<PackageInspection>(() => Kept(PackageInspector.Inspect(library, folders)))).Value;
    }

    /// <summary>Nobody asks within one run whether the package would be seen again.</summary>
    private PackageInspection Kept(PackageInspection inspection) => inspection.Relevant(index) with { Witnesses = [] };

    /// <summary>Assets files that list other files for the same package are not the same evidence, whichever project comes first.</summary>
    private static int Listing(AssetsLibrary library)
    {
        var hash = new HashCode();
        hash.Add(library.Path);
        foreach (var file in library.Files) hash.Add(file);
        return hash.ToHashCode();
    }
}

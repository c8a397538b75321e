using System.Collections.Concurrent;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli;

/// <summary>Projects share most of their packages; each is read once, and of what was read only that is kept by which it can be judged.</summary>
internal sealed class PackageMemo(RuleIndex index)
{
    private readonly ConcurrentDictionary<Key, Lazy<PackageInspection>> _inspections = new();

    public PackageInspection Inspect(AssetsLibrary library, IReadOnlyList<string> folders)
    {
        var key = new Key(string.Join('|', folders), library.Key, Listing(library));
        return _inspections.GetOrAdd(key, _ => new Lazy<PackageInspection>(() => Relevant(PackageInspector.Inspect(library, folders)))).Value;
    }

    /// <summary>Most packages meet no indicator; their thousands of file names would otherwise stay in memory until the report.</summary>
    private PackageInspection Relevant(PackageInspection inspection) =>
        inspection with { Component = inspection.Component with { Evidence = [.. inspection.Component.Evidence.Where(item => index.Find(item).Any())] } };

    /// <summary>Assets files that list other files for the same package are not the same evidence, whichever project comes first.</summary>
    private static int Listing(AssetsLibrary library)
    {
        var hash = new HashCode();
        hash.Add(library.Path);
        foreach (var file in library.Files) hash.Add(file);
        return hash.ToHashCode();
    }

    private readonly record struct Key(string Folders, string Package, int Listing);
}

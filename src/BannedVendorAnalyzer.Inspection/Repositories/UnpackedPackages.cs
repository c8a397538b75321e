using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Inspection.Packages;

namespace BannedVendorAnalyzer.Inspection.Repositories;

/// <summary>
/// Packages of packages.config as NuGet unpacks them: <c>packages/Id.Version/</c> beside the solution, or where the NuGet.config above says, each with its
/// archive in it, which alone holds nuspec and signature.
/// </summary>
internal static class UnpackedPackages
{
    /// <param name="folder">Of the file that names the package.</param>
    /// <returns>Null where it is not unpacked; the hash of the archive in base64, empty where there is none.</returns>
    public static (PackageInspection Inspection, string Hash)? Inspect(string id, string version, string folder, ContentRelevance wanted)
    {
        if (!PackageVersion.IsId(id) || Find(id, version, folder) is not { } found) return null;
        var archive = Path.Combine(found, $"{Path.GetFileName(found)}.nupkg");
        var contents = ContentInspector.Inspect(FolderContents.Of(found), wanted);
        if (!File.Exists(archive)) return (Of(id, version, [], contents, []), "");

        // What lies unpacked beside the archive is what the build takes, so the archive's own files would only say the same once more.
        var packed = PackageArchive.Inspect(archive, wanted);
        bool IsOfArchive(string? file) => file?.StartsWith(Path.GetFileName(archive) + "!", StringComparison.Ordinal) == true;
        var unpacked = contents with { Evidence = [.. contents.Evidence.Where(evidence => !IsOfArchive(evidence.File))] };
        return (Of(id, version, packed.Component.Evidence, unpacked, packed.Problems), FileHash.Sha512(archive) ?? "");
    }

    private static PackageInspection Of(string id, string version, IReadOnlyList<EvidenceItem> packed, ContentInspection contents, IReadOnlyList<Diagnostics.FileProblem> problems) => new(
        new PackageComponent(id, version, [.. new[] { new EvidenceItem(EvidenceKind.PackageId, id) }.Concat(packed).Concat(contents.Evidence).Distinct()]),
        [.. problems.Concat(contents.Problems).Distinct()],
        contents.Damaged,
        contents.Scanned,
        []);

    private static string? Find(string id, string version, string folder)
    {
        string?[] versions = [version, PackageVersion.Lowest(version)];
        var names = versions.Where(one => one is not null && one.IndexOfAny(['/', '\\']) < 0).Select(one => $"{id}.{one}").Distinct().ToList();
        return Places(folder).SelectMany(place => names.Select(name => Path.Combine(place, name))).FirstOrDefault(Directory.Exists);
    }

    private static IEnumerable<string> Places(string folder)
    {
        for (var here = folder; here is not null; here = Path.GetDirectoryName(here))
        {
            foreach (var config in RepositoryFiles.NugetConfigs(here))
                foreach (var place in NugetConfigReader.ConfigPackageFolders(config)) yield return place;
            yield return Path.Combine(here, "packages");
        }
    }
}

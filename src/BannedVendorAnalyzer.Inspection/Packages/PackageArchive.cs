using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection.Binaries;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Inspection.Packages.Signatures;

namespace BannedVendorAnalyzer.Inspection.Packages;

/// <summary>Reads a package that is still in its archive, a <c>.nupkg</c>, into evidence.</summary>
public static class PackageArchive
{
    private const int MostBytes = 4 * 1024 * 1024;

    public static bool IsArchive(string path) => path.EndsWith(".nupkg", StringComparison.OrdinalIgnoreCase);

    /// <param name="path">Full path.</param>
    /// <param name="wanted">What of the contents of files is kept.</param>
    /// <param name="saw">Told of every binary and archive inside.</param>
    public static PackageInspection Inspect(string path, ContentRelevance wanted, Action<SeenFile>? saw = null)
    {
        PackageInspection? inspection = null;
        var problem = FileContents.IsEmpty(path) ? FileProblem.Of(path, "the archive is empty") : FileContents.Read(path, source => inspection = Inspect(ZipContents.Of(path, source), wanted, saw).Inspection);
        inspection ??= new PackageInspection(Unnamed(path, []), [], [], ScanSize.None, []);
        return problem is null ? inspection : inspection with { Problems = [.. inspection.Problems, problem] };
    }

    /// <param name="name">Only named in problems.</param>
    /// <param name="archive">Wherever it is.</param>
    /// <returns>With the nuspec as it is written; null where there is none that can be read.</returns>
    public static (PackageInspection Inspection, byte[]? Nuspec) Inspect(string name, IByteSource archive, ContentRelevance wanted) => Inspect(ZipContents.Of(name, archive), wanted, null);

    private static (PackageInspection Inspection, byte[]? Nuspec) Inspect(ZipContents contents, ContentRelevance wanted, Action<SeenFile>? saw)
    {
        var problems = new List<FileProblem>();
        var (nuspec, file, written) = Nuspec(contents, problems);
        List<EvidenceItem> evidence = [.. nuspec is null ? [] : PublisherEvidence.Of(nuspec, file), .. Signature(contents, problems)];
        var inside = ContentInspector.Inspect(contents, wanted, saw);
        evidence.AddRange(inside.Evidence);
        var component = nuspec?.Id is { } id ? new PackageComponent(id, nuspec.Version ?? "", [new(EvidenceKind.PackageId, id), .. evidence.Distinct()]) : Unnamed(contents.Path, evidence);
        return (new PackageInspection(component, [.. problems, .. inside.Problems], inside.Damaged, inside.Scanned, []) { DependsOn = nuspec?.DependsOn ?? [] }, nuspec is null ? null : written);
    }

    /// <summary>Of a package that does not say its name, the name of the file is all there is to call it; it is no evidence.</summary>
    private static PackageComponent Unnamed(string path, IReadOnlyList<EvidenceItem> evidence) => new(Path.GetFileNameWithoutExtension(path), "", evidence);

    /// <summary>NuGet takes the one in the root (NuGet.Packaging, PackageArchiveReader).</summary>
    private static (Nuspec? Nuspec, string File, byte[]? Bytes) Nuspec(ZipContents contents, List<FileProblem> problems)
    {
        // An archive that cannot be read at all is one problem, which its contents tell.
        if (contents.Entries.Count == 0 && contents.Problems.Count > 0) return (null, "", null);
        var files = contents.Entries.Where(entry => entry.Path.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase) && entry.Path.IndexOf('/') < 0).ToList();
        if (files.Count != 1)
        {
            problems.Add(FileProblem.Of(contents.Path, files.Count == 0 ? "the archive has no nuspec in its root, so whose package it is cannot be said" : "the archive has several nuspecs in its root, so which package it is cannot be said"));
            return (null, "", null);
        }

        if (Read(contents, files[0], problems) is not { } bytes) return (null, "", null);
        var (nuspec, problem) = NuspecReader.Parse($"{contents.Path}/{files[0].Path}", bytes);
        if (problem is not null) problems.Add(problem);
        else if (nuspec!.Id is null) problems.Add(FileProblem.Of($"{contents.Path}/{files[0].Path}", "the nuspec names no id, so which package it is cannot be said"));
        return (nuspec, files[0].Path, bytes);
    }

    private static IEnumerable<EvidenceItem> Signature(ZipContents contents, List<FileProblem> problems)
    {
        if (contents.Entries.FirstOrDefault(entry => entry.Path == PackageInspector.SignatureFile) is not { } file || Read(contents, file, problems) is not { } bytes) return [];
        if (PackageSignatureReader.TryRead(bytes, out var signature, out var message)) return PublisherEvidence.Of(signature!, file.Path);
        problems.Add(FileProblem.Of($"{contents.Path}/{file.Path}", $"the signature cannot be read: {message}"));
        return [];
    }

    /// <returns>Null where it cannot be read, which is then a problem; one of the archive itself is told when its contents are inspected.</returns>
    private static byte[]? Read(ZipContents contents, ContentEntry entry, List<FileProblem> problems)
    {
        if (entry.Length > MostBytes)
        {
            problems.Add(FileProblem.Of($"{contents.Path}/{entry.Path}", $"the file has {entry.Length} bytes; more than {MostBytes} are not read"));
            return null;
        }

        var bytes = new byte[entry.Length];
        var read = 0;
        var problem = contents.Read(entry, source => read = source.Read(0, bytes, 0, bytes.Length));
        if (problem is not null) problems.Add(problem);
        return problem is null && read == bytes.Length ? bytes : null;
    }
}

using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection.Cache;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Inspection.Packages.Signatures;

namespace BannedVendorAnalyzer.Inspection.Packages;

/// <summary>Reads one restored package into evidence: its id, its nuspec and signature, the names of its files and what is in them.</summary>
public static class PackageInspector
{
    /// <summary>Listed among the files of every signed package.</summary>
    public const string SignatureFile = ".signature.p7s";

    private const int MostBytes = 4 * 1024 * 1024;

    /// <param name="folders">Package folders in the order of the assets file.</param>
    /// <param name="wanted">What of the contents of files is kept.</param>
    public static PackageInspection Inspect(AssetsLibrary library, IReadOnlyList<string> folders, ContentRelevance wanted)
    {
        var evidence = new List<EvidenceItem> { new(EvidenceKind.PackageId, library.Id) };
        var problems = new List<FileProblem>();
        var witnesses = new List<FileWitness>();
        evidence.AddRange(FileNames.Evidence(library.Files));
        if (Folder(library, folders) is not { } folder)
        {
            problems.Add(FileProblem.Of(folders[0], $"the folder of package '{library.Key}' is gone from every package folder; restore the project again"));
            return new PackageInspection(new PackageComponent(library.Id, library.Version, evidence), problems, [], new ScanSize(library.Files.Count, 0), witnesses);
        }

        var bytes = CheckContent(library, folder, problems, witnesses) + AddNuspec(library, folder, evidence, problems, witnesses) + AddSignature(library, folder, evidence, problems, witnesses);
        var contents = ContentInspector.Inspect(FolderContents.Of(folder), wanted);
        return new PackageInspection(
            new PackageComponent(library.Id, library.Version, [.. evidence.Concat(contents.Evidence).Distinct()]),
            [.. problems, .. contents.Problems],
            contents.Damaged,
            new ScanSize(library.Files.Count, contents.Scanned.Bytes + bytes),
            witnesses);
    }

    private static string? Folder(AssetsLibrary library, IReadOnlyList<string> folders)
    {
        // The path comes from a file that anybody may have written: it must stay below the package folder.
        if (library.Path is not { Length: > 0 } path || Path.IsPathRooted(path) || path.Split('/', '\\').Contains("..")) return null;
        return folders.Select(folder => Path.Combine(folder, path)).FirstOrDefault(Directory.Exists);
    }

    /// <summary>The names of files come from the assets file: they must be of what lies in the folder, and not of what an emptied folder held before.</summary>
    /// <returns>How many bytes were read.</returns>
    private static int CheckContent(AssetsLibrary library, string folder, List<FileProblem> problems, List<FileWitness> witnesses)
    {
        var path = Path.Combine(folder, PackageMetadata.FileName);
        var witness = FileWitness.Of(path);
        if (!library.Files.Contains(SignatureFile)) witnesses.Add(witness);
        if (library.Sha512 is null || !witness.Exists || Read(path, "package's metadata", problems) is not { } bytes) return 0;
        var (hash, problem) = PackageMetadata.Parse(path, bytes);
        if (problem is not null) problems.Add(problem);
        if (hash is not null && hash != library.Sha512) problems.Add(FileProblem.Of(path, $"the folder of package '{library.Key}' holds other contents than were restored for this project; restore it again (dotnet restore --force)"));
        return bytes.Length;
    }

    /// <returns>How many bytes were read.</returns>
    private static int AddNuspec(AssetsLibrary library, string folder, List<EvidenceItem> evidence, List<FileProblem> problems, List<FileWitness> witnesses)
    {
        var file = library.Files.FirstOrDefault(name => name.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase) && name.IndexOfAny(['/', '\\', ':']) < 0) ?? $"{library.Id.ToLowerInvariant()}.nuspec";
        var path = Path.Combine(folder, file);

        // The signature stands for the whole package; one without is told by its nuspec.
        if (!library.Files.Contains(SignatureFile)) witnesses.Add(FileWitness.Of(path));
        if (Read(path, "nuspec", problems) is not { } bytes) return 0;
        var (nuspec, problem) = NuspecReader.Parse(path, bytes);
        if (problem is not null) problems.Add(problem);
        if (nuspec is null) return bytes.Length;
        evidence.AddRange(PublisherEvidence.Of(nuspec, file));
        return bytes.Length;
    }

    /// <returns>How many bytes were read.</returns>
    private static int AddSignature(AssetsLibrary library, string folder, List<EvidenceItem> evidence, List<FileProblem> problems, List<FileWitness> witnesses)
    {
        var path = Path.Combine(folder, SignatureFile);
        var listed = library.Files.Contains(SignatureFile);
        var witness = FileWitness.Of(path);
        witnesses.Add(witness);
        if (listed != witness.Exists)
        {
            problems.Add(FileProblem.Of(path, listed
                ? $"package '{library.Key}' was signed when it was restored and its signature is gone; restore the package again"
                : $"a signature stands here that package '{library.Key}' did not have when it was restored; restore the package again"));
            return 0;
        }

        if (!listed || Read(path, "signature", problems) is not { } bytes) return 0;
        if (PackageSignatureReader.TryRead(bytes, out var signature, out var message)) evidence.AddRange(PublisherEvidence.Of(signature!, SignatureFile));
        else problems.Add(FileProblem.Of(path, $"the signature cannot be read: {message}; restore the package again"));
        return bytes.Length;
    }

    private static byte[]? Read(string path, string what, List<FileProblem> problems)
    {
        var (bytes, problem) = BoundedFile.Read(path, what, MostBytes);
        if (problem is not null) problems.Add(problem);
        return bytes;
    }
}

using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection.Packages.Signatures;

namespace BannedVendorAnalyzer.Inspection.Packages;

/// <param name="Problems">What could not be looked at; the component holds what could.</param>
/// <param name="Files">How many files the package has.</param>
public sealed record PackageInspection(PackageComponent Component, IReadOnlyList<FileProblem> Problems, int Files);

/// <summary>Reads one restored package into evidence: its id, the names of its files, its nuspec and its signature.</summary>
public static class PackageInspector
{
    private const string SignatureFile = ".signature.p7s";
    private const int MostSignatureBytes = 4 * 1024 * 1024;

    /// <summary>What no loader takes for code under any name; everything else counts by its name.</summary>
    private static readonly HashSet<string> Texts = new(StringComparer.OrdinalIgnoreCase)
    {
        ".xml", ".md", ".txt", ".json", ".props", ".targets", ".pdb", ".resx", ".png", ".jpg", ".svg", ".css", ".html", ".cs", ".vb", ".fs", ".xsd", ".nuspec", ".p7s", ".metadata", ".sha512",
    };

    /// <param name="folders">Package folders in the order of the assets file.</param>
    public static PackageInspection Inspect(AssetsLibrary library, IReadOnlyList<string> folders)
    {
        var evidence = new List<EvidenceItem> { new(EvidenceKind.PackageId, library.Id) };
        var problems = new List<FileProblem>();
        AddFiles(library.Files, evidence);
        if (Folder(library, folders) is not { } folder)
        {
            problems.Add(FileProblem.Of(folders[0], $"the folder of package '{library.Key}' is gone from every package folder; restore the project again"));
        }
        else
        {
            AddNuspec(library, folder, evidence, problems);
            AddSignature(library, folder, evidence, problems);
        }

        return new PackageInspection(new PackageComponent(library.Id, library.Version, evidence), problems, library.Files.Count);
    }

    private static string? Folder(AssetsLibrary library, IReadOnlyList<string> folders)
    {
        // The path comes from a file that anybody may have written: it must stay below the package folder.
        if (library.Path is not { Length: > 0 } path || Path.IsPathRooted(path) || path.Split('/', '\\').Contains("..")) return null;
        return folders.Select(folder => Path.Combine(folder, path)).FirstOrDefault(Directory.Exists);
    }

    private static void AddFiles(IReadOnlyList<string> files, List<EvidenceItem> evidence)
    {
        var assemblies = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            var extension = Path.GetExtension(file);
            if (Texts.Contains(extension)) continue;
            evidence.Add(new EvidenceItem(EvidenceKind.NativeFile, file, file));
            if (!extension.Equals(".dll", StringComparison.OrdinalIgnoreCase) && !extension.Equals(".exe", StringComparison.OrdinalIgnoreCase)) continue;
            var assembly = Path.GetFileNameWithoutExtension(file);
            if (assemblies.Add(assembly)) evidence.Add(new EvidenceItem(EvidenceKind.AssemblyName, assembly, file));
        }
    }

    private static void AddNuspec(AssetsLibrary library, string folder, List<EvidenceItem> evidence, List<FileProblem> problems)
    {
        var file = library.Files.FirstOrDefault(name => name.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase) && name.IndexOf('/') < 0) ?? $"{library.Id.ToLowerInvariant()}.nuspec";
        var (nuspec, problem) = NuspecReader.Read(Path.Combine(folder, file));
        if (nuspec is null)
        {
            problems.Add(problem!);
            return;
        }

        evidence.AddRange(nuspec.Authors.Select(author => new EvidenceItem(EvidenceKind.NuspecAuthor, author, file)));
        if (nuspec.RepositoryUrl is { } url) evidence.Add(new EvidenceItem(EvidenceKind.Repository, url, file));
    }

    private static void AddSignature(AssetsLibrary library, string folder, List<EvidenceItem> evidence, List<FileProblem> problems)
    {
        var path = Path.Combine(folder, SignatureFile);
        var listed = library.Files.Contains(SignatureFile);
        if (listed != File.Exists(path))
        {
            problems.Add(FileProblem.Of(path, listed
                ? $"package '{library.Key}' was signed when it was restored and its signature is gone; restore the package again"
                : $"a signature stands here that package '{library.Key}' did not have when it was restored; restore the package again"));
        }
        else if (listed)
        {
            ReadSignature(path, evidence, problems);
        }
    }

    private static void ReadSignature(string path, List<EvidenceItem> evidence, List<FileProblem> problems)
    {
        var (bytes, problem) = BoundedFile.Read(path, "signature", MostSignatureBytes);
        if (bytes is null)
        {
            problems.Add(problem!);
            return;
        }

        if (!PackageSignatureReader.TryRead(bytes, out var signature, out var message))
        {
            problems.Add(FileProblem.Of(path, $"the signature cannot be read: {message}; restore the package again"));
            return;
        }

        evidence.AddRange(signature!.Owners.Select(owner => new EvidenceItem(EvidenceKind.PackageOwner, owner, SignatureFile)));
        if ((signature.AuthorOrganization ?? signature.AuthorCommonName) is { } author) evidence.Add(new EvidenceItem(EvidenceKind.Signer, author, SignatureFile));
        if (signature.AuthorSerialNumber is { } number) evidence.Add(new EvidenceItem(EvidenceKind.Signer, number, SignatureFile));
    }
}

using BannedVendorAnalyzer.Evidence;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>What the names of files say, before anybody opens them.</summary>
internal static class FileNames
{
    /// <summary>What no loader takes for code under any name; everything else counts by its name.</summary>
    private static readonly HashSet<string> Texts = new(StringComparer.OrdinalIgnoreCase)
    {
        ".xml", ".md", ".txt", ".json", ".props", ".targets", ".pdb", ".resx", ".png", ".jpg", ".svg", ".css", ".html", ".cs", ".vb", ".fs", ".xsd", ".nuspec", ".p7s", ".metadata", ".sha512",
    };

    private static readonly string[] Binaries = [".dll", ".exe", ".so", ".dylib", ".a", ".lib", ".node"];

    /// <summary>Also of packings that are not read: the name is then all there is.</summary>
    private static readonly string[] Packings = [".compressed", ".gz", ".zip", ".deflate", ".br", ".zst", ".lz4", ".lzma", ".xz", ".bz2", ".7z"];

    /// <summary>Whether a file of this name is text, or a picture, for everything that loads code.</summary>
    public static bool IsText(string file) => Texts.Contains(Extension(file));

    /// <param name="files">Paths with <c>/</c>.</param>
    public static IEnumerable<EvidenceItem> Evidence(IEnumerable<string> files)
    {
        var assemblies = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (IsText(file)) continue;
            var extension = Extension(file);
            yield return new EvidenceItem(EvidenceKind.NativeFile, WithoutPacking(file), file);
            if (!extension.Equals(".dll", StringComparison.OrdinalIgnoreCase) && !extension.Equals(".exe", StringComparison.OrdinalIgnoreCase)) continue;
            var assembly = file.Substring(file.LastIndexOf('/') + 1, file.Length - file.LastIndexOf('/') - 1 - extension.Length);
            if (assemblies.Add(assembly)) yield return new EvidenceItem(EvidenceKind.AssemblyName, assembly, file);
        }
    }

    /// <summary>
    /// The files that a resource may have been: compilers put folders in front with dots, so <c>App.native.hcnet.dll</c> is <c>hcnet.dll</c> in a folder
    /// or <c>native.hcnet.dll</c> in another. Empty where the name is none of a binary.
    /// </summary>
    public static IEnumerable<string> OfResource(string name)
    {
        var file = WithoutPacking(name);
        var binary = Binaries.FirstOrDefault(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        if (binary is null) yield break;
        var end = file.Length - binary.Length;
        for (var start = 0; start < end;)
        {
            yield return file.Substring(start);
            var dot = file.IndexOfAny(['.', '/', '\\'], start);
            start = dot < 0 || dot >= end ? end : dot + 1;
        }
    }

    private static string WithoutPacking(string name)
    {
        var packing = Packings.FirstOrDefault(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        return packing is null ? name : name.Substring(0, name.Length - packing.Length);
    }

    /// <summary>Path.GetExtension throws on names that some file systems cannot hold; names in packages are anybody's.</summary>
    private static string Extension(string file)
    {
        var dot = file.LastIndexOf('.');
        return dot > file.LastIndexOf('/') ? file.Substring(dot) : "";
    }
}

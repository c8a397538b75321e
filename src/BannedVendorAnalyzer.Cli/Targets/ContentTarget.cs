namespace BannedVendorAnalyzer.Cli.Targets;

/// <summary>As what something that is no project is looked into.</summary>
internal enum ContentKind { Package, File, Folder }

/// <summary>Files to look into that no project leads to.</summary>
/// <param name="Path">Full path.</param>
/// <param name="AsWritten">As the user named it.</param>
internal sealed record ContentTarget(string Path, string AsWritten, ContentKind Kind)
{
    /// <summary>Names that promise a binary: where the file is none, that is worth saying.</summary>
    private static readonly string[] Extensions = [".dll", ".exe", ".so", ".dylib", ".a", ".lib", ".node", ".sys", ".ocx"];

    /// <returns>Null for a file in which nothing is looked for.</returns>
    public static ContentTarget? OfFile(string path, string asWritten)
    {
        if (Inspection.Packages.PackageArchive.IsArchive(path)) return new ContentTarget(path, asWritten, ContentKind.Package);
        var isWanted = Extensions.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) || Inspection.Contents.FileContents.MayBeLookedInto(path);
        return isWanted ? new ContentTarget(path, asWritten, ContentKind.File) : null;
    }
}

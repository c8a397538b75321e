using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection.Cache;
using BannedVendorAnalyzer.Inspection.Contents;

namespace BannedVendorAnalyzer.Inspection.Loose;

/// <summary>Reads loose items into evidence.</summary>
public static class LooseInspector
{
    /// <summary>Whether an item of this name can be, or hide, a library; a project has thousands of files that cannot.</summary>
    public static bool CanMatter(string name) => !FileNames.IsText(name);

    /// <param name="wanted">What of the contents is kept.</param>
    public static LooseInspection Inspect(LooseItem item, ContentRelevance wanted)
    {
        if (item.Path is null) return OfName(item, wanted);

        // Taken before it is read: a change meanwhile is then noticed next time.
        var witness = FileWitness.Of(item.Path);
        if (!witness.Exists) return OfName(item, wanted) with { Witness = witness };
        var contents = ContentInspector.Inspect(FileContents.Of(item.Path), wanted);
        return new LooseInspection(item, contents.Evidence, contents.Problems, contents.Damaged, witness, contents.Scanned);
    }

    private static LooseInspection OfName(LooseItem item, ContentRelevance wanted)
    {
        var kind = item.Type == "DirectPInvoke" ? EvidenceKind.NativeImport : EvidenceKind.NativeFile;
        List<EvidenceItem> evidence = item.Type == "COMReference"
            ? [new(EvidenceKind.ComClass, item.Include, item.Include), .. item.ComClass is null ? Array.Empty<EvidenceItem>() : [new(EvidenceKind.ComClass, item.ComClass, item.Include)]]
            : [new(kind, item.Include, item.Include)];
        return new LooseInspection(item, [.. evidence.Where(wanted.Meets)], [], [], null, ScanSize.None);
    }
}

using BannedVendorAnalyzer.Cli.Contents;
using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Inspecting;

/// <summary>Reads everything that can be seen; of a folder only of those files that something was found in, unless all are wanted.</summary>
/// <param name="progress">Null where nobody looks.</param>
internal sealed class ContentReading(RuleIndex index, ProgressLine? progress)
{
    private static readonly EvidenceKind[] OfPackage = [EvidenceKind.PackageId, EvidenceKind.NuspecAuthor, EvidenceKind.Repository, EvidenceKind.PackageOwner, EvidenceKind.Signer];

    private readonly ContentRelevance _everything = ContentRelevance.All(index);
    private readonly ContentRelevance _wanted = ContentRelevance.Of(index);
    private readonly FactReader _reader = new(index);

    /// <param name="all">Whether files are wanted of which nothing meets an indicator.</param>
    public Inspected Read(ContentTarget target, bool all) => target.Kind switch
    {
        ContentKind.Package => OfArchive(target, all),
        ContentKind.File => OfFile(target),
        _ => OfFolder(target, all),
    };

    private Inspected OfFile(ContentTarget target)
    {
        var seen = new List<SeenFile>();
        var inspection = NamedFile.Inspect(target.Path, _everything, seen.Add);
        return Combine(target, null, [Part(Path.GetDirectoryName(target.Path)!, inspection, seen)], [], all: true);
    }

    private Inspected OfArchive(ContentTarget target, bool all)
    {
        var seen = new List<SeenFile>();
        var package = PackageArchive.Inspect(target.Path, _everything, seen.Add);
        var (own, inside) = (package.Component.Evidence.Where(item => OfPackage.Contains(item.Kind)), package.Component.Evidence.Where(item => !OfPackage.Contains(item.Kind)));
        var part = Part(target.Path, new ContentInspection([.. inside], [.. package.Problems.Select(problem => HeldProblem.At(target.Path, problem))], package.Damaged, package.Scanned), seen);
        return Combine(target, new InspectedPackage(package.Component.Id, package.Component.Version, _reader.Facts(null, own)), [part], [], all);
    }

    private Inspected OfFolder(ContentTarget target, bool all)
    {
        var folder = FolderContents.Of(target.Path);
        var parts = new FilePart[folder.Entries.Count];
        var begun = 0;
        Parallel.For(0, parts.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            progress?.Show(Interlocked.Increment(ref begun), parts.Length, folder.Entries[i].Path);
            parts[i] = OfEntry(folder, folder.Entries[i], all);
        });
        progress?.Erase();
        return Combine(target, null, parts, folder.Problems, all);
    }

    private FilePart OfEntry(FolderContents folder, ContentEntry entry, bool all)
    {
        var seen = new List<SeenFile>();
        if (!all)
        {
            // Nearly every file of a disk is of no interest, and to see everything in it takes long.
            var quick = ContentInspector.Inspect(folder.Only(entry), _wanted, seen.Add);
            if (quick.Evidence.Count + quick.Problems.Count + quick.Damaged.Count == 0) return FilePart.WithoutFiles(seen, quick);
            seen.Clear();
        }

        var inspection = ContentInspector.Inspect(folder.Only(entry), _everything, seen.Add);
        return Part(folder.Path, inspection, seen);
    }

    private FilePart Part(string root, ContentInspection inspection, List<SeenFile> seen)
    {
        var damage = inspection.Damaged.ToLookup(problem => problem.File.Length > root.Length ? problem.File[(root.Length + 1)..] : problem.File, problem => problem.Message);
        return FilePart.WithoutFiles(seen, inspection) with { Files = _reader.Read(seen, inspection.Evidence, damage) };
    }

    private static Inspected Combine(ContentTarget target, InspectedPackage? package, IReadOnlyList<FilePart> parts, IReadOnlyList<FileProblem> problems, bool all)
    {
        var (binaries, archives) = (parts.Sum(part => part.Binaries), parts.Sum(part => part.Archives));
        var files = parts.SelectMany(part => part.Files).ToList();
        var holders = files.Where(file => file.IsNotable).SelectMany(file => Holders(file.File)).ToHashSet(StringComparer.Ordinal);
        List<InspectedFile> shown = [.. files.Where(file => file.IsNotable || holders.Contains(file.File) || (all && file.Seen!.Format != SeenFormat.ResourceSet)).OrderBy(file => file.File, StringComparer.Ordinal)];
        return new Inspected(
            target, package, shown, parts.Sum(part => part.Count), binaries, archives, binaries + archives - shown.Count(file => file.Seen is { Format: not SeenFormat.ResourceSet }), [.. problems, .. parts.SelectMany(part => part.Problems)]);
    }

    /// <summary>The files that one lies in.</summary>
    private static IEnumerable<string> Holders(string file)
    {
        for (var end = file.IndexOf("!/", StringComparison.Ordinal); end >= 0; end = file.IndexOf("!/", end + 2, StringComparison.Ordinal)) yield return file[..end];
    }

    /// <summary>What was seen of one file on disk and of what lies inside it.</summary>
    private sealed record FilePart(IReadOnlyList<InspectedFile> Files, int Count, int Binaries, int Archives, IReadOnlyList<FileProblem> Problems)
    {
        public static FilePart WithoutFiles(List<SeenFile> seen, ContentInspection inspection)
        {
            var distinct = seen.DistinctBy(file => file.File).ToList();
            return new FilePart([], inspection.Scanned.Files, distinct.Count(file => file.Format == SeenFormat.Image), distinct.Count(file => file.Format == SeenFormat.Zip), inspection.Problems);
        }
    }
}

using System.Security.Cryptography;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection.Assemblies;
using BannedVendorAnalyzer.Inspection.Binaries;
using BannedVendorAnalyzer.Inspection.Contents.Bundles;
using BannedVendorAnalyzer.Inspection.Contents.Zip;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>
/// Looks into every file of a package, by how it begins and not by its name, and into what is packed inside files. Bounded by
/// <see cref="ContentBounds"/>; throws nothing. Several packages can be inspected at once, each in one thread.
/// </summary>
public sealed class ContentInspector
{
    /// <summary>As people call what stands behind an image and has no name of its own.</summary>
    private const string BehindImage = "(behind the image)";

    private readonly IPackageContents _contents;
    private readonly ContentRelevance _relevance;
    private readonly Action<SeenFile>? _saw;
    private readonly HashSet<EvidenceItem> _seen = [];
    private readonly List<EvidenceItem> _evidence = [];
    private readonly List<FileProblem> _problems;
    private readonly List<FileProblem> _damaged = [];
    private readonly string _ownArchive;
    private readonly byte[] _head = new byte[BinaryFormats.HeadLength];
    private long _nestedLeft = ContentBounds.MostNestedBytes;
    private int _nestedFilesLeft = ContentBounds.MostNestedFiles;
    private int _failures;
    private int _damagedFiles;
    private int _files;
    private long _bytes;

    private ContentInspector(IPackageContents contents, ContentRelevance relevance, Action<SeenFile>? saw)
    {
        _contents = contents;
        _relevance = relevance;
        _saw = saw;
        _problems = [.. contents.Problems];

        // <packages>/<id>/<version>/<id>.<version>.nupkg, beside the files that were unpacked out of it.
        var folder = new DirectoryInfo(contents.Path);
        _ownArchive = $"{folder.Parent?.Name}.{folder.Name}.nupkg";
    }

    /// <param name="saw">Told of every binary and archive that was looked into, for hosts that show more than what is judged.</param>
    public static ContentInspection Inspect(IPackageContents contents, ContentRelevance relevance, Action<SeenFile>? saw = null)
    {
        var inspector = new ContentInspector(contents, relevance, saw);
        inspector.Walk(contents, "", 0);
        inspector.TellTheRest();
        return new ContentInspection(inspector._evidence, inspector._problems, inspector._damaged, new ScanSize(inspector._files, inspector._bytes));
    }

    private void TellTheRest()
    {
        if (_damagedFiles > ContentBounds.MostProblems)
            _damaged.Add(FileProblem.Of(_contents.Path, $"{_damagedFiles - ContentBounds.MostProblems} more files begin like binaries and cannot be read wholly"));
        if (_failures > ContentBounds.MostProblems)
            _problems.Add(FileProblem.Of(_contents.Path, $"{_failures - ContentBounds.MostProblems} more files cannot be read{(_failures >= ContentBounds.MostFailures ? "; no more were tried" : "")}"));
    }

    private void Walk(IPackageContents contents, string prefix, int nesting)
    {
        Keep(FileNames.Evidence(contents.Entries.Select(entry => prefix + entry.Path)));
        foreach (var entry in contents.Entries)
        {
            _files++;

            // What is no file at all and would keep a reader waiting has no length; a package's own archive holds the same files again.
            if (entry.Length == 0 || (nesting == 0 && entry.Path.Equals(_ownArchive, StringComparison.OrdinalIgnoreCase))) continue;
            if (contents.Read(entry, source => Look(prefix + entry.Path, source, nesting)) is { } problem) Fail(problem);
            if (_failures >= ContentBounds.MostFailures) return;
        }
    }

    private void Look(string file, IByteSource source, int nesting)
    {
        if (nesting > 0 && !TryTakeFiles(1)) return;
        var count = source.Read(0, _head, 0, _head.Length);
        if (BinaryFormats.Detect(_head, count) is not BinaryFormat.None and var format) LookIntoImage(file, source, format, nesting);
        else if (ResourceSet.IsSet(_head, count)) LookIntoResources(file, source, nesting);
        else if (Packings.IsZip(_head, count)) LookIntoZip(file, source, nesting);
        else if (Packings.IsGzip(_head, count)) LookIntoPacked(file, Packings.Gunzip(source), nesting);
        else if (nesting > 0 && count == _head.Length && Packings.Inflate(source, _head) is { } inflated) LookIntoPacked(file, inflated, nesting);
    }

    private void LookIntoImage(string file, IByteSource source, BinaryFormat format, int nesting)
    {
        if (nesting > 0 && !TryTake(file, source.Length)) return;
        _bytes += source.Length;
        if (_relevance.Hashes) Keep([new EvidenceItem(EvidenceKind.Sha256, Hash(source), file)]);
        if (NativeImageReader.Read(source) is not { } image) return;
        Damaged(file, image.Problems);
        Keep(NativeEvidence.Of(image, file, _relevance.ExportPrefixes));
        var assembly = format == BinaryFormat.Pe && image.IsManaged ? ManagedAssemblyReader.Read(source, host => _relevance.Meets(new EvidenceItem(EvidenceKind.Domain, host, file))) : null;
        _saw?.Invoke(new SeenFile(file, source.Length, SeenFormat.Image, image, assembly));
        if (assembly is not null)
        {
            Damaged(file, assembly.Problems);
            Keep(ManagedEvidence.Of(assembly, file, _relevance));
            Look(file, source, assembly.Resources, nesting);
        }

        if (image.Behind is { End: > 0 } behind) LookBehind(file, source, behind.Start, behind.End, nesting);
    }

    /// <summary>The files of a single-file application, an archive that unpacks itself, or whatever else somebody put behind an image.</summary>
    private void LookBehind(string file, IByteSource source, long start, long end, int nesting)
    {
        var path = $"{_contents.Path}/{file}";
        if (BundleContents.Find(path, source, start) is { } bundle) Nested(file, nesting, () =>
        {
            _nestedLeft += nesting == 0 ? bundle.PlainBytes : 0;
            WalkInside(file, bundle, nesting);
        });
        else if (ArchiveBehind(source, start, end) is { } archive) Nested(file, nesting, () => WalkInside(file, ZipContents.Of(path, archive), nesting));
        else if (IsKnown(new PartSource(source, start, end - start))) Nested(file, nesting, () => Look($"{file}!/{BehindImage}", new PartSource(source, start, end - start), nesting + 1));
    }

    /// <summary>Signing adds up to seven zeros, so that the signature begins at a multiple of eight.</summary>
    private static PartSource? ArchiveBehind(IByteSource source, long start, long end)
    {
        var least = end < source.Length ? end - 7 : end;
        for (; end >= least; end--)
            if (new PartSource(source, 0, end) is var part && ZipDirectory.IsBehind(start, part)) return part;
        return null;
    }

    private bool IsKnown(PartSource source)
    {
        var count = source.Read(0, _head, 0, _head.Length);
        return BinaryFormats.Detect(_head, count) != BinaryFormat.None || Packings.IsZip(_head, count) || Packings.IsGzip(_head, count);
    }

    private void Look(string file, IByteSource source, IReadOnlyList<EmbeddedResource> resources, int nesting)
    {
        foreach (var resource in resources.Where(resource => resource.Length >= BinaryFormats.HeadLength && _failures < ContentBounds.MostFailures))
            Nested(file, nesting, () => Look($"{file}!/{resource.Name}", new PartSource(source, resource.Offset, resource.Length), nesting + 1));
    }

    private void LookIntoResources(string file, IByteSource source, int nesting)
    {
        if (nesting > 0 && !TryTake(file, source.Length)) return;
        _saw?.Invoke(new SeenFile(file, source.Length, SeenFormat.ResourceSet));
        try
        {
            Look(file, source, ResourceSet.Read(source), nesting);
        }
        catch (BadImageFormatException)
        {
            Damaged(file, ["the set of resources cannot be read"]);
        }
    }

    private void LookIntoZip(string file, IByteSource source, int nesting) => Nested(file, nesting, () =>
    {
        // Its directory is at its end, so it is unpacked as a whole if it lies in another.
        if (nesting > 0 && !TryTake(file, source.Length)) return;
        var zip = ZipContents.Of($"{_contents.Path}/{file}", source);
        _saw?.Invoke(new SeenFile(file, source.Length, SeenFormat.Zip, Entries: zip.Entries.Count));
        WalkInside(file, zip, nesting);
    });

    private void WalkInside(string file, IPackageContents contents, int nesting)
    {
        foreach (var problem in contents.Problems) Fail(problem);
        if (TryTakeFiles(contents.Entries.Count)) Walk(contents, file + "!/", nesting + 1);
    }

    private void LookIntoPacked(string file, InflatingSource packed, int nesting)
    {
        using (packed)
        {
            var count = packed.Read(0, _head, 0, _head.Length);
            if (BinaryFormats.Detect(_head, count) == BinaryFormat.None && !Packings.IsZip(_head, count)) return;
            Nested(file, nesting, () =>
            {
                if (!TryTake(file, 0)) return;

                // Readers have to know where it ends, which is known at its end only.
                var bytes = packed.ReadAll();
                if (bytes.Length == ContentBounds.MostPackedBytes) Fail($"'{file}' unpacks to more than {ContentBounds.MostPackedBytes} bytes; the rest was not looked at");
                Look(file, new ByteArraySource(bytes), nesting + 1);
            });
        }
    }

    private void Nested(string file, int nesting, Action look)
    {
        if (nesting < ContentBounds.MostNesting) look();
        else Fail($"'{file}' holds files deeper than {ContentBounds.MostNesting} inside each other; they were not looked at");
    }

    private bool TryTake(string file, long bytes)
    {
        _nestedLeft -= bytes;
        if (_nestedLeft > 0) return true;
        Fail($"'{file}' and others unpack to more than {ContentBounds.MostNestedBytes} bytes; the rest was not looked at");
        return false;
    }

    private bool TryTakeFiles(int count)
    {
        var hadSome = _nestedFilesLeft > 0;
        _nestedFilesLeft -= count;
        if (_nestedFilesLeft > 0) return true;
        if (hadSome) Fail($"more than {ContentBounds.MostNestedFiles} files lie inside others; the rest was not looked at");
        return false;
    }

    private void Fail(string message) => Fail(FileProblem.Of(_contents.Path, message));

    private void Fail(FileProblem problem)
    {
        if (_failures++ < ContentBounds.MostProblems) _problems.Add(problem);
    }

    private void Keep(IEnumerable<EvidenceItem> evidence)
    {
        foreach (var item in evidence)
            if (_relevance.Meets(item) && _seen.Add(item)) _evidence.Add(item);
    }

    private void Damaged(string file, IReadOnlyList<string> problems)
    {
        if (problems.Count == 0) return;
        if (_damagedFiles++ < ContentBounds.MostProblems) _damaged.AddRange(problems.Select(problem => FileProblem.Of($"{_contents.Path}/{file}", problem)));
    }

    private static string Hash(IByteSource source)
    {
        using var sha = SHA256.Create();
        return Hexadecimal.Of(sha.ComputeHash(new SourceStream(source)));
    }
}

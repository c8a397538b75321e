using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Inspection.Packages;

namespace BannedVendorAnalyzer.Cli.Contents;

/// <summary>Checks packages, files and folders that no project leads to: a publish output, an unpacked container, an installed product.</summary>
/// <param name="progress">Null where nobody looks.</param>
internal sealed class ContentRun(JudgingBasis basis, ToolHost host, ProgressLine? progress)
{
    private readonly ContentRelevance _wanted = ContentRelevance.Of(basis.Rules.Index);
    private readonly Judge _judge = new(basis.Rules, basis.Context);

    public IReadOnlyList<ContentResult> Check(IEnumerable<ContentTarget> targets) => [.. targets.DistinctBy(target => target.Path).Select(Check)];

    private ContentResult Check(ContentTarget target)
    {
        if (target.Kind == ContentKind.Package) return Check(target, [], [LookIntoPackage(target.Path)]);
        if (target.Kind == ContentKind.File) return Check(target, [], [new Looked(Path.GetFileName(target.Path), NamedFile.Inspect(target.Path, _wanted))]);
        var folder = FolderContents.Of(target.Path);
        return Check(target, folder.Entries.Count + folder.Problems.Count > 0 ? folder.Problems : [FileProblem.Of(target.Path, "the folder holds no file, so nothing was looked at")], LookInto(folder));
    }

    private Looked[] LookInto(FolderContents folder)
    {
        var looked = new Looked[folder.Entries.Count];
        var begun = 0;
        Parallel.For(0, looked.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var entry = folder.Entries[i];
            progress?.Show(Interlocked.Increment(ref begun), looked.Length, entry.Path);

            // An archive of a package says whose it is, which its files alone do not.
            looked[i] = PackageArchive.IsArchive(entry.Path) ? LookIntoPackage(Path.Combine(folder.Path, entry.Path)) : new Looked(entry.Path, ContentInspector.Inspect(folder.Only(entry), _wanted));
        });
        progress?.Erase();
        return looked;
    }

    private Looked LookIntoPackage(string path) => new(path, null, PackageArchive.Inspect(path, _wanted));

    private ContentResult Check(ContentTarget target, IReadOnlyList<FileProblem> problems, IReadOnlyList<Looked> looked)
    {
        var files = new FileFindings(target, _judge, basis.Context, host);
        var packages = looked.Select(one => one.Package).OfType<PackageInspection>().ToList();
        List<Finding> findings = [.. problems.Select(files.NotChecked)];
        List<Recognised> recognised = [];
        foreach (var one in looked)
        {
            if (one.Package is { } package) PackageFindings.Add(target, one.File, package, _judge, basis.Context, host, findings, recognised);
            else files.Add(one.File, one.Contents!);
        }

        files.Finish(findings, recognised);
        return new ContentResult(
            target,
            [.. findings.OrderBy(finding => finding.Location.File, StringComparer.Ordinal).ThenBy(finding => finding.Descriptor.Id, StringComparer.Ordinal).ThenBy(finding => finding.Judgement?.Vendor.Id, StringComparer.Ordinal)],
            recognised,
            [.. packages.Select(package => package.Component.Key)],
            looked.Aggregate(default(ScanSize), (sum, one) => sum + (one.Contents?.Scanned ?? one.Package!.Scanned)));
    }

    /// <param name="File">Relative to the folder; of a package the full path.</param>
    private sealed record Looked(string File, ContentInspection? Contents, PackageInspection? Package = null);
}

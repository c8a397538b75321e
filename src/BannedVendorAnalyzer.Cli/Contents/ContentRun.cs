using System.Collections.Concurrent;
using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;

namespace BannedVendorAnalyzer.Cli.Contents;

/// <summary>Checks packages, files and folders that no project leads to: a publish output, an unpacked container, an installed product.</summary>
/// <param name="policies">Says by what each is judged; what has an invalid policy is not checked.</param>
/// <param name="progress">Null where nobody looks.</param>
/// <param name="governed">Where something is taken to lie when its policy is searched; where it does, if nothing is said.</param>
internal sealed class ContentRun(PolicyBook policies, PolicyRequest request, ToolHost host, ProgressLine? progress, Func<string, string>? governed = null)
{
    private readonly ConcurrentDictionary<FileProblem, bool> _policyProblems = new();

    /// <summary>Of the policies of everything checked so far, in a fixed order.</summary>
    public IReadOnlyList<FileProblem> PolicyProblems => FileProblem.InOrder(_policyProblems.Keys);

    public IReadOnlyList<ContentResult> Check(IEnumerable<ContentTarget> targets) => [.. targets.DistinctBy(target => target.Path).Select(Check).OfType<ContentResult>()];

    private ContentResult? Check(ContentTarget target)
    {
        var answer = policies.Of(governed?.Invoke(JudgedFrom(target)) ?? JudgedFrom(target), request);
        foreach (var invalid in answer.Problems) _policyProblems.TryAdd(invalid, true);
        if (answer.Basis is not { } basis) return null;
        var judge = new ContentJudge(basis);
        if (target.Kind == ContentKind.Package) return Check(target, judge, [], [LookIntoPackage(target.Path, judge)]);
        if (target.Kind == ContentKind.File) return Check(target, judge, [], [new Looked(Path.GetFileName(target.Path), NamedFile.Inspect(target.Path, judge.Wanted))]);
        var folder = FolderContents.Of(target.Path);
        return Check(target, judge, folder.Entries.Count + folder.Problems.Count > 0 ? folder.Problems : [FileProblem.Of(target.Path, "the folder holds no file, so nothing was looked at")], LookInto(folder, judge));
    }

    /// <summary>What is looked into may bring a policy of its own, which must not judge it: the folder that holds it counts. The folder in which somebody stands is his.</summary>
    private string JudgedFrom(ContentTarget target)
    {
        var path = Path.TrimEndingDirectorySeparator(target.Path);
        var isHis = target.Kind == ContentKind.Folder && (PathComparison.AreSame(path, host.WorkingFolder) || PathComparison.IsBelow(host.WorkingFolder, path) || Path.GetDirectoryName(path) is null);
        return isHis ? Path.Combine(path, PolicyFile.Name) : path;
    }

    private Looked[] LookInto(FolderContents folder, ContentJudge judge)
    {
        var looked = new Looked[folder.Entries.Count];
        var begun = 0;
        Parallel.For(0, looked.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var entry = folder.Entries[i];
            progress?.Show(Interlocked.Increment(ref begun), looked.Length, entry.Path);

            // An archive of a package says whose it is, which its files alone do not.
            looked[i] = PackageArchive.IsArchive(entry.Path) ? LookIntoPackage(Path.Combine(folder.Path, entry.Path), judge) : new Looked(entry.Path, ContentInspector.Inspect(folder.Only(entry), judge.Wanted));
        });
        progress?.Erase();
        return looked;
    }

    private static Looked LookIntoPackage(string path, ContentJudge judge) => new(path, null, PackageArchive.Inspect(path, judge.Wanted));

    private ContentResult Check(ContentTarget target, ContentJudge judge, IReadOnlyList<FileProblem> problems, IReadOnlyList<Looked> looked)
    {
        var found = new FoundContents();
        var files = new FileFindings(target, judge, host);
        found.Findings.AddRange(problems.Select(files.NotChecked));
        foreach (var one in looked)
        {
            if (one.Package is { } package) PackageFindings.Add(target, one.File, package, judge, host, found);
            else files.Add(one.File, one.Contents!);
        }

        files.Finish(found);
        var packages = looked.Select(one => one.Package).OfType<PackageInspection>().ToList();
        return new ContentResult(
            target,
            judge.Context,
            found,
            [.. packages.Select(package => package.Component.Key)],
            looked.Aggregate(ScanSize.None, (sum, one) => sum + (one.Contents?.Scanned ?? one.Package!.Scanned)))
        {
            KnownByIdAlone = [.. packages.SelectMany(package => package.DependsOn).Except(packages.Select(package => package.Component.Id), StringComparer.OrdinalIgnoreCase)],
        };
    }

    /// <param name="File">Relative to the folder; of a package the full path.</param>
    private sealed record Looked(string File, ContentInspection? Contents, PackageInspection? Package = null);
}

using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Contents;

/// <summary>
/// What is found in files that belong to no package. Files that lie in one folder are judged together, as those of one package are; what that
/// shows of one vendor in a folder and below it is one finding (docs/decisions/0012).
/// </summary>
internal sealed class FileFindings(ContentTarget target, ContentJudge judge, ToolHost host)
{
    private readonly string _root = target.Kind == ContentKind.File ? Path.GetDirectoryName(target.Path)! : target.Path;
    private readonly SortedDictionary<string, List<EvidenceItem>> _evidence = new(StringComparer.Ordinal);

    /// <summary>The file on disk that holds what lies inside it, both as they are shown.</summary>
    private readonly Dictionary<string, string> _holders = new(StringComparer.Ordinal);
    private readonly List<Finding> _unclear = [];

    /// <param name="file">Relative to the folder that is checked.</param>
    public void Add(string file, ContentInspection inspection)
    {
        _unclear.AddRange(inspection.Problems.Select(problem => NotChecked(HeldProblem.At($"{_root}/{file}", problem))));
        _unclear.AddRange(inspection.Damaged.Select(problem => Unclear(DiagnosticCatalog.Review, Verdict.Review, HeldProblem.At($"{_root}/{file}", problem))));
        if (inspection.Evidence.Count == 0) return;
        var folder = FolderOf(file);
        if (!_evidence.TryGetValue(folder, out var together)) _evidence.Add(folder, together = []);
        var holder = host.Relative(Path.Combine(_root, file));
        foreach (var evidence in inspection.Evidence)
        {
            // Names inside files are anybody's and lead nowhere; only the file's own path is one.
            var shown = holder + evidence.File![file.Length..];
            _holders[shown] = holder;
            together.Add(evidence with { File = shown });
        }
    }

    public Finding NotChecked(FileProblem problem) => Unclear(DiagnosticCatalog.NotChecked, Verdict.Unverified, problem);

    public void Finish(FoundContents found)
    {
        found.Findings.AddRange(_unclear);
        var judged = _evidence.SelectMany(pair => judge.Evaluate(pair.Value).Select(judgement => new Place(pair.Key, judgement))).ToList();
        found.Findings.AddRange(Topmost(judged.Where(place => place.Judgement.Verdict != Verdict.Clear)).Select(place => Found(place, found)));
        found.Recognised.AddRange(Topmost(judged.Where(place => place.Judgement.Verdict == Verdict.Clear)).Select(place => new Recognised(Named(place).Name, place.Judgement.Vendor.Id, place.Judgement.WhyClear!) { IsFile = true }));
    }

    private static string FolderOf(string file) => file.LastIndexOf('/') is >= 0 and var slash ? file[..slash] : "";

    /// <summary>A product mostly lies in one folder and some below it: each vendor's places that lie below another of its places join that one.</summary>
    private static List<Place> Topmost(IEnumerable<Place> places)
    {
        var tops = new List<Place>();
        foreach (var place in places.OrderBy(place => place.Folder.Length).ThenBy(place => place.Folder, StringComparer.Ordinal))
        {
            var above = tops.FindIndex(top => top.Judgement.Vendor == place.Judgement.Vendor && (top.Folder.Length == 0 || $"{place.Folder}/".StartsWith($"{top.Folder}/", StringComparison.Ordinal)));
            if (above < 0) tops.Add(place);
            else tops[above] = tops[above] with { Judgement = tops[above].Judgement.With(place.Judgement) };
        }

        return tops;
    }

    private Finding Found(Place place, FoundContents found)
    {
        var (left, waivers) = judge.Left(place.Judgement, Holder, found);
        var judgement = left with { Matches = OneOfEachFileFirst(left.Matches) };
        var (name, isFolder) = Named(place);
        var top = host.Relative(target.Path);
        string[] path = name == top ? [top] : [top, Below(name)];
        var text = isFolder ? FindingWording.OfFolder(judgement, name, path, judge.Context, waivers) : FindingWording.OfFile(judgement, name, path, judge.Context, waivers);
        return judge.Weighed(new Finding(Verdicts.Descriptor(judgement, DiagnosticCatalog.LooseFile), judgement.Verdict, judgement, null, target.Path, [], path, new SourceLocation(Holder(judgement.Decision!.Match.Evidence)), text), waivers);
    }

    /// <summary>Full path of the file on disk.</summary>
    private string Holder(EvidenceItem evidence) => Path.GetFullPath(_holders[evidence.File!], host.WorkingFolder);

    private Finding Unclear(DiagnosticDescriptor descriptor, Verdict verdict, FileProblem problem)
    {
        string[] path = [host.Relative(target.Path)];
        return judge.Weighed(new Finding(descriptor, verdict, null, null, target.Path, [], path, new SourceLocation(problem.File, problem.Line, problem.Column), FindingWording.Unverified(problem.Message, path)), []);
    }

    /// <summary>How the user calls it: the one file, or the folder of several.</summary>
    private (string Name, bool IsFolder) Named(Place place)
    {
        var files = place.Judgement.Matches.Select(match => _holders[match.Evidence.File!]).Distinct().Take(2).ToList();
        return files.Count == 1 ? (files[0], false) : (host.Relative(Path.Combine(_root, place.Folder)), true);
    }

    private string Below(string shown) => Path.GetRelativePath(target.Path, Path.GetFullPath(shown, host.WorkingFolder)).Replace('\\', '/');

    /// <summary>A reader is shown the first few: of ten files one mark each says more than ten marks of the first.</summary>
    private static IReadOnlyList<Match> OneOfEachFileFirst(IReadOnlyList<Match> matches) =>
        [.. matches.GroupBy(match => match.Evidence.File).SelectMany(file => file.Select((match, index) => (match, index))).OrderBy(pair => pair.index).Select(pair => pair.match)];

    /// <param name="Folder">Relative to the folder that is checked; empty for itself.</param>
    private sealed record Place(string Folder, Judgement Judgement);
}

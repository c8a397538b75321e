using BannedVendorAnalyzer.Cli.Reports;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Findings;
using BannedVendorAnalyzer.Inspection;
using BannedVendorAnalyzer.Rules;

namespace BannedVendorAnalyzer.Cli.Diffing;

/// <summary>
/// Tells what a change adds from what was there before. A finding is left out only for something that was found before: where that could not be checked, everything is reported.
/// </summary>
internal sealed class Additions
{
    private readonly CheckReport _now;
    private readonly BaseTree _tree;

    /// <summary>Projects, files and folders that were checked before, as paths of the repository, with the packages in each.</summary>
    private readonly Dictionary<string, HashSet<string>> _packages = new(StringComparer.Ordinal);

    /// <summary>Vendor and package of each finding before, wherever it was reported.</summary>
    private readonly HashSet<(string Vendor, string Package)> _found = [];
    private readonly HashSet<Part> _parts;

    private Additions(CheckReport now, CheckReport before, BaseTree tree)
    {
        (_now, _tree) = (now, tree);
        foreach (var (project, result) in before.Projects) Looked(project, result.Packages);
        foreach (var file in before.Repository) Looked(file.File, file.Result.Packages);
        foreach (var content in before.Contents) Looked(content.Target.Path, content.Packages);
        foreach (var finding in before.Findings.Where(finding => finding is { Judgement: not null, Package: not null })) _found.Add(Key(finding));
        _parts = [.. before.Findings.SelectMany(finding => Parts(finding, tree.InRepository(finding.Project), before))];
    }

    /// <param name="before">The report on the tree, by the same rules and policies.</param>
    /// <returns>The report without what was there before.</returns>
    public static CheckReport Of(CheckReport now, CheckReport before, BaseTree tree)
    {
        var additions = new Additions(now, before, tree);
        var added = now.Findings.Where(finding => !additions.IsKnown(finding)).ToList();
        return now with
        {
            Findings = added,
            KnownOfWaivers = before.OfWaivers.ToHashSet(),
            Diff = new DiffSummary(tree.Commit, now.Findings.Count - added.Count, [.. before.Findings.Where(finding => finding.Verdict == Verdict.Unverified).Select(finding => tree.InRepository($"{Path.GetRelativePath(before.Folder, finding.Project).Replace('\\', '/')}: {finding.Text.Observed}"))]),
        };
    }

    private static (string, string) Key(Finding finding) => (finding.Judgement!.Vendor.Id, finding.Package!.Key.ToLowerInvariant());

    private void Looked(string path, IEnumerable<string> packages) => _packages[_tree.InRepository(path)] = new HashSet<string>(packages, StringComparer.OrdinalIgnoreCase);

    private bool IsKnown(Finding finding)
    {
        if (finding.Verdict == Verdict.Unverified) return false;
        var project = Before(finding.Project);

        // The project that reports it may be another one now, when a gate came or went; what it depends on is the same.
        if (finding is { Judgement: not null, Package: { } package } && !IsContent(finding, _now) && _found.Contains(Key(finding)) && _packages.TryGetValue(project, out var packages) && packages.Contains(package.Key)) return true;
        var parts = Parts(finding, project, _now).ToList();
        return parts.Count > 0 && parts.TrueForAll(_parts.Contains);
    }

    /// <summary>What the project was called before: the same, or where the only one of its name stood that is gone.</summary>
    private string Before(string project)
    {
        if (_packages.ContainsKey(project)) return project;
        var gone = _packages.Keys.Where(other => Path.GetFileName(other) == Path.GetFileName(project) && !_now.Projects.Any(still => still.Project == other)).Take(2).ToList();
        return gone is [var only] ? only : project;
    }

    private static bool IsContent(Finding finding, CheckReport report) => report.Contents.Any(content => content.Target.Path == finding.Project);

    /// <summary>What a finding rests on, piece by piece, so that less of it is nothing new.</summary>
    /// <param name="project">As a path of the repository before the change.</param>
    private IEnumerable<Part> Parts(Finding finding, string project, CheckReport report)
    {
        if (finding.Judgement is not { } judgement) return [new Part(project, "", finding.Package?.Key ?? "", "", finding.Descriptor.Id, _tree.InRepository(finding.Text.Observed), "")];
        return judgement.Matches.Select(match => match.Evidence).Distinct().Select(evidence =>
        {
            var (name, file) = Holder(finding, evidence, report);
            return new Part(project, judgement.Vendor.Id, finding.Package?.Key ?? "", RuleNames.Of(evidence.Kind), _tree.InRepository(evidence.Value), _tree.InRepository(evidence.File ?? ""), $"{_tree.InRepository(name)} {Hash(file)}");
        });
    }

    /// <summary>Empty for what is no file, and for a pipe or a device, which would keep a reader waiting.</summary>
    private static string Hash(string file) => File.Exists(file) && new FileInfo(file).Length > 0 ? FileHash.Sha256(file) ?? "" : "";

    /// <summary>The file on disk that shows the evidence, and what it is called in the project, file or folder that was checked.</summary>
    private static (string Name, string File) Holder(Finding finding, EvidenceItem evidence, CheckReport report)
    {
        if (!IsContent(finding, report)) return (finding.Path[^1], Path.Combine(Path.GetDirectoryName(finding.Project)!, finding.Path[^1]));
        if (finding.Package is not null) return ("", finding.Location.File);
        var shown = evidence.File!;
        for (var end = shown.Length; end > 0; end = shown.LastIndexOf("!/", end - 1, StringComparison.Ordinal))
            if (Path.Combine(report.Folder, shown[..end]) is var file && File.Exists(file)) return ("", file);
        return ("", shown);
    }

    /// <param name="Package">Key; empty for files that belong to none.</param>
    /// <param name="Content">Of the file that shows it: its name where that is not <paramref name="File"/>, and its SHA-256, where it is one.</param>
    private sealed record Part(string Project, string Vendor, string Package, string Kind, string Value, string File, string Content);
}

using System.Text;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Cache;
using BannedVendorAnalyzer.Inspection.Loose;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Inspection.Repositories;
using BannedVendorAnalyzer.Inspection.Restoring;
using Microsoft.Build.Framework;

namespace BannedVendorAnalyzer.MSBuild;

/// <summary>
/// Within a restore, before any download: judges what one project asks for itself, for one target framework, and what files of the repository bring in
/// beside it.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class CheckPackageReferences : Microsoft.Build.Utilities.Task
{
    /// <summary>Anything but <c>true</c> switches the check off; the build says so.</summary>
    public string? Check { get; set; }

    [Required]
    public string ProjectPath { get; set; } = "";

    /// <summary>The source file of a file-based app, which has no project file on disk; empty for other projects.</summary>
    public string? EntryPointFile { get; set; }

    public string? TargetFramework { get; set; }

    /// <summary>Full path of the file that keeps which references cannot matter; nothing is kept where its folder is not there yet.</summary>
    [Required]
    public string CachePath { get; set; } = "";

    /// <summary>Audience ids, separated by <c>;</c> or <c>,</c>; empty for the default.</summary>
    public string? Audiences { get; set; }

    /// <summary>ISO date; empty for today (UTC).</summary>
    public string? AsOf { get; set; }

    /// <summary>Full path of a policy file that takes the place of those that a search finds; empty to search.</summary>
    public string? PolicyFile { get; set; }

    /// <summary>Errors become warnings: an IDE must still load the project.</summary>
    public bool Soften { get; set; }

    /// <summary>Items with <c>Version</c> or <c>VersionOverride</c>, and <c>DefiningProjectFullPath</c>.</summary>
    public ITaskItem[] PackageReferences { get; set; } = [];

    /// <summary>Central versions, with <c>Version</c>.</summary>
    public ITaskItem[] PackageVersions { get; set; } = [];

    /// <summary>Packages that are only downloaded, with <c>Version</c>.</summary>
    public ITaskItem[] PackageDownloads { get; set; } = [];

    private string? EntryPoint => string.IsNullOrWhiteSpace(EntryPointFile) ? null : EntryPointFile;

    public override bool Execute()
    {
        var log = new GateLog(Log, Soften, failuresOnly: true);
        try
        {
            Run(log);
        }
        catch (Exception exception)
        {
            log.Say(exception, new SourceLocation(EntryPoint ?? ProjectPath));
        }

        return !Log.HasLoggedErrors;
    }

    private void Run(GateLog log)
    {
        if (!string.Equals(Check?.Trim(), "true", StringComparison.OrdinalIgnoreCase)) return;
        var folder = Path.GetDirectoryName(ProjectPath)!;
        var references = References();
        var hasOwnRules = !string.IsNullOrWhiteSpace(PolicyFile) || PolicySearch.MayHavePolicy(folder);
        var files = hasOwnRules ? [] : StatedFiles.Of(ProjectPath, PolicySearch.BoundaryWithoutPolicy(folder));
        var key = Key(references, files);
        if (!hasOwnRules && EvidenceCache.Read(CachePath, key) is not null) return;

        var memory = NodeMemory.Of(BuildEngine);
        var (rules, problems) = memory.Rules;
        log.Say(problems);
        if (rules is null) return;
        if (!hasOwnRules && !ReferenceChecker.MayMatter(rules, references) && !files.Any(file => file.MayMatter(rules)))
        {
            if (Directory.Exists(Path.GetDirectoryName(CachePath))) EvidenceCache.Write(CachePath, key, new EvidenceSnapshot(ProjectPath, TargetFramework ?? "", [], [], [], new Dictionary<LooseItem, LooseInspection>()));
            return;
        }

        var request = new PolicyRequest(string.IsNullOrWhiteSpace(PolicyFile) ? null : Path.GetFullPath(PolicyFile), Audiences, AsOf);
        var answer = memory.Policies.Of(ProjectPath, request);
        log.Say(answer.Problems);
        foreach (var mistake in answer.Mistakes) log.Say(DiagnosticCatalog.InvalidRules, new SourceLocation(EntryPoint ?? ProjectPath), $"BannedVendorAudiences or BannedVendorAsOf: {mistake}");
        if (answer.Basis is not { } basis) return;

        var (findings, notices) = new ReferenceChecker(basis.Rules, basis.Context).Check(Input(), references);
        log.Say(notices);
        log.Report(findings);
        if (hasOwnRules) files = StatedFiles.Of(ProjectPath, memory.Policies.Boundary(folder));
        foreach (var file in files.Where(file => memory.IsFirst((file.File.Path, request)))) CheckFile(file, memory.Policies, request, log);
    }

    /// <summary>By ids and hosts alone, and by the policy that counts where the file lies. What is to be said of waivers depends on contents, and is left to the tool.</summary>
    private static void CheckFile(StatedFile file, PolicyBook policies, PolicyRequest request, GateLog log)
    {
        var answer = policies.Of(Path.Combine(file.File.Folder, Path.GetFileName(file.File.Path)), request);
        log.Say(answer.Problems);
        if (answer.Basis is not { } basis) return;
        var result = new RepositoryChecker(basis, new InstalledPackages([])).Check(file.File, file.Entries);
        log.Report(result.Findings.Where(finding => !StatedFile.MayBeAccepted(finding, basis.Context)));
    }

    private static byte[] Key(IEnumerable<StatedReference> references, IReadOnlyList<StatedFile> files)
    {
        var ids = references.Select(reference => reference.Id).Concat(files.SelectMany(file => file.Evidence).Select(evidence => evidence.Value)).Concat(files.SelectMany(file => file.Entries.Problems).Select(problem => problem.Message));
        return EvidenceCache.Key(Encoding.UTF8.GetBytes(string.Join("\n", ids.OrderBy(id => id, StringComparer.Ordinal))), []);
    }

    private List<StatedReference> References()
    {
        var central = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var version in PackageVersions) central[version.ItemSpec] = version.GetMetadata("Version");
        return
        [
            .. PackageReferences.Select(item => new StatedReference(item.ItemSpec, Version(item, central), IsDownload: false)),
            .. PackageDownloads.Select(item => new StatedReference(item.ItemSpec, item.GetMetadata("Version"), IsDownload: true)),
        ];
    }

    private static string Version(ITaskItem reference, Dictionary<string, string> central)
    {
        if (reference.GetMetadata("VersionOverride") is { Length: > 0 } own) return own;
        if (reference.GetMetadata("Version") is { Length: > 0 } stated) return stated;
        return central.TryGetValue(reference.ItemSpec, out var version) ? version : "";
    }

    private ProjectInput Input()
    {
        var definingFiles = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var reference in PackageReferences) definingFiles[reference.ItemSpec] = reference.GetMetadata("DefiningProjectFullPath");
        return new ProjectInput(ProjectPath, "", string.IsNullOrWhiteSpace(TargetFramework) ? null : TargetFramework, definingFiles, [], EntryPointFile: EntryPoint);
    }
}

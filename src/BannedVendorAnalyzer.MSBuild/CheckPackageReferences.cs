using System.Text;
using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Cache;
using BannedVendorAnalyzer.Inspection.Loose;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Inspection.Restoring;
using Microsoft.Build.Framework;

namespace BannedVendorAnalyzer.MSBuild;

/// <summary>Within a restore, before any download: judges what one project asks for itself, for one target framework.</summary>
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
        var references = References();
        var hasOwnRules = !string.IsNullOrWhiteSpace(PolicyFile) || PolicySearch.MayHavePolicy(Path.GetDirectoryName(ProjectPath)!);
        var key = EvidenceCache.Key(Encoding.UTF8.GetBytes(string.Join("\n", references.Select(reference => reference.Id).OrderBy(id => id, StringComparer.Ordinal))), []);
        if (!hasOwnRules && EvidenceCache.Read(CachePath, key) is not null) return;

        var memory = NodeMemory.Of(BuildEngine);
        var (rules, problems) = memory.Rules;
        log.Say(problems);
        if (rules is null) return;
        if (!hasOwnRules && !ReferenceChecker.MayMatter(rules, references))
        {
            if (Directory.Exists(Path.GetDirectoryName(CachePath))) EvidenceCache.Write(CachePath, key, new EvidenceSnapshot(ProjectPath, TargetFramework ?? "", [], [], [], new Dictionary<LooseItem, LooseInspection>()));
            return;
        }

        var answer = memory.Policies.Of(ProjectPath, new PolicyRequest(string.IsNullOrWhiteSpace(PolicyFile) ? null : Path.GetFullPath(PolicyFile), Audiences, AsOf));
        log.Say(answer.Problems);
        foreach (var mistake in answer.Mistakes) log.Say(DiagnosticCatalog.InvalidRules, new SourceLocation(EntryPoint ?? ProjectPath), $"BannedVendorAudiences or BannedVendorAsOf: {mistake}");
        if (answer.Basis is not { } basis) return;

        var (findings, notices) = new ReferenceChecker(basis.Rules, basis.Context).Check(Input(), references);
        log.Say(notices);
        log.Report(findings);
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

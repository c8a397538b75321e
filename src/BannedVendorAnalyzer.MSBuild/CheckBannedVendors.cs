using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Inspection.Cache;
using BannedVendorAnalyzer.Inspection.Loose;
using BannedVendorAnalyzer.Inspection.Packages;
using BannedVendorAnalyzer.Inspection.Policies;
using BannedVendorAnalyzer.Inspection.Projects;
using BannedVendorAnalyzer.Policy;
using Microsoft.Build.Framework;

namespace BannedVendorAnalyzer.MSBuild;

/// <summary>The build gate: judges what was restored for one target framework of one project, anew on every build.</summary>
[MSBuildMultiThreadableTask]
public sealed class CheckBannedVendors : Microsoft.Build.Utilities.Task
{
    /// <summary>Anything but <c>true</c> switches the check off, which is said.</summary>
    public string? Check { get; set; }

    [Required]
    public string ProjectPath { get; set; } = "";

    /// <summary>The source file of a file-based app, which has no project file on disk; empty for other projects.</summary>
    public string? EntryPointFile { get; set; }

    /// <summary>Full path of <c>project.assets.json</c>.</summary>
    public string? AssetsPath { get; set; }

    public string? TargetFramework { get; set; }

    /// <summary>Full path of the file that keeps what was seen; empty to keep nothing.</summary>
    public string? CachePath { get; set; }

    /// <summary>Audience ids, separated by <c>;</c> or <c>,</c>; empty for the default.</summary>
    public string? Audiences { get; set; }

    /// <summary>ISO date; empty for today (UTC).</summary>
    public string? AsOf { get; set; }

    /// <summary>Full path of a policy file that takes the place of those that a search finds; empty to search.</summary>
    public string? PolicyFile { get; set; }

    /// <summary>In a design-time build errors become warnings: an IDE must still load the project.</summary>
    public bool Soften { get; set; }

    /// <summary>Whether the projects that this one references did not stop this build: they have passed, or nobody judges them in it.</summary>
    public bool ReferencesPassed { get; set; }

    /// <summary>Items with <c>DefiningProjectFullPath</c>.</summary>
    public ITaskItem[] PackageReferences { get; set; } = [];

    /// <summary>Files given to the compiler or copied, with <c>NuGetPackageId</c> where they come from a package.</summary>
    public ITaskItem[] ResolvedFiles { get; set; } = [];

    /// <summary>What the compiler is given, with what RAR says of where it came from.</summary>
    public ITaskItem[] ReferencePaths { get; set; } = [];

    public ITaskItem[] NoneItems { get; set; } = [];

    public ITaskItem[] ContentItems { get; set; } = [];

    public ITaskItem[] EmbeddedResources { get; set; } = [];

    public ITaskItem[] NativeReferences { get; set; } = [];

    public ITaskItem[] NativeLibraries { get; set; } = [];

    public ITaskItem[] DirectPInvokes { get; set; } = [];

    public ITaskItem[] ComReferences { get; set; } = [];

    public ITaskItem[] Analyzers { get; set; } = [];

    /// <summary>Full path of the compiled assembly where that is to be checked, and nothing else; empty before the compiler has run.</summary>
    public string? OwnOutput { get; set; }

    /// <summary>Whether our analyzer reads the source of this language.</summary>
    public bool IsAnalyzed { get; set; }

    private string OwnFile => EntryPoint ?? ProjectPath;

    private string? EntryPoint => string.IsNullOrWhiteSpace(EntryPointFile) ? null : EntryPointFile;

    private string? Framework => string.IsNullOrWhiteSpace(TargetFramework) ? null : TargetFramework;

    public override bool Execute()
    {
        try
        {
            Run();
        }
        catch (Exception exception)
        {
            Say(DiagnosticCatalog.InternalError, new SourceLocation(OwnFile), InternalErrorText.Of(exception));
            Log.LogMessage(MessageImportance.Low, exception.ToString());
        }

        return !Log.HasLoggedErrors;
    }

    private void Run()
    {
        var isOff = !string.Equals(Check?.Trim(), "true", StringComparison.OrdinalIgnoreCase);
        var mayHavePolicy = !string.IsNullOrWhiteSpace(PolicyFile) || PolicySearch.MayHavePolicy(Path.GetDirectoryName(ProjectPath)!);
        if (!string.IsNullOrEmpty(OwnOutput))
        {
            if (!isOff && File.Exists(OwnOutput)) CheckOutput(mayHavePolicy);
            return;
        }

        var basis = mayHavePolicy ? Basis() : null;
        if (isOff)
        {
            SayLoosened(basis?.Context, $"BannedVendorCheck is '{Check}': nothing was checked in this project. Set it to true, or remove it");
            return;
        }

        if (mayHavePolicy && basis is null) return;
        var input = Input();
        var key = input.AssetsContent is { } content ? EvidenceCache.Key(content, basis?.Context.Policy) : null;
        var cached = key is null || string.IsNullOrEmpty(CachePath) ? null : EvidenceCache.Read(CachePath!, key);
        if (cached?.StillHolds(input) == false) cached = null;

        // Audience and day can be wrong, which must be said; with neither set nothing can be said of nothing.
        if (!mayHavePolicy && cached?.IsQuiet(input) == true && string.IsNullOrWhiteSpace(Audiences) && string.IsNullOrWhiteSpace(AsOf)) return;

        basis ??= Basis();
        if (basis is null) return;
        var elsewhere = new ReportedElsewhere((_, other) => ReportedElsewhere.IsGated(other));
        var inspectPackage = cached is null ? basis.Packages.Inspect : (Func<AssetsLibrary, IReadOnlyList<string>, PackageInspection>)((library, _) => cached.Inspect(library));
        var checker = new ProjectChecker(basis.Rules, basis.Context, elsewhere, inspectPackage, item => cached?.Find(item) ?? LooseInspector.Inspect(item, basis.Packages.Wanted));
        var result = checker.Check(input, (assets, packages, loose) =>
        {
            if (key is null || string.IsNullOrEmpty(CachePath)) return;
            if (cached is null) Keep(key, Snapshot(input, assets, packages, loose), packages.All(package => package.IsWhole));
            else if (loose.Any(inspection => cached.Find(inspection.Item) is null)) Keep(key, cached with { Loose = ByItem(loose) }, isWhole: true);
        });
        Say(result.Notices);
        foreach (var finding in result.Findings) Report(finding.Descriptor, finding.Severity, finding.Location, finding.Text.OnOneLine(finding.Descriptor));
    }

    private void CheckOutput(bool mayHavePolicy)
    {
        var basis = mayHavePolicy ? Basis() : null;
        if (mayHavePolicy && basis is null) return;
        var item = new LooseItem("Output", Path.GetFileName(OwnOutput!), OwnOutput);
        var key = EvidenceCache.Key([], basis?.Context.Policy);
        var cached = string.IsNullOrEmpty(CachePath) ? null : EvidenceCache.Read(CachePath!, key)?.Find(item);
        if (cached?.Evidence.Count == 0) return;

        basis ??= Basis();
        if (basis is null) return;
        var output = cached ?? LooseInspector.Inspect(item, basis.Packages.Wanted);
        if (cached is null && !string.IsNullOrEmpty(CachePath)) Keep(key, new EvidenceSnapshot(ProjectPath, TargetFramework ?? "", [], [], [], ByItem([output])), output.IsWhole);
        var input = new ProjectInput(ProjectPath, "", Framework, new Dictionary<string, string>(), [], EntryPointFile: EntryPoint);

        // The analyzer knows nothing of what the policy prohibits.
        var isAnalyzed = IsAnalyzed && basis.Context.Policy is not { Prohibit.Count: > 0 };
        foreach (var finding in OutputChecker.Check(basis.Rules, basis.Context, input, output, isAnalyzed)) Report(finding.Descriptor, finding.Severity, finding.Location, finding.Text.OnOneLine(finding.Descriptor));
    }

    /// <summary>By what is judged; null when that cannot be used, which has then been said, as has what is loosened.</summary>
    private PolicyBasis? Basis()
    {
        var memory = NodeMemory.Of(BuildEngine);
        var (rules, problems) = memory.Rules;
        Say(problems);
        if (rules is null) return null;

        var answer = memory.Policies.Of(ProjectPath, new PolicyRequest(string.IsNullOrWhiteSpace(PolicyFile) ? null : Path.GetFullPath(PolicyFile), Audiences, AsOf));
        Say(answer.Problems);
        foreach (var mistake in answer.Mistakes) Say(DiagnosticCatalog.InvalidRules, new SourceLocation(OwnFile), $"BannedVendorAudiences or BannedVendorAsOf: {mistake}");
        if (answer.Basis is not { Context: var context } basis) return null;

        // Before the compiler it was said already.
        if (!string.IsNullOrEmpty(OwnOutput)) return basis;
        Say(context.Policy?.Notices(context.AsOf, rules.Date) ?? []);
        if (context.AsOf < memory.Today) SayLoosened(context, $"{(string.IsNullOrWhiteSpace(AsOf) ? "asOf of the policy" : "BannedVendorAsOf")} is {context.AsOf}, in the past: what came into force since is not judged. Remove it");
        return basis;
    }

    /// <summary>What could not be looked at is looked at again next time, so a check with problems leaves nothing behind.</summary>
    private void Keep(byte[] key, EvidenceSnapshot snapshot, bool isWhole)
    {
        if (isWhole && Directory.Exists(Path.GetDirectoryName(CachePath))) EvidenceCache.Write(CachePath!, key, snapshot);
    }

    private static EvidenceSnapshot Snapshot(ProjectInput input, AssetsFile assets, IReadOnlyCollection<PackageInspection> packages, IReadOnlyCollection<LooseInspection> loose) => new(
        assets.ProjectPath,
        input.Framework ?? "",
        [.. assets.Libraries.Keys],
        [.. packages.SelectMany(package => package.Witnesses)],
        [.. packages.Where(package => package.Component.Evidence.Count > 0)],
        ByItem(loose));

    /// <summary>One file can be there as several items of the same kind, by a pattern and by name.</summary>
    private static Dictionary<LooseItem, LooseInspection> ByItem(IEnumerable<LooseInspection> loose) =>
        loose.Where(inspection => inspection.IsWhole).GroupBy(inspection => inspection.Item).ToDictionary(group => group.Key, group => group.First());

    private ProjectInput Input()
    {
        var definingFiles = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var reference in PackageReferences) definingFiles[reference.ItemSpec] = reference.GetMetadata("DefiningProjectFullPath");

        var assets = string.IsNullOrWhiteSpace(AssetsPath) ? AssetsLocation.Default(ProjectPath) : AssetsPath!;
        return new ProjectInput(
            ProjectPath,
            assets,
            Framework,
            definingFiles,
            [.. ResolvedFiles.Select(Resolved).OfType<ResolvedItem>()],
            ReferencesPassed && !Soften,
            EntryPoint,
            AssetsFileReader.ReadContent(assets).Content)
        {
            Loose = [.. LooseItems()],
        };
    }

    /// <summary>References of packages, frameworks and projects are judged elsewhere.</summary>
    private IEnumerable<LooseItem> LooseItems()
    {
        static bool IsLoose(ITaskItem item) =>
            Lacks(item, "NuGetPackageId") && Lacks(item, "FrameworkReferenceName") && !Has(item, "FrameworkFile", "true") && !Has(item, "ReferenceSourceTarget", "ProjectReference");

        (string Type, IEnumerable<ITaskItem> Items)[] all =
        [
            ("Reference", ReferencePaths.Where(IsLoose)), (LooseItem.Analyzer, Analyzers.Where(IsLoose)), ("None", NoneItems), ("Content", ContentItems), ("EmbeddedResource", EmbeddedResources),
            ("NativeReference", NativeReferences), ("NativeLibrary", NativeLibraries), ("DirectPInvoke", DirectPInvokes), ("COMReference", ComReferences),
        ];
        return all.SelectMany(one => one.Items.Select(item => LooseItem.Of(one.Type, item.ItemSpec, item.GetMetadata))).OfType<LooseItem>();
    }

    private static bool Lacks(ITaskItem item, string metadata) => item.GetMetadata(metadata).Length == 0;

    private static bool Has(ITaskItem item, string metadata, string value) => string.Equals(item.GetMetadata(metadata), value, StringComparison.OrdinalIgnoreCase);

    /// <summary>Targeting and runtime packs are the SDK's and never stand in an assets file; they carry FrameworkReferenceName.</summary>
    private static ResolvedItem? Resolved(ITaskItem item)
    {
        var id = item.GetMetadata("NuGetPackageId");
        return id.Length == 0 || item.GetMetadata("FrameworkReferenceName").Length > 0 ? null : new ResolvedItem(id, item.GetMetadata("NuGetPackageVersion"), item.ItemSpec);
    }

    private void Say(IReadOnlyList<FileProblem> problems)
    {
        foreach (var problem in problems) Say(DiagnosticCatalog.InvalidRules, new SourceLocation(problem.File, problem.Line, problem.Column), problem.Message);
    }

    private void Say(IEnumerable<PolicyNotice> notices)
    {
        foreach (var (descriptor, severity, place) in notices) Say(descriptor, severity, new SourceLocation(place.File, place.Line, place.Column), place.Message);
    }

    private void SayLoosened(CheckContext? context, string sentence) =>
        Say(DiagnosticCatalog.Loosened, context?.Policy?.Locked == true ? Severity.Error : Severity.Warning, new SourceLocation(OwnFile), sentence);

    private void Say(DiagnosticDescriptor descriptor, SourceLocation location, string sentence) => Say(descriptor, descriptor.Severity, location, sentence);

    private void Say(DiagnosticDescriptor descriptor, Severity severity, SourceLocation location, string sentence) => Report(descriptor, severity, location, $"{sentence}. {descriptor.More}");

    private void Report(DiagnosticDescriptor descriptor, Severity severity, SourceLocation location, string message)
    {
        if (severity == Severity.Info)
            Log.LogMessage(null, descriptor.Id, null, location.File, location.Line, location.Column, 0, 0, MessageImportance.High, message);
        else if (severity == Severity.Error && !Soften)
            Log.LogError(null, descriptor.Id, null, location.File, location.Line, location.Column, 0, 0, message);
        else
            Log.LogWarning(null, descriptor.Id, null, location.File, location.Line, location.Column, 0, 0, message);
    }
}

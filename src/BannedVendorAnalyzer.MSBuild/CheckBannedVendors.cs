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

    /// <summary>Within a restore: what only warns is left to the build, which says it anyway.</summary>
    public bool FailuresOnly { get; set; }

    /// <summary>Whether every project of this build runs the gate, though no file of theirs says so.</summary>
    public bool GatesAll { get; set; }

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

    /// <summary>The deciding policy file and those that it extends, for the analyzer.</summary>
    [Output]
    public ITaskItem[] PolicyFiles { get; private set; } = [];

    /// <summary>This project as waivers name it, for the analyzer; empty where there is no policy.</summary>
    [Output]
    public string PolicyProject { get; private set; } = "";

    /// <summary>The day (UTC) on which this build judges, for the analyzer.</summary>
    [Output]
    public string Today => (_memory?.Today ?? NodeMemory.Day).ToString();

    private GateLog? _gate;
    private NodeMemory? _memory;

    private NodeMemory Memory => _memory ??= NodeMemory.Of(BuildEngine);

    private GateLog Gate => _gate ??= new(Log, Soften, FailuresOnly);

    private string OwnFile => EntryPoint ?? ProjectPath;

    private string? EntryPoint => string.IsNullOrWhiteSpace(EntryPointFile) ? null : EntryPointFile;

    private string ProjectFolder => Path.GetDirectoryName(ProjectPath)!;

    private PolicyRequest Request => new(string.IsNullOrWhiteSpace(PolicyFile) ? null : Path.GetFullPath(PolicyFile), Audiences, AsOf);

    private string? Framework => string.IsNullOrWhiteSpace(TargetFramework) ? null : TargetFramework;

    public override bool Execute()
    {
        try
        {
            Run();
        }
        catch (Exception exception)
        {
            Gate.Say(exception, new SourceLocation(OwnFile));
        }

        return !Log.HasLoggedErrors;
    }

    private void Run()
    {
        var isOff = !string.Equals(Check?.Trim(), "true", StringComparison.OrdinalIgnoreCase);
        var mayHavePolicy = !string.IsNullOrWhiteSpace(PolicyFile) || PolicySearch.MayHavePolicy(ProjectFolder);
        if (!string.IsNullOrEmpty(OwnOutput))
        {
            if (!isOff && File.Exists(OwnOutput)) CheckOutput(mayHavePolicy);
            return;
        }

        var silent = isOff || !mayHavePolicy ? null : Silent();
        var basis = mayHavePolicy && silent is null ? Basis() : null;
        if (isOff)
        {
            SayLoosened(basis?.Context, $"BannedVendorCheck is '{Check}': nothing was checked in this project. Set it to true, or remove it");
            return;
        }

        if (mayHavePolicy && silent is null && basis is null) return;
        if (silent is not null) HandOver(silent.Files, silent.Project);
        var input = Input();
        var key = input.AssetsContent is { } content ? EvidenceCache.Key(content, Texts(silent, basis)) : null;
        var cached = key is null || string.IsNullOrEmpty(CachePath) ? null : EvidenceCache.Read(CachePath!, key);
        if (cached?.StillHolds(input) == false) cached = null;

        // Policy, audience and day can be wrong, which must be said; of a silent policy, or with none set, nothing can be said of nothing.
        var isQuiet = cached?.IsQuiet(input) == true;
        if (isQuiet && basis is null && (silent is not null || (string.IsNullOrWhiteSpace(Audiences) && string.IsNullOrWhiteSpace(AsOf)))) return;

        basis ??= Basis();
        if (basis is null || isQuiet) return;
        var elsewhere = new ReportedElsewhere((_, other) => GatesAll || ReportedElsewhere.IsGated(other));
        var inspectPackage = cached is null ? basis.Packages.Inspect : (Func<AssetsLibrary, IReadOnlyList<string>, PackageInspection>)((library, _) => cached.Inspect(library));
        var checker = new ProjectChecker(basis.Rules, basis.Context, elsewhere, inspectPackage, item => cached?.Find(item) ?? LooseInspector.Inspect(item, basis.Packages.Wanted));
        var result = checker.Check(input, (assets, packages, loose) =>
        {
            if (key is null || string.IsNullOrEmpty(CachePath)) return;
            if (cached is null) Keep(key, Snapshot(input, assets, packages, loose), packages.All(package => package.IsWhole));
            else if (loose.Any(inspection => cached.Find(inspection.Item) is null)) Keep(key, cached with { Loose = ByItem(loose) }, isWhole: true);
        });
        Gate.Say(result.Notices);
        Gate.Report(result.Findings);
    }

    private void CheckOutput(bool mayHavePolicy)
    {
        var silent = mayHavePolicy ? Silent() : null;
        var basis = mayHavePolicy && silent is null ? Basis() : null;
        if (mayHavePolicy && silent is null && basis is null) return;
        var item = new LooseItem("Output", Path.GetFileName(OwnOutput!), OwnOutput);
        var key = EvidenceCache.Key([], Texts(silent, basis));
        var cached = string.IsNullOrEmpty(CachePath) ? null : EvidenceCache.Read(CachePath!, key)?.Find(item);
        if (cached?.Evidence.Count == 0) return;

        basis ??= Basis();
        if (basis is null) return;
        var output = cached ?? LooseInspector.Inspect(item, basis.Packages.Wanted);
        if (cached is null && !string.IsNullOrEmpty(CachePath)) Keep(key, new EvidenceSnapshot(ProjectPath, TargetFramework ?? "", [], [], [], ByItem([output])), output.IsWhole);
        var input = new ProjectInput(ProjectPath, "", Framework, new Dictionary<string, string>(), [], EntryPointFile: EntryPoint);

        var (findings, notices) = OutputChecker.Check(basis.Rules, basis.Context, input, output, IsAnalyzed);
        Gate.Say(notices);
        Gate.Report(findings);
    }

    /// <summary>By what is judged; null when that cannot be used, which has then been said, as has what is loosened.</summary>
    private PolicyBasis? Basis()
    {
        var memory = Memory;
        var (rules, problems) = memory.Rules;
        Gate.Say(problems);
        if (rules is null) return null;

        var answer = memory.Policies.Of(ProjectPath, Request);
        if (answer.Reading.Files.Count > 0) HandOver([.. answer.Reading.Files.Select(file => new SilentPolicyFile(file.Path, file.Shown, file.Utf8))], PathComparison.Below(answer.Reading.Root, OwnFile));
        Gate.Say(answer.Problems.Except(IsAnalyzed && Soften ? answer.Reading.InText : []));
        foreach (var mistake in answer.Mistakes) Gate.Say(DiagnosticCatalog.InvalidRules, new SourceLocation(OwnFile), $"BannedVendorAudiences or BannedVendorAsOf: {mistake}");
        if (answer.Basis is not { Context: var context } basis) return null;

        // Before the compiler it was said already.
        if (!string.IsNullOrEmpty(OwnOutput)) return basis;
        Gate.Say(context.Notices(rules.Date));
        if (context.AsOf < memory.Today) SayLoosened(context, $"{(string.IsNullOrWhiteSpace(AsOf) ? "asOf of the policy" : "BannedVendorAsOf")} is {context.AsOf}, in the past: what came into force since is not judged. Remove it");
        if (!Gate.HasSaid && context.Policy is not null && !string.IsNullOrEmpty(CachePath) && Directory.Exists(Path.GetDirectoryName(CachePath)))
            SilentPolicy.Write(SilentPolicy.PathBeside(CachePath!), ProjectFolder, Request, memory.Today, answer.Reading, PolicyProject);
        return basis;
    }

    /// <summary>What is kept of a policy of which nothing is to be said; null where it has to be read.</summary>
    private SilentPolicy? Silent() => string.IsNullOrEmpty(CachePath) ? null : SilentPolicy.Read(SilentPolicy.PathBeside(CachePath!), ProjectFolder, Request, Memory.Today);

    private static IEnumerable<byte[]> Texts(SilentPolicy? silent, PolicyBasis? basis) => silent?.Files.Select(file => file.Utf8) ?? basis?.Context.Policy?.Files.Select(file => file.Utf8) ?? [];

    private void HandOver(IReadOnlyList<SilentPolicyFile> files, string project)
    {
        if (!string.IsNullOrEmpty(OwnOutput)) return;
        PolicyFiles = [.. files.Select((file, index) => new Microsoft.Build.Utilities.TaskItem(file.Path, new Dictionary<string, string> { ["BannedVendorPolicy"] = $"{index}:{file.Shown}" }))];
        PolicyProject = project;
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
            Loose = LooseItems(),
        };
    }

    /// <summary>References of packages, frameworks and projects are judged elsewhere.</summary>
    private List<LooseItem> LooseItems()
    {
        var loose = new List<LooseItem>();
        Add("Reference", ReferencePaths.Where(IsLoose));
        Add(LooseItem.Analyzer, Analyzers.Where(IsLoose));
        Add("None", NoneItems);
        Add("Content", ContentItems);
        Add("EmbeddedResource", EmbeddedResources);
        Add("NativeReference", NativeReferences);
        Add("NativeLibrary", NativeLibraries);
        Add("DirectPInvoke", DirectPInvokes);
        Add("COMReference", ComReferences);
        return loose;

        void Add(string type, IEnumerable<ITaskItem> items)
        {
            foreach (var item in items)
                if (LooseItem.Of(type, item.ItemSpec, item.GetMetadata) is { } one) loose.Add(one);
        }

        static bool IsLoose(ITaskItem item) =>
            Lacks(item, "NuGetPackageId") && Lacks(item, "FrameworkReferenceName") && !Has(item, "FrameworkFile", "true") && !Has(item, "ReferenceSourceTarget", "ProjectReference");
    }

    private static bool Lacks(ITaskItem item, string metadata) => item.GetMetadata(metadata).Length == 0;

    private static bool Has(ITaskItem item, string metadata, string value) => string.Equals(item.GetMetadata(metadata), value, StringComparison.OrdinalIgnoreCase);

    /// <summary>Targeting and runtime packs are the SDK's and never stand in an assets file; they carry FrameworkReferenceName.</summary>
    private static ResolvedItem? Resolved(ITaskItem item)
    {
        var id = item.GetMetadata("NuGetPackageId");
        return id.Length == 0 || item.GetMetadata("FrameworkReferenceName").Length > 0 ? null : new ResolvedItem(id, item.GetMetadata("NuGetPackageVersion"), item.ItemSpec);
    }

    private void SayLoosened(CheckContext? context, string sentence) =>
        Gate.Say(DiagnosticCatalog.Loosened, context?.Policy?.Locked == true ? Severity.Error : Severity.Warning, new SourceLocation(OwnFile), sentence);
}

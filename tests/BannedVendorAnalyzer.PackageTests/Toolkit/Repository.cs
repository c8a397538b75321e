namespace BannedVendorAnalyzer.PackageTests.Toolkit;

/// <summary>A copy of the family <c>Restore</c> with a package folder and environment variables of its own.</summary>
internal sealed class Repository
{
    /// <summary>What a build of <c>Clean.slnx</c> prints: the review of a library is not repeated above it.</summary>
    public static readonly string[] CleanWarnings =
    [
        "BVA0007 warning Off/Off.csproj Off.csproj",
        "BVA1004 warning Referenced/Referenced.csproj(7,5) Referenced.csproj net10.0",
        "BVA1004 warning Referenced/Referenced.csproj(7,5) Referenced.csproj netstandard2.0",
        "BVA1004 warning Review/Review.csproj(6,5) Review.csproj",
    ];

    private readonly Workspace _workspace;
    private readonly string _packages;
    private readonly Dictionary<string, string> _settings;

    public Repository(Workspace workspace, string name, Dictionary<string, string>? settings = null)
    {
        (_workspace, _settings) = (workspace, settings ?? []);
        Folder = workspace.Copy("Restore", name);
        _packages = Path.Combine(Folder, "packages");

        // As a team writes it, so that the tool needs to be told nothing.
        foreach (var file in Directory.GetFiles(Folder, "*.targets").Append(Path.Combine(Folder, "Referenced", "Referenced.csproj")))
            File.WriteAllText(file, File.ReadAllText(file).Replace("$(GateVersion)", workspace.Version, StringComparison.Ordinal));
    }

    public string Folder { get; }

    /// <summary>Ids of what was downloaded.</summary>
    public IEnumerable<string> Packages => Directory.Exists(_packages) ? Directory.GetDirectories(_packages).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal) : [];

    public CommandResult Run(string command, string target, params string[] more) =>
        DotNet.Run(Folder, [command, target, "-tl:off", "-clp:NoSummary", "-v:m", .. more]);

    /// <summary>What it printed, each line once; it must fail.</summary>
    public string[] Fails(string command, string target, params string[] more) => BuildLine.Sorted(Run(command, target, more).Expect(1), Folder);

    /// <summary>What it printed, as often as it did, before <c>dotnet build</c> prints everything once more as a summary.</summary>
    public static IEnumerable<string> Printed(CommandResult result, string folder) =>
        BuildLine.Of(result with { Output = string.Join('\n', result.Lines.TakeWhile(line => !line.StartsWith("Build ", StringComparison.Ordinal))) }, folder).Select(line => line.ToString()).Order(StringComparer.Ordinal);

    public CommandResult Tool(params string[] arguments) => DotNet.Start(_workspace.ToolPath, Folder, arguments);

    public CommandResult Shell(string script) => DotNet.Start("bash", Folder, "-c", script);

    private DotNet DotNet => new(Path.Combine(_workspace.Root, "home"), _packages, _settings);
}

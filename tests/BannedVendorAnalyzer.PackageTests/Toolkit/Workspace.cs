using System.Collections.Concurrent;
using System.Text.Json;

[assembly: AssemblyFixture(typeof(BannedVendorAnalyzer.PackageTests.Toolkit.Workspace))]

namespace BannedVendorAnalyzer.PackageTests.Toolkit;

/// <summary>
/// One for the whole run: packs the product, fills a feed with stand-ins and installs the tool, all in a folder of its own. Builds of a
/// family of scenarios are shared: the first test that asks runs them.
/// </summary>
public sealed class Workspace : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<BuiltScenario>> _built = new();

    public Workspace()
    {
        Root = Directory.CreateTempSubdirectory("bva-").FullName;
        Feed = Directory.CreateDirectory(Path.Combine(Root, "feed")).FullName;
        DotNet = new DotNet(Path.Combine(Root, "home"), Path.Combine(Root, "packages"));
        foreach (var project in new[] { "BannedVendorAnalyzer.MSBuild", "BannedVendorAnalyzer.Cli" })
            DotNet.Run(Path.Combine(Repository, "src", project), "pack", "--no-build", "--no-restore", "-c", Configuration, "-o", Feed, "-tl:off").Expect(0);
        StandIns.Write(Feed);
        CopyPinned("NETStandard.Library", "Microsoft.NETCore.Platforms");
        File.WriteAllText(Path.Combine(Root, "NuGet.config"), """<configuration><packageSources><clear /><add key="local" value="feed" /></packageSources></configuration>""");
        DotNet.Run(Root, "tool", "install", "BannedVendorAnalyzer.Tool", "--tool-path", Path.Combine(Root, "tool")).Expect(0);
    }

    public string Root { get; }

    public string Feed { get; }

    public DotNet DotNet { get; }

    /// <summary>The version of the product, which is that of the packages.</summary>
    public string Version => Path.GetFileNameWithoutExtension(Directory.GetFiles(Feed, "BannedVendorAnalyzer.Tool.*.nupkg").Single())["BannedVendorAnalyzer.Tool.".Length..];

    internal static string Repository { get; } = FindRepository();

    internal static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>Copies a family of scenarios to a folder of its own.</summary>
    public string Copy(string family, string name)
    {
        var from = Path.Combine(Repository, "tests", "BannedVendorAnalyzer.PackageTests", "Scenarios");
        var to = Path.Combine(Root, name);
        Directory.CreateDirectory(to);
        File.Copy(Path.Combine(from, "Directory.Build.props"), Path.Combine(to, "Directory.Build.props"));
        foreach (var file in Directory.GetFiles(Path.Combine(from, family), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(Path.Combine(from, family), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        return to;
    }

    /// <summary>Builds a family once, however many tests ask.</summary>
    /// <param name="more">Arguments of that build; the same from every test.</param>
    public BuiltScenario Built(string family, params string[] more) => Built(family, _ => { }, more);

    /// <param name="prepare">Puts into the copied folder what is not kept as text.</param>
    public BuiltScenario Built(string family, Action<string> prepare, params string[] more) => _built.GetOrAdd(family, _ => new Lazy<BuiltScenario>(() =>
    {
        var folder = Copy(family, family);
        prepare(folder);
        return new BuiltScenario(folder, Build(folder, $"{family}.slnx", more));
    })).Value;

    public CommandResult Build(string folder, string project, params string[] more) => Build(DotNet, folder, project, more);

    public CommandResult Build(DotNet dotnet, string folder, string project, params string[] more) =>
        dotnet.Run(folder, ["build", project, "-tl:off", "-clp:NoSummary", "-v:m", $"-p:GateVersion={Version}", .. more]);

    public string ToolPath => Path.Combine(Root, "tool", OperatingSystem.IsWindows() ? "banned-vendors.exe" : "banned-vendors");

    public CommandResult Tool(string folder, params string[] arguments) => DotNet.Start(ToolPath, folder, arguments);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Packages that netstandard2.0 itself needs, from where this repository's own restore put them.</summary>
    private void CopyPinned(params string[] ids)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository, "src", "BannedVendorAnalyzer.Core", "obj", "project.assets.json")));
        var folder = assets.RootElement.GetProperty("packageFolders").EnumerateObject().First().Name;
        foreach (var library in assets.RootElement.GetProperty("libraries").EnumerateObject().Where(library => ids.Contains(library.Name.Split('/')[0], StringComparer.OrdinalIgnoreCase)))
        {
            var path = Path.Combine(folder, library.Value.GetProperty("path").GetString()!);
            foreach (var package in Directory.GetFiles(path, "*.nupkg")) File.Copy(package, Path.Combine(Feed, Path.GetFileName(package)));
        }
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "BannedVendorAnalyzer.snk"))) return folder.FullName;
        throw new DirectoryNotFoundException("The tests do not run from below the repository.");
    }
}

/// <param name="Folder">Where the family was copied to.</param>
/// <param name="Result">Its first build.</param>
public sealed record BuiltScenario(string Folder, CommandResult Result)
{
    public IReadOnlyList<BuildLine> Lines => BuildLine.Of(Result, Folder);
}

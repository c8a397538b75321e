using System.IO.Compression;
using System.Runtime.InteropServices;

namespace BannedVendorAnalyzer.Bench;

/// <summary>A folder of its own with a feed of stand-ins, a package folder and the product as it was built beside this program.</summary>
internal sealed class Setting : IDisposable
{
    public const int Packages = 200;

    private readonly Lazy<string> _feed;
    private readonly Lazy<string> _gate;

    public Setting()
    {
        Root = Directory.CreateTempSubdirectory("bva-bench-").FullName;
        Shell = new Shell(Path.Combine(Root, "home"), Path.Combine(Root, "packages"));
        _feed = new Lazy<string>(WriteFeed);
        _gate = new Lazy<string>(() =>
        {
            var folder = Path.Combine(Root, "gate");
            ZipFile.ExtractToDirectory(Path.Combine(_feed.Value, "BannedVendorAnalyzer.0.1.0.nupkg"), folder);
            return folder;
        });
    }

    public string Root { get; }

    public Shell Shell { get; }

    public static string Repository { get; } = FindRepository();

    public static string Tool { get; } = Path.Combine(Repository, "src", "BannedVendorAnalyzer.Cli", "bin", Configuration, "net10.0", "banned-vendors.dll");

    /// <summary>The package of the gate, unpacked.</summary>
    public string Gate => _gate.Value;

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>A folder with so many restored projects of <see cref="Packages"/> packages each, in one solution; built once where <paramref name="build"/> says so.</summary>
    public string Projects(string name, int count, bool gate, bool build)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        WriteSource(folder);
        MadeProjects.Write(folder, count, gate);
        Shell.Run(folder, "dotnet", [build ? "build" : "restore", "All.slnx", "-tl:off", "-v:q"]);
        return folder;
    }

    /// <summary>A folder with one project of this text, restored.</summary>
    public string Project(string name, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        WriteSource(folder);
        File.WriteAllText(Path.Combine(folder, $"{name}.csproj"), text);
        Shell.Run(folder, "dotnet", ["restore", "-tl:off", "-v:q"]);
        return folder;
    }

    /// <summary>Load counts: a figure of a busy machine is said to be one.</summary>
    public override string ToString()
    {
        var load = File.Exists("/proc/loadavg") ? $", load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} before" : "";
        return $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}{load}";
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void WriteSource(string folder) =>
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""<configuration><packageSources><clear /><add key="local" value="{_feed.Value}" /></packageSources></configuration>""");

    private string WriteFeed()
    {
        var feed = Directory.CreateDirectory(Path.Combine(Root, "feed")).FullName;
        StandIns.Write(feed, Packages);
        Shell.Run(Path.Combine(Repository, "src", "BannedVendorAnalyzer.MSBuild"), "dotnet", ["pack", "--no-build", "--no-restore", "-c", Configuration, "-o", feed, "-tl:off"]);
        return feed;
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "BannedVendorAnalyzer.snk"))) return folder.FullName;
        throw new DirectoryNotFoundException("The benchmark does not run from below the repository.");
    }
}

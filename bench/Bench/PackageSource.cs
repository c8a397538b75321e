using System.Diagnostics;
using System.Globalization;
using BannedVendorAnalyzer.Tests.Feeds;

namespace BannedVendorAnalyzer.Bench;

/// <summary>
/// <c>check --package</c> over a closure of 50 packages, on a source that takes 50 ms for each answer: beside the least that these answers can take, and beside
/// asking for one thing after the other.
/// </summary>
internal static class PackageSource
{
    private const int Branches = 7;
    private const int Leaves = 6;

    /// <summary>The asked package, its dependencies and theirs.</summary>
    private const int Depth = 3;
    private const int Packages = 1 + Branches + Branches * Leaves;

    /// <summary>Which versions there are, then the archive.</summary>
    private const int InSequence = 2;

    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);

    public static bool Run(Setting setting)
    {
        using var feed = new LoopbackFeed { Latency = Latency };
        Fill(feed.AsSource());
        var folder = Directory.CreateDirectory(Path.Combine(setting.Root, "source")).FullName;
        File.WriteAllText(Path.Combine(folder, "NuGet.config"), $"""<configuration><packageSources><clear /><add key="local" value="{feed.Index}" allowInsecureConnections="true" /></packageSources></configuration>""");

        List<double> ours = [], sequential = [];
        for (var run = 0; run < 7; run++)
        {
            ours.Add(setting.Shell.Run(folder, "dotnet", [Setting.Tool, "check", "--package", "Contoso.App@1.0.0"]).Milliseconds);
            sequential.Add(OneAfterTheOther(feed));
        }

        var asked = feed.Requests.Count;
        var (tool, single) = (Figures.Of(ours), Figures.Of(sequential));
        var least = (1 + Depth * InSequence) * Latency.TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"        {Packages} packages, {Depth} deep; least: service index + {Depth} × {InSequence} answers of {Latency.TotalMilliseconds} ms = {least} ms; {asked} requests in all runs"));
        return Figures.Say(string.Create(CultureInfo.InvariantCulture, $"check --package {tool.Text("ms")}: {tool.Median / least:0.0} × the least; budget 4.0"), tool.Median <= 4 * least)
            & Figures.Say(string.Create(CultureInfo.InvariantCulture, $"one request after the other {single.Text("ms")}: {single.Median / tool.Median:0.0} × as long; budget 5.0"), single.Median >= 5 * tool.Median);
    }

    private static void Fill(LoopbackFeed feed)
    {
        feed.Add("Contoso.App", "1.0.0", [.. Enumerable.Range(1, Branches).Select(branch => $"Contoso.Branch{branch}/1.0.0")]);
        for (var branch = 1; branch <= Branches; branch++)
        {
            var leaves = Enumerable.Range(1, Leaves).Select(leaf => $"Contoso.Leaf{branch}{leaf}").ToList();
            feed.Add($"Contoso.Branch{branch}", "1.0.0", [.. leaves.Select(leaf => $"{leaf}/1.0.0")]);
            foreach (var leaf in leaves) feed.Add(leaf, "1.0.0");
        }
    }

    /// <summary>The same answers over one connection, without reading what is in them.</summary>
    private static double OneAfterTheOther(LoopbackFeed feed)
    {
        using var client = new HttpClient();
        var clock = Stopwatch.StartNew();
        foreach (var path in feed.Files.Keys.Where(path => path.StartsWith("/flat/", StringComparison.Ordinal)).Prepend("/v3/index.json"))
            client.GetByteArrayAsync(new Uri(feed.Root + path)).GetAwaiter().GetResult();
        return clock.Elapsed.TotalMilliseconds;
    }
}

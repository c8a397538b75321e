using System.Text.Json;
using BannedVendorAnalyzer.Cli;
using BannedVendorAnalyzer.Cli.Feeds;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Cli;
using BannedVendorAnalyzer.Tests.Rules;

namespace BannedVendorAnalyzer.Tests.Feeds;

/// <summary>A folder whose NuGet.config leads to a source on loopback and nowhere else, and the tool in it.</summary>
internal sealed class FeedWorkspace : IDisposable
{
    /// <summary>Long enough for a busy machine, with pauses that nobody has to sit through.</summary>
    public static readonly FeedBounds Patient = new() { Pause = TimeSpan.FromMilliseconds(10), LongestPause = TimeSpan.FromMilliseconds(50) };

    public FeedWorkspace(bool hashes = false)
    {
        Feed = new LoopbackFeed().AsSource(hashes);
        Configure($"""<add key="local" value="{Feed.Index}" allowInsecureConnections="true" />""");
    }

    public TempFolder Folder { get; } = new();

    public LoopbackFeed Feed { get; }

    /// <summary>Where packages lie while they are read.</summary>
    public string Temporary => Folder["temporary"];

    public void Dispose()
    {
        Feed.Dispose();
        Folder.Dispose();
    }

    /// <param name="sources">Elements of <c>packageSources</c>.</param>
    public void Configure(string sources, string more = "") => Folder.Write("NuGet.config", $"<configuration><packageSources><clear />{sources}</packageSources>{more}</configuration>");

    public ToolOutcome Check(params string[] arguments) => Check(Patient, TimeProvider.System, progress: false, arguments);

    public ToolOutcome Check(FeedBounds bounds, TimeProvider clock, bool progress, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = new ToolHost(output, error, Folder.Root, EmbeddedRules.Files(), TestRules.Day("2026-11-20"), clock, Colour: false, progress) { FeedBounds = bounds, NewTemporaryFolder = () => Directory.CreateDirectory(Temporary).FullName };
        var exitCode = CommandLine.Run(["check", .. arguments], host);
        return new ToolOutcome(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Code, verdict and path of each finding of a JSON report.</summary>
    public static IReadOnlyList<string> Findings(ToolOutcome outcome)
    {
        using var report = JsonDocument.Parse(outcome.Output);
        return [.. report.RootElement.GetProperty("findings").EnumerateArray().Select(finding =>
            $"{finding.GetProperty("code").GetString()} {finding.GetProperty("verdict").GetString()} {string.Join(" > ", finding.GetProperty("path").EnumerateArray().Select(step => step.GetString()))}")];
    }
}

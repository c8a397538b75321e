using System.Globalization;
using Microsoft.Build.Framework;

namespace BannedVendorAnalyzer.Bench;

/// <summary>A logger that writes how long our target took in each project, loading of the task and handing over of items included.</summary>
public sealed class GateTimes : ILogger
{
    private readonly List<string> _lines = [];
    private readonly Dictionary<int, DateTime> _started = [];

    public LoggerVerbosity Verbosity { get; set; } = LoggerVerbosity.Minimal;

    /// <summary>The file to write.</summary>
    public string? Parameters { get; set; }

    /// <summary>Target times in milliseconds, in the order in which they ended.</summary>
    internal static IReadOnlyList<double> Of(Shell shell, string folder, string project, params string[] more)
    {
        var file = Path.Combine(folder, "gate-times.txt");
        string[] command = more.Length > 0 ? more : ["build", "--no-restore"];
        shell.Run(folder, "dotnet", [.. command, project, "-tl:off", "-v:q", "-m:1", $"-logger:{typeof(GateTimes).FullName},{typeof(GateTimes).Assembly.Location};{file}"]);
        return [.. File.ReadAllLines(file).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];
    }

    public void Initialize(IEventSource eventSource)
    {
        eventSource.TargetStarted += (_, started) =>
        {
            if (started.TargetName == "BannedVendorCheck") _started[started.BuildEventContext!.TargetId] = started.Timestamp;
        };
        eventSource.TargetFinished += (_, finished) =>
        {
            if (finished.TargetName == "BannedVendorCheck" && _started.Remove(finished.BuildEventContext!.TargetId, out var start))
                _lines.Add((finished.Timestamp - start).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        };
    }

    public void Shutdown() => File.WriteAllLines(Parameters!, _lines);
}

using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using BannedVendorAnalyzer.Bench;

// The first check of 200 packages by the task: a fresh process each time, so JIT and loading count; nothing is cached by us.
const int Packages = 200;
const int Runs = 15;

var task = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "GateTask").Value!;
var folder = Directory.CreateTempSubdirectory("bva-bench-").FullName;
try
{
    var project = MadeProject.Write(folder, task, Packages);
    var times = new List<int>();
    for (var run = 0; run <= Runs; run++)
    {
        var time = Measure(project);
        if (run > 0) times.Add(time);
    }

    times.Sort();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"first check of {Packages} signed packages, target time in a fresh process, {Runs} runs: median {times[Runs / 2]} ms, {times[0]} to {times[^1]} ms, {Environment.ProcessorCount} cores, {RuntimeText()}"));
    return times[Runs / 2] <= 150 ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static string RuntimeText() => System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription;

static int Measure(string project)
{
    var start = new ProcessStartInfo("dotnet", ["msbuild", project, "-t:Check", "-nologo", "-tl:off", "-v:m", "-nodeReuse:false", "-clp:PerformanceSummary"]) { RedirectStandardOutput = true };
    using var process = Process.Start(start)!;
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    var targets = output[Math.Max(0, output.IndexOf("Target Performance Summary", StringComparison.Ordinal))..];
    var time = Regex.Match(targets, @"(\d+) ms\s+Check\s+1 calls");
    return process.ExitCode == 0 && time.Success ? int.Parse(time.Groups[1].Value, CultureInfo.InvariantCulture) : throw new InvalidOperationException(output);
}

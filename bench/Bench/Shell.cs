using System.Diagnostics;

namespace BannedVendorAnalyzer.Bench;

/// <param name="PeakBytes">Largest working set, where the platform tells.</param>
internal sealed record Ran(string Output, double Milliseconds, long PeakBytes);

/// <summary>Runs programs with a home and a package folder of their own and no build servers.</summary>
internal sealed class Shell(string home, string packages)
{
    public Ran Run(string folder, string program, IReadOnlyList<string> arguments, int exitCode = 0)
    {
        var clock = Stopwatch.StartNew();
        using var process = Start(folder, program, arguments);
        var peak = Task.Run(() => Peak(process));
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var time = clock.Elapsed.TotalMilliseconds;
        return process.ExitCode == exitCode
            ? new Ran(output, time, peak.Result)
            : throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' ended with {process.ExitCode}:\n{output}");
    }

    public Process Start(string folder, string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_HOME"] = home;
        start.Environment["NUGET_PACKAGES"] = packages;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return Process.Start(start)!;
    }

    /// <summary>The high-water mark that the kernel keeps is gone with the process, so it is read while it runs.</summary>
    private static long Peak(Process process)
    {
        var peak = 0L;
        try
        {
            while (!process.HasExited)
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
                Thread.Sleep(5);
            }
        }
        catch (InvalidOperationException)
        {
            // It ended between two looks.
        }

        return peak;
    }
}

using System.ComponentModel;
using System.Diagnostics;

namespace BannedVendorAnalyzer.Cli.Targets;

/// <summary>Runs another program to its end; arguments are handed over one by one, so no shell reads them.</summary>
internal static class ChildProcess
{
    /// <summary>As an exit code: the program is not there.</summary>
    public const int NotStarted = -1;

    /// <param name="notInherited">Variables of the environment that it is not given.</param>
    public static (int ExitCode, string Output, string Error) Run(string program, IEnumerable<string> arguments, params IReadOnlyList<string> notInherited) =>
        RunAsync(program, arguments, start =>
        {
            foreach (var name in notInherited) start.Environment.Remove(name);
        }, CancellationToken.None).GetAwaiter().GetResult();

    /// <param name="stop">Ends it with everything that it started.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string program, IEnumerable<string> arguments, Action<ProcessStartInfo> configure, CancellationToken stop)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        configure(start);
        using var process = Start(start);
        if (process is null) return (NotStarted, "", "");
        process.StandardInput.Close();
        // A signal may reach this program alone; what it started must not work on behind it. Who hands in a token sees to that himself.
        using var signals = stop.CanBeCanceled ? null : new EndSignals(_ => process.Kill(entireProcessTree: true));
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        return (process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

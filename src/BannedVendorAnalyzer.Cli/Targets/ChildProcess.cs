using System.ComponentModel;
using System.Diagnostics;

namespace BannedVendorAnalyzer.Cli.Targets;

/// <summary>Runs another program to its end; arguments are handed over one by one, so no shell reads them.</summary>
internal static class ChildProcess
{
    /// <summary>As an exit code: the program is not there.</summary>
    public const int NotStarted = -1;

    /// <param name="notInherited">Variables of the environment that it is not given.</param>
    public static (int ExitCode, string Output, string Error) Run(string program, IEnumerable<string> arguments, params IReadOnlyList<string> notInherited)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var name in notInherited) start.Environment.Remove(name);
        using var process = Start(start);
        if (process is null) return (NotStarted, "", "");
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
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

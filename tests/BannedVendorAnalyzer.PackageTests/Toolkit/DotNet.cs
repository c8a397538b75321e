using System.Collections;
using System.Diagnostics;

namespace BannedVendorAnalyzer.PackageTests.Toolkit;

/// <summary>Runs programs with nothing of this machine's: own home, own package folder, no build servers.</summary>
/// <param name="settings">More environment variables; null for none.</param>
public sealed class DotNet(string home, string packages, IReadOnlyDictionary<string, string>? settings = null)
{
    public CommandResult Run(string folder, params string[] arguments) => Start("dotnet", folder, arguments);

    public CommandResult Start(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        Isolate(start);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CommandResult($"{program} {string.Join(' ', arguments)}", process.ExitCode, output, error.Result);
    }

    private void Isolate(ProcessStartInfo start)
    {
        // The test host runs within the SDK and inherits its settings, which point into this repository's build.
        foreach (var name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)))
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_HOME"] = home;
        start.Environment["NUGET_PACKAGES"] = packages;

        // Where the SDK keeps what it builds of file-based apps, on Unix.
        start.Environment["XDG_DATA_HOME"] = home;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment.Remove("CI");
        foreach (var (name, value) in settings ?? new Dictionary<string, string>()) start.Environment[name] = value;
    }
}

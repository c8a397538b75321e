using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Cli.Targets;

/// <summary>Runs the .NET SDK for what only it can say or do: where a project's assets file is, what items it has, and restoring it.</summary>
internal static class DotNet
{
    /// <summary>The SDK tells its children which dotnet started them.</summary>
    private static string Program => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Full path of the assets file by the project's own evaluation; null where it has none or cannot be evaluated.</summary>
    public static string? AssetsFile(string project)
    {
        var (exitCode, output) = Run("msbuild", project, "-getProperty:ProjectAssetsFile", "-nologo");
        var path = output.Trim();
        return exitCode == 0 && path.Length > 0 && !path.Contains('\n') ? Path.GetFullPath(path, Path.GetDirectoryName(project)!) : null;
    }

    /// <summary>Items of the project as MSBuild evaluates them, and its <c>TargetFrameworks</c>, as JSON; no target is run.</summary>
    /// <param name="framework">Null for the project as a whole.</param>
    public static (int ExitCode, string Output) Items(string project, string? framework, IEnumerable<string> types) =>
        Run(["msbuild", project, "-nologo", $"-getItem:{string.Join(',', types)}", "-getProperty:TargetFrameworks", .. framework is null ? Array.Empty<string>() : [$"-p:TargetFramework={framework}"]]);

    /// <summary>
    /// With <c>--force</c>, so that NuGet leaves a trace of having looked even where nothing changed, and without the gate of the repository: what is
    /// restored here is judged here, and a restore that it stopped would leave nothing to judge.
    /// </summary>
    public static (bool Restored, string Output) Restore(string solutionOrProject)
    {
        var (exitCode, output) = Run("restore", solutionOrProject, "--force", "-p:_BannedVendorToolRestores=true", "-nologo", "-tl:off");
        return (exitCode == 0, AddressText.WithoutSecrets(output.Trim()));
    }

    /// <summary>Runs it in a folder, and leaves none of its servers running. When it is stopped, everything that it started has ended.</summary>
    /// <returns>What it printed; of a failure also as errors.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static async Task<(int ExitCode, string Output)> RunIn(string folder, CancellationToken stop, params string[] arguments)
    {
        var (exitCode, output, error) = await ChildProcess.RunAsync(Program, arguments, start =>
        {
            start.WorkingDirectory = folder;
            start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
            start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
            start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
            start.Environment["DOTNET_NOLOGO"] = "1";
        }, stop);
        return (exitCode, exitCode == 0 ? output : AddressText.WithoutSecrets(Failed(exitCode, output, error)));
    }

    private static (int ExitCode, string Output) Run(params string[] arguments)
    {
        var (exitCode, output, error) = ChildProcess.Run(Program, arguments);
        return (exitCode, Failed(exitCode, output, error));
    }

    private static string Failed(int exitCode, string output, string error) => exitCode == ChildProcess.NotStarted ? $"'{Program}' could not be started; put the .NET SDK on the PATH" : output + error;
}

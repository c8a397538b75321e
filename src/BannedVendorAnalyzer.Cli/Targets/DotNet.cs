namespace BannedVendorAnalyzer.Cli.Targets;

/// <summary>Runs the .NET SDK for what only it can say or do: where a project's assets file is, what items it has, and restoring it.</summary>
internal static class DotNet
{
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
        return (exitCode == 0, output.Trim());
    }

    private static (int ExitCode, string Output) Run(params string[] arguments)
    {
        // The SDK tells its children which dotnet started them.
        var program = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var (exitCode, output, error) = ChildProcess.Run(program, arguments);
        return (exitCode, exitCode == ChildProcess.NotStarted ? $"'{program}' could not be started; put the .NET SDK on the PATH" : output + error);
    }
}

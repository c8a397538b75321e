using System.Reflection;

namespace BannedVendorAnalyzer.PackageTests.Toolkit;

/// <summary>Runs MSBuild's .NET Framework engine: on Windows as it is, elsewhere under mono.</summary>
internal static class FrameworkHost
{
    private const int CannotRun = 2;

    private static string Program { get; } =
        typeof(FrameworkHost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "FrameworkHost").Value!;

    public static void SkipUnlessItCanRun() =>
        Assert.SkipUnless(OperatingSystem.IsWindows() || IsOnPath("mono"), "mono is not on the PATH: nothing here runs the .NET Framework engine. On Debian, .ci/install-mono installs it.");

    public static CommandResult Build(DotNet runner, string folder, string project)
    {
        var result = OperatingSystem.IsWindows() ? runner.Start(Program, folder, project) : runner.Start("mono", folder, Program, project);
        Assert.SkipWhen(result.ExitCode == CannotRun, result.Error);
        return result;
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}

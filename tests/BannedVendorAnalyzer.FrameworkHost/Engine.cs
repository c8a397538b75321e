using Microsoft.Build.Evaluation;
using Microsoft.Build.Execution;
using Microsoft.Build.Framework;
using Microsoft.Build.Logging;

namespace BannedVendorAnalyzer.FrameworkHost;

internal static class Engine
{
    /// <summary>Runs the project's default targets; warnings and errors go to standard output as MSBuild prints them.</summary>
    public static bool Build(string project)
    {
        // The engine looks around for an MSBuild.exe and gives up without one; it takes what it is told and starts none.
        Environment.SetEnvironmentVariable("MSBUILD_EXE_PATH", typeof(Engine).Assembly.Location);
        using var projects = new ProjectCollection();
        var parameters = new BuildParameters(projects) { Loggers = [new ConsoleLogger(LoggerVerbosity.Quiet)], EnableNodeReuse = false, MaxNodeCount = 1 };
        var request = new BuildRequestData(project, new Dictionary<string, string>(), null, [], null);
        return BuildManager.DefaultBuildManager.Build(parameters, request).OverallResult == BuildResultCode.Success;
    }
}

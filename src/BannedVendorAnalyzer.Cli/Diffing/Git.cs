using BannedVendorAnalyzer.Cli.Targets;
using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Cli.Diffing;

/// <summary>Asks git, which runs no hook for it and takes no index or repository from the environment, as a hook that runs this tool would hand them on.</summary>
internal static class Git
{
    private static readonly string[] NotInherited =
        ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_PREFIX"];

    /// <param name="folder">Full path; what is asked for is asked of its repository.</param>
    public static GitAnswer Run(string folder, params string[] arguments)
    {
        var (exitCode, output, error) = ChildProcess.Run("git", ["-c", "core.hooksPath=/dev/null", "-C", folder, .. arguments], NotInherited);
        return exitCode == ChildProcess.NotStarted
            ? new GitAnswer(false, "", "git could not be started; put it on the PATH")
            : new GitAnswer(exitCode == 0, output.TrimEnd('\r', '\n'), PrintableText.Of(error.Split('\n', '\r')[0].Trim()));
    }
}

/// <param name="Error">The first line of what it complained of.</param>
internal sealed record GitAnswer(bool Succeeded, string Output, string Error);

using System.Diagnostics;

namespace BannedVendorAnalyzer.Tests.Cli;

/// <summary>A repository of git, in a folder of its own with room beside it, and nothing of this machine's settings.</summary>
internal sealed class GitRepository : IDisposable
{
    private readonly TempFolder _folder = new();

    public GitRepository()
    {
        Directory.CreateDirectory(Root);
        Git("init", "--quiet", "--initial-branch=main");
    }

    public string Root => _folder["repository"];

    /// <summary>What lies beside the repository.</summary>
    public IEnumerable<string> Beside => Directory.GetFileSystemEntries(_folder.Root).Where(path => path != Root).Select(path => Path.GetFileName(path));

    /// <summary>Full path of what lies beside the repository.</summary>
    public string this[string relative] => _folder[relative];

    public void Dispose()
    {
        // Objects of git cannot be written, which keeps Windows from removing them.
        foreach (var file in Directory.EnumerateFiles(_folder.Root, "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal);
        _folder.Dispose();
    }

    public void Write(string relative, byte[] bytes) => _folder.Write($"repository/{relative}", bytes);

    public void Write(string relative, string text) => _folder.Write($"repository/{relative}", text);

    public string Commit()
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "--message=change");
        return Git("rev-parse", "HEAD");
    }

    public string Git(params string[] arguments) => GitIn(Root, arguments);

    public static string GitIn(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "protocol.file.allow=always", "-C", folder, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GIT_CONFIG_GLOBAL"] = start.Environment["GIT_CONFIG_SYSTEM"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"git {string.Join(' ', arguments)}: {error.Result}");
        return output.Trim();
    }
}

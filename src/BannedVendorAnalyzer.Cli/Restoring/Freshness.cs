namespace BannedVendorAnalyzer.Cli.Restoring;

/// <summary>
/// Says whether an assets file is younger than what it was made from. A restore that finds nothing to do touches no file at all; one with
/// <c>--force</c> always writes <c>project.nuget.cache</c>, and the assets file only when its text changes. So the younger of the two tells when it was restored last.
/// </summary>
/// <param name="now">UTC.</param>
internal sealed class Freshness(DateTime now)
{
    /// <summary>The clock of a file server may be ahead of ours by so much; a restore that lies further in the future proves nothing.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>Restore writes the lock file some milliseconds after the two files that tell its time.</summary>
    private static readonly TimeSpan LockFileDelay = TimeSpan.FromSeconds(2);

    /// <returns>The newest file that is younger than the last restore; null when the assets file is up to date.</returns>
    public string? Newer(string projectPath, string assetsPath)
    {
        var written = Written(assetsPath);
        var newest = Later(Proven(written.Assets), Proven(written.Cache));
        string? newer = null;
        foreach (var file in RestoreInputs.Of(projectPath))
        {
            var changed = Changed(file);
            if (changed > newest) (newest, newer) = (changed, file);
        }

        return newer;
    }

    public static RestoreTimes Written(string assetsPath) =>
        new(File.GetLastWriteTimeUtc(assetsPath), File.GetLastWriteTimeUtc(Path.Combine(Path.GetDirectoryName(assetsPath)!, "project.nuget.cache")));

    private static DateTime Changed(string file)
    {
        var time = File.GetLastWriteTimeUtc(file);
        return Path.GetFileName(file) == RestoreInputs.LockFile && time > DateTime.MinValue + LockFileDelay ? time - LockFileDelay : time;
    }

    private DateTime Proven(DateTime written) => written <= now + Skew ? written : DateTime.MinValue;

    private static DateTime Later(DateTime left, DateTime right) => left > right ? left : right;
}

/// <summary>When the files of a restore were written; they differ after each that has done anything. A missing file counts as very old.</summary>
internal sealed record RestoreTimes(DateTime Assets, DateTime Cache);

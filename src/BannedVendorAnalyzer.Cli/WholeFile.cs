namespace BannedVendorAnalyzer.Cli;

/// <summary>Writes what others read at the same time: a file is there whole, or as it was.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file that must not be there yet.</summary>
    /// <returns>False where it could not be written, which has been said.</returns>
    public static bool Create(string path, byte[] utf8, ToolHost host) => Put(path, host, temporary =>
    {
        File.WriteAllBytes(temporary, utf8);
        File.Move(temporary, path, overwrite: false);
    });

    /// <param name="read">The file as it was read; where it has changed since, it is left alone.</param>
    /// <returns>False where it could not be written, which has been said.</returns>
    public static bool Replace(string path, byte[] read, byte[] utf8, ToolHost host) => Put(path, host, temporary =>
    {
        if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(read)) throw new IOException("it was changed meanwhile");
        File.WriteAllBytes(temporary, utf8);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
        File.Move(temporary, path, overwrite: true);
    });

    private static bool Put(string path, ToolHost host, Action<string> write)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            write(temporary);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            host.Error.WriteLine($"'{host.Relative(path)}' cannot be written ({exception.Message})");
            if (File.Exists(temporary)) File.Delete(temporary);
            return false;
        }
    }
}

using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Inspection;

/// <summary>Reads whole files up to a bound; whatever keeps a file from being read is a problem, not an exception.</summary>
public static class BoundedFile
{
    /// <param name="what">How the problem calls the file, e.g. <c>assets file</c>.</param>
    /// <param name="mostBytes">A larger file is a problem.</param>
    public static (byte[]? Bytes, FileProblem? Problem) Read(string path, string what, int mostBytes)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1);
            if (stream.Length > mostBytes) return (null, FileProblem.Of(path, $"the {what} has {stream.Length} bytes; more than {mostBytes} are not read"));
            var bytes = new byte[stream.Length];
            for (var read = 0; read < bytes.Length;)
            {
                var count = stream.Read(bytes, read, bytes.Length - read);
                if (count == 0) return (null, FileProblem.Of(path, $"the {what} became shorter while it was read"));
                read += count;
            }

            return (bytes, null);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, FileProblem.Of(path, $"the {what} is missing"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return (null, FileProblem.Of(path, $"the {what} cannot be read ({exception.Message})"));
        }
    }
}

using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Bench;

/// <summary>Real binaries to measure with and to compare by: restored packages, and what the system has installed.</summary>
internal static class BinaryFiles
{
    public static string Packages { get; } = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public static IReadOnlyList<string> Installed { get; } = [Packages, "/usr/lib"];

    /// <summary>Every file that begins as a binary, whatever its name; links are not followed.</summary>
    public static List<string> Find(IEnumerable<string> folders)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return [.. folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", options)).Where(IsBinary).Order(StringComparer.Ordinal)];
    }

    public static NativeImage? Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return NativeImageReader.Read(new StreamByteSource(stream));
    }

    private static bool IsBinary(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var head = new byte[BinaryFormats.HeadLength];
        return BinaryFormats.Detect(head, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)) != BinaryFormat.None;
    }
}

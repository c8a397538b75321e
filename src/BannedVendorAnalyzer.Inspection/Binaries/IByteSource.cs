namespace BannedVendorAnalyzer.Inspection.Binaries;

/// <summary>The bytes of one file wherever they are: on disk, unpacked from an archive, or part of another file.</summary>
/// <remarks>For one thread at a time.</remarks>
public interface IByteSource
{
    /// <summary>In bytes.</summary>
    long Length { get; }

    /// <summary>
    /// Copies <paramref name="count"/> bytes from <paramref name="offset"/> on; fewer only where the source ends, none for an offset
    /// outside it. Throws nothing but what the file system throws (<see cref="IOException"/>,
    /// <see cref="UnauthorizedAccessException"/>).
    /// </summary>
    /// <returns>The number of bytes copied.</returns>
    int Read(long offset, byte[] buffer, int index, int count);
}

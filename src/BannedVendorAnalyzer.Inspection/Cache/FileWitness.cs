namespace BannedVendorAnalyzer.Inspection.Cache;

/// <summary>
/// Shows without reading it that a file is as it was: the folders of restored packages are not written to again. A class, because each build process would
/// have to compile the lists of a struct.
/// </summary>
/// <param name="Length">Bytes; -1 where there is no file.</param>
/// <param name="LastWrite">UTC ticks; 0 where there is no file.</param>
public sealed record FileWitness(string Path, long Length, long LastWrite)
{
    public bool Exists => Length >= 0;

    public static FileWitness Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileWitness(path, file.Length, file.LastWriteTimeUtc.Ticks) : new FileWitness(path, -1, 0);
    }

    public bool StillHolds() => Of(Path) == this;
}

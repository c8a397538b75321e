namespace BannedVendorAnalyzer.Inspection;

/// <summary>How much was looked at. A class, because the runtime has its generic code for classes ready and compiles that for a struct in each process.</summary>
/// <param name="Files">Files that were there, by name at least.</param>
/// <param name="Bytes">Bytes of those that were read.</param>
public sealed record ScanSize(int Files, long Bytes)
{
    public static readonly ScanSize None = new(0, 0);

    public static ScanSize operator +(ScanSize left, ScanSize right) => new(left.Files + right.Files, left.Bytes + right.Bytes);
}

namespace BannedVendorAnalyzer.Inspection;

/// <param name="Files">Files that were there, by name at least.</param>
/// <param name="Bytes">Bytes of those that were read.</param>
public readonly record struct ScanSize(int Files, long Bytes)
{
    public static ScanSize operator +(ScanSize left, ScanSize right) => new(left.Files + right.Files, left.Bytes + right.Bytes);
}

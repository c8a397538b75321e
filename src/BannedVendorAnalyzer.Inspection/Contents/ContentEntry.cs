namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>One file of a package's contents.</summary>
/// <param name="Path">Relative, with <c>/</c>, as it is or would be on disk.</param>
/// <param name="Length">In bytes, unpacked.</param>
public sealed record ContentEntry(string Path, long Length);

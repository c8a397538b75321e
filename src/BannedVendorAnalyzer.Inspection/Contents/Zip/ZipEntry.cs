namespace BannedVendorAnalyzer.Inspection.Contents.Zip;

/// <summary>One file as the central directory describes it (PKWARE APPNOTE 4.3.12), which holds even where a data descriptor follows the data.</summary>
/// <param name="Name">As it stands there.</param>
/// <param name="Header">Offset of its local header in the archive.</param>
internal sealed record ZipEntry(string Name, bool IsDeflated, long Packed, long Unpacked, long Header);

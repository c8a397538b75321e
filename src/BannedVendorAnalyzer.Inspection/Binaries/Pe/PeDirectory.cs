namespace BannedVendorAnalyzer.Inspection.Binaries.Pe;

/// <summary>IMAGE_DATA_DIRECTORY. The address is relative to the image base, that of certificates a place in the file.</summary>
internal readonly record struct PeDirectory(uint Address, uint Size);

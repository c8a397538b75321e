namespace BannedVendorAnalyzer.Inspection.Assemblies;

/// <summary>A managed resource (ECMA-335 II.22.24); its bytes lie inside the image, which was checked.</summary>
/// <param name="Offset">Of its first byte in the file.</param>
/// <param name="Length">In bytes.</param>
public sealed record EmbeddedResource(string Name, long Offset, int Length);

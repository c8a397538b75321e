using BannedVendorAnalyzer.Inspection.Assemblies;
using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Inspection.Contents;

/// <summary>As what a file was looked into.</summary>
public enum SeenFormat { Image, Zip, ResourceSet }

/// <summary>A file that was looked into, with everything that its readers say; what is judged of it is in the evidence.</summary>
/// <param name="File">As in the evidence, with <c>!/</c> before what lies inside another file.</param>
/// <param name="Length">In bytes, unpacked.</param>
/// <param name="Image">Null for what is no image.</param>
/// <param name="Assembly">Null for what is not managed, or could not be read as such.</param>
/// <param name="Entries">Files in an archive; null for what is none.</param>
public sealed record SeenFile(string File, long Length, SeenFormat Format, NativeImage? Image = null, ManagedAssembly? Assembly = null, int? Entries = null);

using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Json;

namespace BannedVendorAnalyzer.Inspection.Packages;

/// <summary>Reads <c>.nupkg.metadata</c>, which NuGet writes when it extracts a package (NuGet.Packaging, NupkgMetadataFile).</summary>
internal static class PackageMetadata
{
    public const string FileName = ".nupkg.metadata";

    /// <param name="path">Only named in problems.</param>
    /// <returns>The hash of the content that was extracted; null where the file, being an old one, has none.</returns>
    public static (string? ContentHash, FileProblem? Problem) Parse(string path, byte[] utf8)
    {
        try
        {
            string? hash = null;
            var json = new JsonCursor(utf8);
            json.EnterObject();
            while (json.NextMember())
            {
                if (json.NameIs("contentHash") && json.Kind == JsonKind.String) hash = json.ReadString();
                else json.Skip();
            }

            json.EnsureEnd();
            return (hash, null);
        }
        catch (JsonFormatException exception)
        {
            return (null, FileProblem.At(path, utf8, exception.Offset, $"the package's metadata is damaged: {exception.Message}; restore the package again"));
        }
    }
}

using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Inspection.Assemblies;

/// <summary>Where the managed resources of an image lie (ECMA-335 II.22.24, II.24.2.7): a length of 4 bytes before each.</summary>
internal static class ResourceTable
{
    private const int MostResources = 16_384;
    private const int LengthBytes = 4;

    public static List<EmbeddedResource> Read(MetadataImage image, IByteSource source)
    {
        var resources = new List<EmbeddedResource>();
        image.Try("resources", () =>
        {
            var headers = image.Pe.PEHeaders;
            var directory = headers.CorHeader!.ResourcesDirectory;
            if (directory.Size <= 0) return;
            if (!headers.TryGetDirectoryOffset(directory, out var start)) throw new BadImageFormatException();
            image.Each("resources", image.Reader.ManifestResources, MostResources, handle =>
            {
                var resource = image.Reader.GetManifestResource(handle);
                if (resource.Implementation.IsNil) resources.Add(Find(image.Text(resource.Name), source, start, resource.Offset, directory.Size));
            });
        });
        return resources;
    }

    private static EmbeddedResource Find(string name, IByteSource source, long start, long offset, long size)
    {
        var bytes = new byte[LengthBytes];
        if (offset < 0 || offset > size - LengthBytes || source.Read(start + offset, bytes, 0, LengthBytes) < LengthBytes) throw new BadImageFormatException();
        var length = bytes[0] | bytes[1] << 8 | bytes[2] << 16 | bytes[3] << 24;
        var first = start + offset + LengthBytes;
        if (length < 0 || length > size - offset - LengthBytes || length > source.Length - first) throw new BadImageFormatException();
        return new EmbeddedResource(name, first, length);
    }
}

using System.IO.Compression;
using System.Resources;
using BannedVendorAnalyzer.Inspection.Binaries;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Tests.Assemblies;
using BannedVendorAnalyzer.Tests.Binaries;

namespace BannedVendorAnalyzer.Tests.Contents;

/// <summary>A sound file of each kind that is looked into, to be damaged.</summary>
public static class ContentSamples
{
    private static readonly ContentRelevance _everything = new(_ => true, ["ACME_"], true);

    public static IReadOnlyDictionary<string, byte[]> All { get; } = Build();

    /// <summary>As <see cref="BinaryCase.Fault(byte[])"/>; the bytes are read as an archive and as a file in one.</summary>
    public static string? Fault(byte[] bytes) => BinaryCase.Fault(bytes, hostile =>
    {
        ContentInspector.Inspect(ZipContents.Of("x.nupkg", new ByteArraySource(hostile)), _everything);
        ContentInspector.Inspect(ZipContents.Of("x.nupkg", new ByteArraySource(new RawZip().Add("a.dll", hostile, deflate: false).Build())), _everything);
    });

    private static Dictionary<string, byte[]> Build()
    {
        var plain = new AssemblyImage
        {
            Company = "Contoso",
            PublicKey = [.. Enumerable.Range(0, 160).Select(value => (byte)value)],
            Imports = [("first.dll", "ACME_One"), ("second.dll", null)],
            References = [("Other", [1, 2, 3, 4, 5, 6, 7, 8], false)],
            Forwards = ["Target"],
            LinkedFiles = ["linked.dll"],
            Loads = ["loaded", "other"],
        };
        var inner = plain.Build();
        return new Dictionary<string, byte[]>
        {
            ["assembly"] = inner,
            ["assembly with packed ones"] = new AssemblyImage { Resources = [("a.dll.compressed", RawZip.Deflate(inner)), ("b.dll.gz", Gzip(inner)), ("c.resources", ResourceSet(inner))] }.Build(),
            ["zip"] = new RawZip().Add("lib/a.dll", inner).Add("b.so", BinarySamples.Elf.Build(), deflate: false).Add("c.txt", [1, 2, 3], flags: 8).Build(),
            ["zip64"] = new RawZip { IsZip64 = true, Before = [1, 2, 3] }.Add("a.dll", inner).Add("inner.zip", new RawZip().Add("b.dll", inner).Build()).Build(),
            ["single-file application"] = new SingleFileApp().Add("a.dll", inner).Add("b.dll", inner, pack: true).Build(),
            ["single-file application for macOS"] = new SingleFileApp { IsForMac = true, Version = 2 }.Add("a.dll", inner).Build(),
            ["archive behind an image"] = [.. BinarySamples.Pe.Build(), .. new RawZip().Add("a.dll", inner).Build()],
            ["image behind an image"] = [.. BinarySamples.Elf.Build(), .. inner],
            ["gzip"] = Gzip(inner),
            ["resource set"] = ResourceSet(inner),
        };
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal)) stream.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] ResourceSet(byte[] bytes)
    {
        using var set = new MemoryStream();
        using var writer = new ResourceWriter(set);
        writer.AddResource("Text", "text");
        writer.AddResource("Native", bytes);
        writer.Generate();
        return set.ToArray();
    }
}

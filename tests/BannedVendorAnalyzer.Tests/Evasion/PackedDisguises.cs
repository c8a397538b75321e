using System.Formats.Tar;
using System.IO.Compression;
using System.Resources;
using System.Text;
using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Binaries;
using BannedVendorAnalyzer.Tests.Contents;
using static BannedVendorAnalyzer.Tests.Evasion.Disguise;

namespace BannedVendorAnalyzer.Tests.Evasion;

/// <summary>Files inside other files.</summary>
internal static class PackedDisguises
{
    private const string Functions = "100 exported functions 'NET_DVR_…' in ";

    private static readonly byte[] _library = new PeBuilder { Name = "camera.dll", Exports = StandIn.Functions(100) }.Build();

    public static IEnumerable<Disguise> All => Resources.Concat(Archives);

    private static IEnumerable<Disguise> Resources =>
    [
        Caught("embedded as a resource", Functions + "lib/a.dll!/data", "resources are read as files", into => into.InPackage("lib/a.dll", StandIn.WithResource("data", _library))),
        Caught("compressed as Costura does", Functions + "lib/a.dll!/costura.camera.dll.compressed", "DEFLATE is tried where nothing marks it", into => into.InPackage("lib/a.dll", StandIn.WithResource("costura.camera.dll.compressed", StandIn.Deflated(_library)))),
        Caught("a resource in a zip", Functions + "lib/a.dll!/data!/x.bin", "zip is unpacked", into => into.InPackage("lib/a.dll", StandIn.WithResource("data", new RawZip().Add("x.bin", _library).Build()))),
        Caught("in a set of resources", Functions + "lib/a.dll!/Contoso.resources!/Data", "what a .resx becomes is read", into => into.InPackage("lib/a.dll", StandIn.WithResource("Contoso.resources", ResourceSet(_library)))),
        Caught("an encrypted resource that keeps its name", "file lib/a.dll ('HCNetSDK.dll', name of a resource)", "the resource's name", into => into.InPackage("lib/a.dll", StandIn.WithResource("Contoso.Native.HCNetSDK.dll", StandIn.Encrypted(_library)))),
        Caught("packed by Brotli under its name", "file lib/a.dll ('HCNetSDK.dll', name of a resource)", "the resource's name", into => into.InPackage("lib/a.dll", StandIn.WithResource("HCNetSDK.dll.br", Brotli(_library)))),
        Missed("packed by Brotli under another name", "Brotli has no mark and is not tried", into => into.InPackage("lib/a.dll", StandIn.WithResource("data", Brotli(_library)))),
        Missed("an encrypted resource", "only the code that decrypts it knows", into => into.InPackage("lib/a.dll", StandIn.WithResource("data", StandIn.Encrypted(_library)))),
    ];

    private static IEnumerable<Disguise> Archives =>
    [
        Caught("in a zip", Functions + "content/data.bin!/x/camera.bin", "archives are told by how they begin", into => into.InPackage("content/data.bin", new RawZip().Add("x/camera.bin", _library).Build())),
        Caught("in a gzip", Functions + "content/camera.gz", "gzip is unpacked", into => into.InPackage("content/camera.gz", StandIn.Gzipped(_library))),
        Caught("a package in a package", Functions + "tools/inner.nupkg!/lib/camera.dll", "a package is a zip", into => into.InPackage("tools/inner.nupkg", new RawZip().Add("lib/camera.dll", _library).Build())),
        Caught("an escaped name in a package in a package", "file tools/inner.nupkg!/native/HCNetSDK.dll", "names are read as NuGet unpacks them", into => into.InPackage("tools/inner.nupkg", new RawZip().Add("native/HCNet%53DK.dll", StandIn.Plain).Build())),
        Caught("a zip in a zip in a zip", Functions + "a.zip!/b.zip!/c.zip!/camera.dll", "four levels deep", into => into.InPackage("a.zip", Zip("b.zip", Zip("c.zip", Zip("camera.dll", _library))))),
        new("deeper than anybody packs", Verdict.Unverified, "holds files deeper than 4 inside each other", "what was not looked at is said", into => into.InPackage("a.zip", Zip("b.zip", Zip("c.zip", Zip("d.zip", Zip("e.zip", Zip("camera.dll", _library))))))),
        new("in an encrypted zip", Verdict.Unverified, "'camera.dll' is encrypted", "what was not looked at is said", into => into.InPackage("content/data.zip", new RawZip().Add("camera.dll", StandIn.Encrypted(_library), deflate: false, flags: 1).Build())),
        Missed("in a tar", "tar is not unpacked", into => into.InPackage("content/data.tar", Tar(_library))),
        Caught("in a single-file application", Functions + "tools/app!/camera.dll", "the list of files that .NET puts behind its host", into => into.InPackage("tools/app", new SingleFileApp().Add("camera.dll", _library).Build())),
        Caught("compressed in a single-file application", Functions + "tools/app.exe!/camera.dll", "what is packed there is unpacked", into => into.InPackage("tools/app.exe", new SingleFileApp().Add("camera.dll", _library, pack: true).Build())),
        Caught("an archive that unpacks itself", Functions + "native/camera.dll!/camera.bin", "a zip behind a program or library is found by its end", into => into.InPackage("native/camera.dll", [.. StandIn.Plain, .. Zip("camera.bin", _library)])),
        Caught("behind a harmless library", Functions + "native/camera.dll!/(behind the image)", "what stands behind the last section is read as a file", into => into.InPackage("native/camera.dll", [.. StandIn.Plain, .. _library])),
        Missed("behind a harmless library and another byte", "what stands there begins like nothing that is known", into => into.InPackage("native/camera.dll", [.. StandIn.Plain, 1, .. _library])),
        Missed("an archive behind a picture", "only behind programs and libraries something is looked for", into => into.InPackage("content/logo.png", [0x89, .. "PNG\r\n\x1A\n"u8, .. new byte[60], .. Zip("camera.bin", _library)])),
        Missed("as Base64 in a text", "texts are not decoded", into => into.InPackage("content/data.json", Encoding.ASCII.GetBytes($"\"{Convert.ToBase64String(_library)}\""))),
        new("in two halves", Verdict.Review, "The export directory lies outside the file", "a file that begins like a library and is none is to be reviewed", into => into.InPackage("content/a.bin", _library[..600]).InPackage("content/b.bin", _library[600..])),
        Missed("in two halves, behind another byte", "neither begins like a library", into => into.InPackage("content/a.bin", [0, .. _library[..600]]).InPackage("content/b.bin", _library[600..])),
    ];

    private static byte[] Zip(string name, byte[] bytes) => new RawZip().Add(name, bytes, deflate: false).Build();

    private static byte[] Brotli(byte[] bytes) => StandIn.Packed(bytes, stream => new BrotliStream(stream, CompressionLevel.Optimal));

    private static byte[] Tar(byte[] bytes)
    {
        using var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, leaveOpen: true)) writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "camera.dll") { DataStream = new MemoryStream(bytes) });
        return tar.ToArray();
    }

    private static byte[] ResourceSet(byte[] bytes)
    {
        using var set = new MemoryStream();
        using (var writer = new ResourceWriter(set))
        {
            writer.AddResource("Data", bytes);
            writer.Generate();
            return set.ToArray();
        }
    }
}

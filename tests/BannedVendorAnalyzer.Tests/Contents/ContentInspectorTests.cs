using System.IO.Compression;
using System.Resources;
using System.Runtime.InteropServices;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection.Binaries;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Tests.Assemblies;
using BannedVendorAnalyzer.Tests.Binaries;

namespace BannedVendorAnalyzer.Tests.Contents;

public sealed class ContentInspectorTests : IDisposable
{
    private static readonly byte[] _wrapper = new AssemblyImage { Name = "Vendor.Sdk", Imports = [("dhnetsdk", "CLIENT_Init"), ("dhnetsdk", "CLIENT_Cleanup")] }.Build();
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("lib/net8.0/Harmless.dll")]
    [InlineData("content/table.dat")]
    [InlineData("README.md")]
    [InlineData("tools/no-extension")]
    public void Binary_IsSeenUnderAnyName(string file)
    {
        _folder.Write(file, _wrapper);

        Assert.Contains(new EvidenceItem(EvidenceKind.NativeImport, "dhnetsdk", file, 2, "function 'CLIENT_Init' as Contoso.Native.CallCLIENT_Init"), Inspect().Evidence);
        Assert.Contains(new EvidenceItem(EvidenceKind.AssemblyName, "Vendor.Sdk", file), Inspect().Evidence);
    }

    [Fact]
    public void FolderAndArchive_AreSeenAlike()
    {
        _folder.Write("lib/net8.0/a.dll", _wrapper);
        _folder.Write("runtimes/linux-x64/native/libx.so", NativeLibraryOfTheRuntime());
        _folder.Write("readme.txt", "text");
        using var archive = new MemoryStream();
        ZipFile.CreateFromDirectory(_folder[""], archive);

        var (folder, zip) = (Inspect(), Inspect(ZipContents.Of("x.nupkg", new ByteArraySource(archive.ToArray()))));
        Assert.Equal(folder.Evidence, zip.Evidence);
        Assert.Equal(folder.Scanned, zip.Scanned);
        Assert.Equal(3, folder.Scanned.Files);
        Assert.Empty(folder.Problems.Concat(zip.Problems).Concat(folder.Damaged).Concat(zip.Damaged));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("deflate")]
    [InlineData("stored")]
    [InlineData("fixed codes")]
    [InlineData("empty block first")]
    [InlineData("zlib")]
    [InlineData("gzip")]
    [InlineData("zip")]
    public void Resource_IsUnpacked(string packing)
    {
        var bytes = Pack(packing, _wrapper);
        _folder.Write("lib/Host.dll", new AssemblyImage { Name = "Host", Resources = [("padding", new byte[100]), ("costura.vendor.sdk.dll.compressed", bytes)] }.Build());

        var inside = "lib/Host.dll!/costura.vendor.sdk.dll.compressed" + (packing == "zip" ? "!/inner.bin" : "");
        Assert.Contains(Inspect().Evidence, item => item is { Kind: EvidenceKind.NativeImport, Value: "dhnetsdk" } && item.File == inside);
        Assert.Empty(Inspect().Problems);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FileInAResourceSet_IsSeen(bool isStream)
    {
        _folder.Write("lib/Host.dll", new AssemblyImage { Name = "Host", Resources = [("Host.Properties.Resources.resources", ResourcesWith(isStream))] }.Build());

        Assert.Contains(Inspect().Evidence, item => item is { Kind: EvidenceKind.NativeImport, Value: "dhnetsdk", File: "lib/Host.dll!/Host.Properties.Resources.resources!/Native" });
    }

    [Fact]
    public void EveryPrefixAndMutationOfAResourceSet_IsAnswered()
    {
        var valid = ResourcesWith(isStream: false);
        for (var length = 4; length < valid.Length; length++) InspectBytes(valid[..length]);
        for (var offset = 4; offset < valid.Length; offset++)
        {
            foreach (var mask in new byte[] { 0x01, 0x7F, 0x80, 0xFF })
            {
                valid[offset] ^= mask;
                InspectBytes(valid);
                valid[offset] ^= mask;
            }
        }
    }

    [Fact]
    public void NameOfAResource_CountsWithoutItsFolders()
    {
        _folder.Write("lib/Host.dll", new AssemblyImage { Name = "Host", Resources = [("App.Native.HCNetSDK.dll", new byte[100])] }.Build());

        var names = Inspect().Evidence.Where(item => item is { Kind: EvidenceKind.NativeFile, Detail: "name of a resource" }).Select(item => item.Value);
        Assert.Equal(["App.Native.HCNetSDK.dll", "Native.HCNetSDK.dll", "HCNetSDK.dll"], names);
    }

    [Fact]
    public void Archive_IsLookedInto()
    {
        _folder.Write("tools/payload.bin", new RawZip().Add("deep/a.dll", _wrapper).Build());

        Assert.Contains(Inspect().Evidence, item => item is { Kind: EvidenceKind.NativeImport, Value: "dhnetsdk", File: "tools/payload.bin!/deep/a.dll" });
    }

    [Fact]
    public void ArchiveThatThePackageWasUnpackedFrom_IsNotReadAgain()
    {
        var archive = new RawZip().Add("a.dll", _wrapper).Build();
        _folder.Write("contoso/1.0.0/contoso.1.0.0.nupkg", archive);
        _folder.Write("contoso/1.0.0/other.nupkg", archive);

        Assert.Equal(["other.nupkg!/a.dll"], Inspect(FolderContents.Of(_folder["contoso/1.0.0"])).Evidence.Where(item => item.Value == "dhnetsdk").Select(item => item.File));
    }

    [Fact]
    public void Functions_AreCountedByTheirBeginning()
    {
        _folder.Write("native/renamed.bin", NativeLibraryOfTheRuntime());
        _folder.Write("lib/a.dll", _wrapper);

        var counted = ContentInspector.Inspect(FolderContents.Of(_folder[""]), new ContentRelevance(item => item.Kind is EvidenceKind.NativeExport or EvidenceKind.NativeEntryPoint, ["CompressionNative_", "CLIENT_", "NET_DVR_"], false)).Evidence;
        Assert.Equal(new EvidenceItem(EvidenceKind.NativeEntryPoint, "CLIENT_", "lib/a.dll", 2), counted[0]);
        Assert.Equal((EvidenceKind.NativeExport, "CompressionNative_", "native/renamed.bin"), (counted[1].Kind, counted[1].Value, counted[1].File));
        Assert.InRange(counted[1].Count, 5, 100);
        Assert.Equal(2, counted.Count);
    }

    [Fact]
    public void ImportLibrary_HoldsNothingOfTheModule()
    {
        _folder.Write("a.lib", new ArchiveBuilder().Import("acme.dll", "ACME_Init").Member("own.obj/", [1, 2]).Build());

        Assert.Equal([(EvidenceKind.NativeFile, "a.lib"), (EvidenceKind.NativeImport, "acme.dll"), (EvidenceKind.NativeFile, "own.obj")], Inspect().Evidence.Select(item => (item.Kind, item.Value)));
    }

    [Fact]
    public void Hash_IsOfTheWholeFileAndOnlyOnDemand()
    {
        _folder.Write("a.dll", _wrapper);
        var hash = new EvidenceItem(EvidenceKind.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(_wrapper)), "a.dll");

        Assert.DoesNotContain(Inspect().Evidence, item => item.Kind == EvidenceKind.Sha256);
        Assert.Contains(hash, ContentInspector.Inspect(FolderContents.Of(_folder[""]), new ContentRelevance(_ => true, [], true)).Evidence);
    }

    [Fact]
    public void DamagedBinary_IsToldApartFromWhatCouldNotBeOpened()
    {
        _folder.Write("a.dll", _wrapper[..1000]);

        var inspection = Inspect();
        Assert.NotEmpty(inspection.Damaged);
        Assert.All(inspection.Damaged, problem => Assert.EndsWith("/a.dll", problem.File, StringComparison.Ordinal));
        Assert.Empty(inspection.Problems);
    }

    private static byte[] Pack(string packing, byte[] bytes)
    {
        if (packing == "plain") return bytes;
        if (packing is "fixed codes" or "empty block first") return FixedDeflate.Pack(bytes, emptyBlockFirst: packing == "empty block first");
        if (packing == "zip") return new RawZip().Add("inner.bin", bytes).Build();
        using var packed = new MemoryStream();
        using (Stream stream = packing switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal),
            "stored" => new DeflateStream(packed, CompressionLevel.NoCompression),
            "zlib" => new ZLibStream(packed, CompressionLevel.Optimal),
            _ => new DeflateStream(packed, CompressionLevel.Optimal),
        }) stream.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>A native library that is on every machine with .NET, in the format of its system.</summary>
    private static byte[] NativeLibraryOfTheRuntime() => File.ReadAllBytes(Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*System.IO.Compression.Native.*").First(file => Path.GetExtension(file) is ".so" or ".dll" or ".dylib"));

    private static byte[] ResourcesWith(bool isStream)
    {
        using var set = new MemoryStream();
        using (var writer = new ResourceWriter(set))
        {
            writer.AddResource("Text", "text");
            if (isStream) writer.AddResource("Native", new MemoryStream(_wrapper));
            else writer.AddResource("Native", _wrapper);
            writer.AddResource("Number", 7);
            writer.Generate();
            return set.ToArray();
        }
    }

    private static void InspectBytes(byte[] bytes) => Inspect(ZipContents.Of("x.nupkg", new ByteArraySource(new RawZip().Add("a.resources", bytes, deflate: false).Build())));

    private ContentInspection Inspect() => Inspect(FolderContents.Of(_folder[""]));

    private static ContentInspection Inspect(IPackageContents contents) => ContentInspector.Inspect(contents, new ContentRelevance(_ => true, [], false));
}

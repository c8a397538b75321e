using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Inspection.Binaries;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Tests.Assemblies;
using BannedVendorAnalyzer.Tests.Binaries;

namespace BannedVendorAnalyzer.Tests.Contents;

/// <summary>What stands in a file behind the image that it begins with.</summary>
public sealed class BehindImageTests
{
    private static readonly ContentRelevance _everything = new(_ => true, [], false);
    private static readonly PeBuilder _pe = BinarySamples.Pe with { IsManaged = false };
    private static readonly byte[] _wrapper = new AssemblyImage { Name = "Vendor.Sdk", Imports = [("dhnetsdk", "CLIENT_Init")] }.Build();

    [Theory]
    [InlineData(1, false, false)]
    [InlineData(2, false, false)]
    [InlineData(6, false, false)]
    [InlineData(6, true, false)]
    [InlineData(2, false, true)]
    [InlineData(6, true, true)]
    public void FileOfASingleFileApplication_IsSeen(int version, bool pack, bool isForMac)
    {
        var inspection = Inspect(new SingleFileApp { Version = version, IsForMac = isForMac }.Add("App.dll", [.. "text"u8]).Add(@"native\Vendor.Sdk.dll", _wrapper, pack).Build());

        Assert.Contains(inspection.Evidence, item => item is { Kind: EvidenceKind.NativeImport, Value: "dhnetsdk", File: "app!/native/Vendor.Sdk.dll" });
        Assert.Contains(inspection.Evidence, item => item is { Kind: EvidenceKind.NativeFile, Value: "app!/App.dll" });
        Assert.Empty(inspection.Problems.Concat(inspection.Damaged));
        Assert.Equal(3, inspection.Scanned.Files);
    }

    [Fact]
    public void MarkAnywhereInTheHost_IsSeen()
    {
        // Blocks of 64 KB are searched.
        for (var mark = (64 * 1024) - 48; mark < (64 * 1024) + 16; mark++)
            Assert.Equal(2, Inspect(new SingleFileApp { MarkAt = mark }.Add("a.dll", _wrapper).Build()).Scanned.Files);
    }

    [Fact]
    public void HostWithoutFiles_IsAnImage()
    {
        var inspection = Inspect([.. new SingleFileApp().Host, .. "a signature of somebody"u8]);

        Assert.Equal(1, inspection.Scanned.Files);
        Assert.Empty(inspection.Problems.Concat(inspection.Damaged));
    }

    [Fact]
    public void ListThatIsNone_IsAProblem() => AssertProblem("should have its list of files at 0x7FFFFFFFFFFFFFFF", new SingleFileApp { StatedList = long.MaxValue }.Add("a.dll", _wrapper));

    [Fact]
    public void ListOfAnUnknownVersion_IsAProblem() => AssertProblem("none is that is known here", new SingleFileApp { Version = 7 }.Add("a.dll", _wrapper));

    [Theory]
    [InlineData(100_001, "more than 100000 are not read")]
    [InlineData(int.MaxValue, "more than 100000 are not read")]
    [InlineData(int.MinValue, "none is that is known here")]
    [InlineData(2, "file 2 of 2 in the single-file application's list is damaged")]
    public void OtherCountThanFiles_IsAProblem(int count, string expected) => AssertProblem(expected, new SingleFileApp { StatedCount = count }.Add("a.dll", _wrapper));

    [Theory]
    [InlineData(long.MaxValue, null)]
    [InlineData(long.MinValue, null)]
    [InlineData(-1L, null)]
    [InlineData(null, long.MaxValue)]
    [InlineData(null, -1L)]
    [InlineData(null, 0x100000000L)]
    public void FileOutsideTheApplication_IsAProblem(long? start, long? length) => AssertProblem("", new SingleFileApp { StatedStart = start, StatedLength = length }.Add("a.dll", _wrapper));

    [Fact]
    public void FilesThatShareData_AreAProblem()
    {
        var app = new SingleFileApp { StatedStart = 0 };
        for (var i = 0; i < 1000; i++) app.Add($"{i}.dll", _wrapper);

        AssertProblem("over that of another entry", app);
    }

    [Fact]
    public void FilesOfOneName_AreAProblem() => AssertProblem("is there more than once", new SingleFileApp().Add("a.dll", _wrapper).Add("a.dll", _wrapper));

    [Fact]
    public void Bomb_IsAProblem() => AssertProblem("so much is not unpacked", new SingleFileApp().Add("a.dll", new byte[32 * 1024 * 1024], pack: true));

    [Fact]
    public void DamagedFile_IsAProblem() => AssertProblem("cannot be unpacked", new SingleFileApp { StatedLength = 1_000_000 }.Add("a.dll", [.. "PK\x03\x04"u8, .. new byte[100_000]], pack: true));

    [Fact]
    public void SingleFileApplicationInItself_IsReadToABound()
    {
        var app = new SingleFileApp().Add("a.txt", [1]).Build();
        for (var i = 0; i < 6; i++) app = new SingleFileApp().Add("inner", app).Build();

        Assert.Contains(Inspect(app).Problems, problem => problem.Message.Contains("holds files deeper than 4 inside each other", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void ArchiveBehindAnImage_IsLookedInto(bool countsFromTheImage, bool isSigned)
    {
        var image = _pe.Build();
        for (var padding = 0; padding < 8; padding++)
        {
            var name = $"lib/{new string('a', padding)}.dll";
            var archive = countsFromTheImage ? new RawZip { Before = image }.Add(name, _wrapper).Build() : [.. image, .. new RawZip().Add(name, _wrapper).Build()];

            var inspection = Inspect(isSigned ? Signed(archive) : archive);
            Assert.Contains(inspection.Evidence, item => item is { Kind: EvidenceKind.NativeImport, Value: "dhnetsdk" } && item.File == $"app!/{name}");
            Assert.Empty(inspection.Problems.Concat(inspection.Damaged));
        }
    }

    [Theory]
    [InlineData("pe")]
    [InlineData("elf")]
    [InlineData("elf without sections")]
    [InlineData("mach-o")]
    public void ImageBehindAnImage_IsSeen(string format)
    {
        byte[] image = format switch
        {
            "pe" => _pe.Build(),
            "elf" => BinarySamples.Elf.Build(),
            "elf without sections" => new ElfBuilder { HasSections = false }.Build(),
            _ => new SingleFileApp { IsForMac = true }.Host,
        };

        var inspection = Inspect([.. image, .. _wrapper]);
        Assert.Contains(inspection.Evidence, item => item is { Kind: EvidenceKind.NativeImport, Value: "dhnetsdk", File: "app!/(behind the image)" });
        Assert.Empty(inspection.Problems.Concat(inspection.Damaged));
    }

    [Theory]
    [InlineData("PK")]
    [InlineData("PK\x05\x06 is how archives end, and this is none                                        ")]
    [InlineData("Settings that an installer wrote behind itself, as long as the beginning of a file that is looked into")]
    public void OtherDataBehindAnImage_DoesNotTrigger(string data)
    {
        var inspection = Inspect([.. _pe.Build(), .. System.Text.Encoding.ASCII.GetBytes(data)]);

        Assert.Equal(1, inspection.Scanned.Files);
        Assert.DoesNotContain(inspection.Evidence, item => item.File?.Contains("!/", StringComparison.Ordinal) == true);
        Assert.Empty(inspection.Problems.Concat(inspection.Damaged));
    }

    [Fact]
    public void Signature_IsNotBehindTheImage()
    {
        var signed = _pe with { Certificates = [BinarySamples.Signature] };

        Assert.Equal((0, 0), NativeImageReader.Read(new ByteArraySource(signed.Build()))!.Behind);
    }

    /// <summary>Adds a certificate table, as signing does: at the end.</summary>
    private static byte[] Signed(byte[] image)
    {
        var signed = new ByteWriter().Bytes(image).Align(8);
        var (start, directory) = (signed.Length, _pe.DirectoryAt(4));
        signed.U32(8 + BinarySamples.Signature.Length).U16(0x200).U16(2).Bytes(BinarySamples.Signature).Align(8);
        signed.Patch32(directory, start);
        signed.Patch32(directory + 4, signed.Length - start);
        return signed.ToArray();
    }

    private static void AssertProblem(string expected, SingleFileApp app) =>
        Assert.Contains(Inspect(app.Build()).Problems, problem => problem.Message.Contains(expected, StringComparison.Ordinal));

    private static ContentInspection Inspect(byte[] file) => ContentInspector.Inspect(new One(file), _everything);

    private sealed class One(byte[] bytes) : IPackageContents
    {
        public string Path => "/folder";

        public IReadOnlyList<ContentEntry> Entries { get; } = [new ContentEntry("app", bytes.Length)];

        public IReadOnlyList<BannedVendorAnalyzer.Diagnostics.FileProblem> Problems => [];

        public BannedVendorAnalyzer.Diagnostics.FileProblem? Read(ContentEntry entry, Action<IByteSource> look)
        {
            look(new ByteArraySource(bytes));
            return null;
        }
    }
}

using System.Diagnostics;
using System.Resources;
using BannedVendorAnalyzer.Inspection.Binaries;
using BannedVendorAnalyzer.Inspection.Contents;
using BannedVendorAnalyzer.Tests.Assemblies;

namespace BannedVendorAnalyzer.Tests.Contents;

/// <summary>Each is answered with a problem, within a second.</summary>
public sealed class HostileContentsTests
{
    private static readonly ContentRelevance _nothing = new(_ => false, [], false);

    [Theory]
    [InlineData("../evil.dll", "leaves the folder")]
    [InlineData("lib/../../evil.dll", "leaves the folder")]
    [InlineData(@"lib\..\..\evil.dll", "leaves the folder")]
    [InlineData("lib/..%2F..%2Fevil.dll", "leaves the folder")]
    [InlineData("/etc/evil.dll", "has an absolute path")]
    [InlineData(@"\\server\share\evil.dll", "has an absolute path")]
    [InlineData("%2Fetc/evil.dll", "has an absolute path")]
    [InlineData("C:/evil.dll", "names a drive or a stream")]
    [InlineData("lib/a.txt:evil.dll", "names a drive or a stream")]
    [InlineData("a%00.dll", "has no usable name")]
    public void EntryThatLeavesItsPlace_IsAProblem(string name, string expected)
    {
        var zip = Open(new RawZip().Add(name, [1, 2, 3]).Add("good.dll", [1, 2, 3]).Build());

        Assert.Equal(["good.dll"], zip.Entries.Select(entry => entry.Path));
        Assert.Equal($"'{name}' {expected}", Assert.Single(zip.Problems).Message);
    }

    [Fact]
    public void EntriesThatDifferInCase_AreAProblem() =>
        AssertProblem("differs from another file only in case", new RawZip().Add("lib/a.dll", [1]).Add("LIB/A.dll", [2]).Build());

    [Fact]
    public void EntriesOfOneName_AreAProblem() => AssertProblem("is there more than once", new RawZip().Add("a.dll", [1]).Add("a.dll", [2]).Build());

    [Fact]
    public void SymbolicLink_IsAProblem() => AssertProblem("is a symbolic link", new RawZip().Add("a.dll", "/etc/passwd"u8.ToArray(), deflate: false, attributes: 0xA1FF0000).Build());

    [Fact]
    public void EncryptedEntry_IsAProblem() => AssertProblem("is encrypted", new RawZip().Add("a.dll", [1], flags: 1).Build());

    [Fact]
    public void UnknownMethod_IsAProblem() => AssertProblem("is packed by method 93", new RawZip().Add("a.dll", [1], method: 93).Build());

    [Fact]
    public void Bomb_IsAProblem() => AssertProblem("so much is not unpacked", new RawZip().Add("a.dll", new byte[32 * 1024 * 1024]).Build());

    [Fact]
    public void ManySmallBombs_AreAProblem()
    {
        var zip = new RawZip();
        for (var i = 0; i < 100; i++) zip.Add($"{i}.dll", new byte[1_000_000]);

        AssertProblem("the archive would unpack to 100000000 bytes", zip.Build());
    }

    [Fact]
    public void EntriesThatShareData_AreAProblem()
    {
        var zip = new RawZip().Add("0.dll", new byte[10_000]);
        for (var i = 1; i < 1000; i++) zip.Add($"{i}.dll", new byte[10_000], at: 0);

        AssertProblem("over that of another entry", zip.Build());
    }

    [Theory]
    [InlineData(uint.MaxValue, null)]
    [InlineData(null, uint.MaxValue)]
    [InlineData(uint.MaxValue, uint.MaxValue)]
    [InlineData(uint.MaxValue - 1, null)]
    public void FourGigabytesStated_AreAProblem(uint? length, uint? packedLength) => AssertProblem("", new RawZip().Add("a.dll", [1, 2, 3], length: length, packedLength: packedLength).Build());

    [Fact]
    public void DirectoryOfFourGigabytes_IsAProblem() => AssertProblem("", new RawZip { StatedBytes = uint.MaxValue - 1 }.Add("a.dll", [1]).Build());

    [Theory]
    [InlineData(100_001)]
    [InlineData(long.MaxValue)]
    public void MoreEntriesThanAreRead_AreAProblem(long count) => AssertProblem("more than 100000 are not read", new RawZip { IsZip64 = true, StatedCount = count }.Add("a.dll", [1]).Build());

    [Fact]
    public void HundredThousandEntries_AreAnswered()
    {
        var zip = new RawZip { IsZip64 = true };
        for (var i = 0; i < 100_000; i++) zip.Add($"{i}.txt", [], deflate: false);
        var bytes = zip.Build();

        Assert.Equal(100_000, InspectInTime(bytes).Scanned.Files);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void OtherCountThanEntries_IsAProblem(long count) => AssertProblem(count == 0 ? "has more entries than it says" : "entry 2 of 2 in the archive's directory is damaged", new RawZip { StatedCount = count }.Add("a.dll", [1]).Build());

    [Fact]
    public void LocalHeaderOfAnotherName_IsAProblem()
    {
        var zip = Open(new RawZip().Add("a.dll", [1], localName: "b.dll").Build());

        Assert.Contains("says something else than the archive's directory", zip.Read(Assert.Single(zip.Entries), _ => Assert.Fail("was read"))!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NestedArchives_AreReadToABound()
    {
        var archive = new RawZip().Add("a.txt", [1]).Build();
        for (var i = 0; i < 50; i++) archive = new RawZip().Add($"{i}.zip", archive, deflate: false).Build();

        AssertProblem("holds files deeper than 4 inside each other", archive);
    }

    [Fact]
    public void NestedBomb_IsAProblem()
    {
        var inner = new RawZip().Add("a.dll", [.. "MZ"u8, .. new byte[64 * 1024 * 1024]]).Build();

        AssertProblem("so much is not unpacked", new RawZip().Add("inner.zip", inner).Build());
    }

    [Fact]
    public void ManyDamagedEntries_AreAnswered()
    {
        var zip = new RawZip();
        for (var i = 0; i < 50_000; i++) zip.Add($"{i}.dll", [0xFF, 0xFF], deflate: false, method: 8);

        AssertProblem("more files cannot be read; no more were tried", zip.Build());
    }

    [Fact]
    public void ManyDamagedBinaries_AreCounted()
    {
        var zip = new RawZip();
        for (var i = 0; i < 10_000; i++) zip.Add($"{i}.dll", [.. "MZ"u8, .. new byte[80]], deflate: false);
        var damaged = InspectInTime(zip.Build()).Damaged;

        Assert.Equal(21, damaged.Count);
        Assert.Equal("9980 more files begin like binaries and cannot be read wholly", damaged[^1].Message);
    }

    [Fact]
    public void ResourcesThatShareABomb_AreAProblem()
    {
        var bomb = RawZip.Deflate([.. "MZ"u8, .. new byte[32 * 1024 * 1024]]);
        var image = new AssemblyImage { Resources = [.. Enumerable.Range(0, 1000).Select(number => ($"{number}", bomb))] }.Build();

        AssertProblem("unpack to more than 268435456 bytes", new RawZip().Add("a.dll", image, deflate: false).Build());
    }

    [Fact]
    public void ResourcesThatShareASet_AreAProblem()
    {
        // One set a little below what is read in one piece, named by very many rows.
        var image = new AssemblyImage { SharedResource = LargeSet(), SharedResourceNames = 16_000 }.Build();

        AssertProblem("unpack to more than 268435456 bytes", new RawZip().Add("a.dll", image, deflate: false).Build());
    }

    [Fact]
    public void EveryPrefixAndMutation_IsAnswered()
    {
        var valid = new RawZip().Add("lib/a.dll", [.. "MZ"u8, .. new byte[200]]).Add("b.txt", [1, 2, 3], flags: 8).Build();
        for (var length = 0; length < valid.Length; length++) ContentInspector.Inspect(Open(valid[..length]), _nothing);
        for (var offset = 0; offset < valid.Length; offset++)
        {
            foreach (var mask in new byte[] { 0x01, 0x7F, 0x80, 0xFF })
            {
                valid[offset] ^= mask;
                ContentInspector.Inspect(Open(valid), _nothing);
                valid[offset] ^= mask;
            }
        }
    }

    private static void AssertProblem(string expected, byte[] archive)
    {
        var problems = InspectInTime(archive).Problems;
        Assert.Contains(problems, problem => problem.Message.Contains(expected, StringComparison.Ordinal));
        Assert.InRange(problems.Count, 1, 22);
    }

    private static byte[] LargeSet()
    {
        using var set = new MemoryStream();
        using var writer = new ResourceWriter(set);
        for (var i = 0; i < 1000; i++) writer.AddResource($"{i}", new byte[4000]);
        writer.Generate();
        return set.ToArray();
    }

    private static ContentInspection InspectInTime(byte[] archive)
    {
        // Several times, because other programs may have the processor for a second.
        var watch = new Stopwatch();
        for (var attempt = 1; ; attempt++)
        {
            watch.Restart();
            var inspection = ContentInspector.Inspect(Open(archive), _nothing);
            if (watch.ElapsedMilliseconds < 1000) return inspection;
            Assert.True(attempt < 5, $"took {watch.Elapsed}");
        }
    }

    private static ZipContents Open(byte[] archive) => ZipContents.Of("x.nupkg", new ByteArraySource(archive));
}

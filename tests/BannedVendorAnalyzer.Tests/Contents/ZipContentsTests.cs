using System.IO.Compression;
using System.Text;
using BannedVendorAnalyzer.Inspection.Binaries;
using BannedVendorAnalyzer.Inspection.Contents;

namespace BannedVendorAnalyzer.Tests.Contents;

public sealed class ZipContentsTests
{
    private static readonly byte[] _text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 2000).Select(number => $"line {number}\n")));

    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.NoCompression)]
    public void Archive_IsReadAsTheFrameworkReadsIt(CompressionLevel level)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "lib/net8.0/a.txt", "b c.txt", "schräg/d.txt" })
            {
                using var entry = archive.CreateEntry(name, level).Open();
                entry.Write(_text);
            }
        }

        AssertReads(stream.ToArray(), "b c.txt", "lib/net8.0/a.txt", "schräg/d.txt");
    }

    [Fact]
    public void StreamedArchive_HasItsLengthsBehindTheData()
    {
        // A stream that cannot seek makes the framework write data descriptors.
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(new ForwardStream(stream), ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("a.txt").Open();
            entry.Write(_text);
        }

        AssertReads(stream.ToArray(), "a.txt");
        AssertReads(new RawZip().Add("a.txt", _text, flags: 8).Build(), "a.txt");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void Zip64_IsRead(int bytesBefore)
    {
        AssertReads(new RawZip { IsZip64 = true, Before = new byte[bytesBefore] }.Add("a.txt", _text).Add("b.txt", _text, deflate: false).Build(), "a.txt", "b.txt");
    }

    [Fact]
    public void DataInFrontOfTheArchive_ShiftsItsOffsets() =>
        AssertReads(Shifted(100), "a.txt");

    [Theory]
    [InlineData(@"lib\net8.0\a.dll", "lib/net8.0/a.dll")]
    [InlineData("./lib//a.dll", "lib/a.dll")]
    [InlineData("lib/net8.0%2Bx/a%20b.dll", "lib/net8.0+x/a b.dll")]
    public void Names_AreTheFilesTheyWouldBe(string name, string path) => AssertReads(new RawZip().Add(name, _text).Build(), path);

    [Fact]
    public void MoreThanTheDirectorySays_IsNeverUnpacked()
    {
        var zip = Open(new RawZip().Add("a.txt", new byte[1_000_000], length: 10).Build());

        var lengths = new List<int>();
        zip.Read(Assert.Single(zip.Entries), source => lengths.Add(source.Read(0, new byte[2_000_000], 0, 2_000_000)));
        Assert.Equal([10], lengths);
    }

    [Fact]
    public void LessThanTheDirectorySays_IsAProblem()
    {
        var zip = Open(new RawZip().Add("a.txt", new byte[1000], length: 2000).Build());

        Assert.Equal("'a.txt' cannot be unpacked", zip.Read(Assert.Single(zip.Entries), source => source.Read(0, new byte[2000], 0, 2000))!.Message);
    }

    private static byte[] Shifted(int bytes)
    {
        // Offsets count from where the archive began before something was put in front.
        var archive = new RawZip().Add("a.txt", _text).Build();
        return [.. new byte[bytes], .. archive];
    }

    private static void AssertReads(byte[] archive, params string[] paths)
    {
        var zip = Open(archive);
        Assert.Empty(zip.Problems);
        Assert.Equal(paths, zip.Entries.Select(entry => entry.Path));
        foreach (var entry in zip.Entries)
        {
            var bytes = new byte[_text.Length + 1];
            Assert.Null(zip.Read(entry, source => Assert.Equal((_text.Length, (long)_text.Length), (source.Read(0, bytes, 0, bytes.Length), source.Length))));
            Assert.Equal(_text, bytes[..^1]);
        }
    }

    private static ZipContents Open(byte[] archive) => ZipContents.Of("x.nupkg", new ByteArraySource(archive));

    private sealed class ForwardStream(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}

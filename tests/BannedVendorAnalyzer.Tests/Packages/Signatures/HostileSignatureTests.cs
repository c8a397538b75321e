using System.Diagnostics;
using BannedVendorAnalyzer.Inspection.Packages.Signatures;

namespace BannedVendorAnalyzer.Tests.Packages.Signatures;

public sealed class HostileSignatureTests
{
    private static readonly byte[] _valid = SignatureBuilder.Build("Acme GmbH", "HRB 12345", ["acme", "zoe"]);

    // 1.2.840.113549.1.7.2 as an element: what a ContentInfo begins with.
    private static readonly byte[] _signedData = Convert.FromHexString("06092A864886F70D010702");

    [Fact]
    public void Nothing_IsAProblem()
    {
        Assert.Equal("the signature is empty", Problem([]));
        Assert.Equal("the signature is empty", Problem(null!));
    }

    [Fact]
    public void RandomBytes_AreAProblem()
    {
        var random = new Random(20260101);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(1, 300)];
            random.NextBytes(bytes);
            bytes[0] = 0x30;
            Problem(bytes);
        }
    }

    [Fact]
    public void EveryPrefix_IsAProblem()
    {
        for (var length = 0; length < _valid.Length; length++)
            Problem(_valid[..length]);
    }

    [Fact]
    public void EveryMutation_Returns()
    {
        var watch = Stopwatch.StartNew();
        var bytes = (byte[])_valid.Clone();
        for (var offset = 0; offset < bytes.Length; offset++)
        {
            foreach (var mask in new byte[] { 0x01, 0x20, 0x7F, 0x80, 0xFF })
            {
                bytes[offset] ^= mask;
                var isRead = PackageSignatureReader.TryRead(bytes, out var signature, out var problem);
                bytes[offset] ^= mask;

                Assert.Equal(isRead, signature is not null);
                Assert.Equal(isRead, problem is null);
            }
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    [Theory]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0, 0 })]
    [InlineData(new byte[] { 0x30, 0 })]
    public void TrailingBytes_AreAProblem(byte[] tail) =>
        Assert.Contains("bytes after the end of ContentInfo", Problem([.. _valid, .. tail]), StringComparison.Ordinal);

    [Fact]
    public void NestedSequences_AreAProblem()
    {
        var definite = new List<byte[]>();
        for (int length = 0; length < 100_000; length += definite[^1].Length)
            definite.Add([0x30, 0x84, (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length]);
        definite.Reverse();

        Problem([.. definite.SelectMany(header => header)]);
        Problem([.. Repeat([0x30, 0x80], 100_000)]);
        Assert.Contains("nested too deeply", Problem([.. Repeat([0x30, 0x80], 40), .. new byte[80]]), StringComparison.Ordinal);
    }

    [Fact]
    public void ManyElements_AreAProblem() =>
        Assert.Contains("too many elements", Problem([0x30, 0x80, .. Repeat([5, 0], 100_000), 0, 0]), StringComparison.Ordinal);

    [Theory]
    [InlineData("3084FFFFFFFF")]
    [InlineData("30847FFFFFFF")]
    [InlineData("3088FFFFFFFFFFFFFFFF")]
    [InlineData("30FE")]
    [InlineData("30FF")]
    [InlineData("300A")]
    public void LengthPastTheEnd_IsAProblem(string header) =>
        Assert.Equal(
            "not a DER-encoded CMS SignedData (offset 0: length runs past the end)",
            Problem([.. Convert.FromHexString(header), .. _signedData[..1]]));

    [Fact]
    public void OversizedFile_IsAProblem() => Problem([.. _valid, .. new byte[1 << 20]]);

    [Fact]
    public void LongFormsOfLengths_AreRead()
    {
        // SEQUENCE, four octets of length before and ten after: leading zeros.
        Assert.Equal([0x30, 0x82], _valid[..2]);
        Assert.True(PackageSignatureReader.TryRead(
            [0x30, 0x8A, .. new byte[8], .. _valid[2..]], out var signature, out _));
        Assert.Equal("Acme GmbH", signature!.AuthorOrganization);
    }

    [Fact]
    public void IndefiniteLength_IsRead()
    {
        // ContentInfo, [0] and SignedData, as BER encoders that stream write them.
        byte[] content = [0x30, 0x80, .. _signedData, 0xA0, 0x80, 0x30, 0x80, .. _valid[23..], .. new byte[6]];
        Assert.True(PackageSignatureReader.TryRead(content, out var signature, out var problem), problem);
        Assert.Equal(["acme", "zoe"], signature!.Owners);
        Problem(content[..^1]);
        Problem([.. content, 0, 0]);
    }

    private static IEnumerable<byte> Repeat(byte[] element, int count) =>
        Enumerable.Repeat(element, count).SelectMany(bytes => bytes);

    private static string Problem(byte[] bytes)
    {
        Assert.False(PackageSignatureReader.TryRead(bytes, out var signature, out var problem), "was read");
        Assert.Null(signature);
        Assert.False(string.IsNullOrEmpty(problem));
        return problem;
    }
}

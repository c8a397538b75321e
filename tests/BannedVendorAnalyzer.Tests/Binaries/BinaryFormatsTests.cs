using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Tests.Binaries;

public sealed class BinaryFormatsTests
{
    [Fact]
    public void A_class_of_Java_is_no_fat_file()
    {
        // Version 52, 256 constants, the first of them a text.
        byte[] java = [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52, 1, 0, 1, 0, 3, .. "abc"u8, .. new byte[60]];
        Assert.Equal(BinaryFormat.None, BinaryFormats.Detect(java, java.Length));
    }

    [Fact]
    public void A_fat_file_of_more_parts_than_versions_of_Java_is_one() =>
        Assert.Equal(BinaryFormat.MachOFat, Detect([0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 60, 1, 0, 0, 12]));

    [Theory]
    [InlineData("MZ is how this text begins.")]
    [InlineData("#!/bin/sh")]
    [InlineData("!<arch")]
    [InlineData("")]
    public void Text_is_none(string text) => Assert.Null(NativeImageReader.Read(new ByteArraySource([.. text.Select(character => (byte)character)])));

    [Theory]
    [InlineData("MZq8vY3aT0wq8vY3aT0wq8vY3aT0wq8vY3aT0wq8vY3aT0wq8vY3aT0wq8vY3aT0wq8vY3aT0wq8vY3aT0wq8vY3aQ==")]
    [InlineData("MZ is how the text begins\r\n\tand it goes on for a while without any byte that is not a text's.\n")]
    public void A_text_that_begins_with_its_letters_is_none(string text) => Assert.Null(NativeImageReader.Read(new ByteArraySource(System.Text.Encoding.ASCII.GetBytes(text))));

    [Fact]
    public void A_DOS_program_is_a_problem() => Binary.AssertProblem("begins with a DOS header but has no PE signature", [.. "MZ"u8, .. new byte[100]]);

    [Fact]
    public void What_cannot_be_read_is_a_problem()
    {
        var image = NativeImageReader.Read(new LockedSource());
        Assert.Equal(["the binary cannot be read: it is locked"], image!.Problems);
    }

    [Fact]
    public void A_file_that_becomes_shorter_is_a_problem()
    {
        var bytes = BinarySamples.Elf.Build();
        Assert.Contains(NativeImageReader.Read(new ShortSource(bytes))!.Problems, problem => problem.Contains("became shorter", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_reads_as_its_bytes_do()
    {
        foreach (var bytes in BinarySamples.All.Values)
        {
            using var stream = new MemoryStream(bytes);
            var fromStream = NativeImageReader.Read(new StreamByteSource(stream))!;
            Assert.Equal(Binary.ReadSound(bytes).Imports, fromStream.Imports);
            Assert.Empty(fromStream.Problems);
        }
    }

    private static BinaryFormat Detect(byte[] start)
    {
        byte[] head = [.. start, .. new byte[64]];
        return BinaryFormats.Detect(head, head.Length);
    }

    private sealed class LockedSource : IByteSource
    {
        public long Length => 1000;

        public int Read(long offset, byte[] buffer, int index, int count) => throw new IOException("it is locked");
    }

    private sealed class ShortSource(byte[] bytes) : IByteSource
    {
        private readonly ByteArraySource _bytes = new(bytes);

        public long Length => bytes.Length + 1000;

        public int Read(long offset, byte[] buffer, int index, int count) => _bytes.Read(offset, buffer, index, count);
    }
}

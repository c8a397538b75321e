using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Tests.Binaries;

public sealed class ArchiveReaderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Libraries_of_System_V_are_read(bool isWide)
    {
        var names = new ByteWriter().Ascii("a-very-long-member-name.o/\nanother-long-member-name.o/\n").ToArray();
        var image = Binary.ReadSound(new ArchiveBuilder().SystemVSymbols(isWide, "ACME_Init", "ACME_Stop").Member("//", names).Member("short.o/", [1]).Member("/27", [2]).Build());

        Assert.Equal(BinaryFormat.Archive, image.Format);
        Assert.Equal(["short.o", "another-long-member-name.o"], image.Members);
        Assert.Equal(["ACME_Init", "ACME_Stop"], image.Exports);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Libraries_of_BSD_are_read(bool isBig)
    {
        var image = Binary.ReadSound(new ArchiveBuilder().BsdSymbols(isBig, "_ACME_Init", "_other").Member("#1/12", new ByteWriter().Ascii("longer.o\0\0\0\0X").ToArray()).Build());

        Assert.Equal(["longer.o"], image.Members);
        Assert.Equal(["_ACME_Init", "_other"], image.Exports);
        Assert.Equal(1, image.Exports.CountStartingWith("ACME_"));
    }

    [Fact]
    public void Import_libraries_tell_the_module()
    {
        var image = Binary.ReadSound(new ArchiveBuilder().SystemVSymbols(false, "ACME_Init", "__imp_ACME_Init").SystemVSymbols(false).Import("acme.dll", "ACME_Init").Import("acme.dll", "ACME_Stop").Build());

        Assert.Equal(["acme.dll"], image.Imports);
        Assert.Equal(["acme.dll"], image.Members);
        Assert.Equal(["x64"], image.Architectures);
    }

    [Fact]
    public void Thin_archives_name_files_that_they_do_not_hold()
    {
        var names = new ByteWriter().Ascii("folder/object.o/\n").ToArray();
        var header = new ArchiveBuilder().Member("/0", new byte[500]).Build()[8..68];

        Assert.Equal(["folder/object.o"], Binary.ReadSound([.. new ArchiveBuilder("!<thin>\n").Member("//", names).Build(), .. header]).Members);
    }

    [Fact]
    public void A_package_of_Debian_is_an_archive_without_code() =>
        Assert.Equal(["debian-binary"], Binary.ReadSound(new ArchiveBuilder().Member("debian-binary", "2.0\n"u8.ToArray()).Build()).Members);

    [Fact]
    public void Names_made_to_have_one_hash_are_read_in_time()
    {
        const int Names = 100_000;
        const uint Basis = 2166136261, Prime = 16777619;
        var index = new ByteWriter(bigEndian: true).U32(Names).PadTo(4 * (Names + 1));
        var words = new ByteWriter();
        for (var (first, written) = (0x01010101u, 0); written < Names; first++)
        {
            // The second word cancels what the first one did.
            var second = unchecked((Basis ^ first) * Prime) ^ 0x5A5A5A5A;
            if (HasZero(first) || HasZero(second)) continue;
            words.U32(first).U32(second).U8(0);
            written++;
        }

        var bytes = new ArchiveBuilder().Member("/", [.. index.ToArray(), .. words.ToArray()]).Build();

        Assert.Null(BinaryCase.Fault(bytes));
        Assert.Equal(Names, Binary.ReadSound(bytes).Exports.Count);
    }

    [Fact]
    public void A_hundred_thousand_members_with_one_long_name_are_read_in_bounds()
    {
        var archive = new ArchiveBuilder().Member("//", [.. Enumerable.Repeat((byte)'x', 10_000)]);
        for (var i = 0; i < 100_000; i++) archive.Member($"/{i % 5000}", []);
        var bytes = archive.Build();

        Assert.Null(BinaryCase.Fault(bytes));
        Binary.AssertProblem("the binary has more names than are read", bytes);
    }

    private static bool HasZero(uint word) => BitConverter.GetBytes(word).Contains((byte)0);

    [Fact]
    public void Damaged_archives_are_problems()
    {
        var sound = new ArchiveBuilder().SystemVSymbols(false, "ACME_Init").Member("short.o/", [1, 2]).Build();

        Binary.AssertProblem("a member that runs past its end", sound[..^1]);
        Binary.AssertProblem("no header of a member at 0x", [.. sound, .. "garbage"u8]);
        Binary.AssertProblem("the symbol index ends after 0 of 1 names", new ArchiveBuilder().Member("/", [0, 0, 0, 1, 0, 0, 0, 8, 65]).Build());
        Binary.AssertProblem("the symbol index says that it has 4294967295 entries", new ArchiveBuilder().Member("/", [255, 255, 255, 255]).Build());
        Binary.AssertProblem("the symbol index has 2147483392 bytes of entries", new ArchiveBuilder().Member("__.SYMDEF", [0, 255, 255, 127]).Build());
    }
}

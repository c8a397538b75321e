using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Tests.Binaries;

public sealed class MachOReaderTests
{
    private const uint ExportsTrie = 0x80000033;
    private const uint DyldInfoOnly = 0x80000022;

    private static readonly MachOBuilder _machO = BinarySamples.MachO;

    [Theory]
    [InlineData(true, false, null)]
    [InlineData(true, true, null)]
    [InlineData(false, false, null)]
    [InlineData(false, true, null)]
    [InlineData(true, false, ExportsTrie)]
    [InlineData(true, true, DyldInfoOnly)]
    [InlineData(false, false, DyldInfoOnly)]
    [InlineData(false, true, ExportsTrie)]
    public void Everything_is_read_in_every_width_and_order(bool isWide, bool isBig, uint? trie)
    {
        var image = Binary.ReadSound((_machO with { IsWide = isWide, IsBig = isBig, TrieCommand = trie }).Build());

        Assert.Equal(BinaryFormat.MachO, image.Format);
        Assert.Equal(["arm64"], image.Architectures);
        Assert.Equal("@rpath/libacme.dylib", image.Name);
        Assert.Equal(["/usr/lib/libSystem.B.dylib", "weak.dylib", "reexported.dylib", "lazy.dylib", "upward.dylib"], image.Imports);
        Assert.Equal(["@loader_path"], image.RunPaths);
        Assert.Equal(["_ACME_Init", "_ACME_Stop", "__Z4testv"], image.Exports.Order(StringComparer.Ordinal));
        Assert.Equal(2, image.Exports.CountStartingWith("ACME_"));
    }

    [Fact]
    public void The_code_signature_tells_team_and_signer()
    {
        var image = Binary.ReadSound((_machO with { TeamId = "ABCDE12345", Signature = BinarySamples.Signature }).Build());

        Assert.Equal("ABCDE12345", image.TeamId);
        Assert.Equal("Acme Ltd", Assert.Single(image.Signers).Organization);
    }

    [Fact]
    public void Code_signed_ad_hoc_has_no_signer()
    {
        var image = Binary.ReadSound((_machO with { Signature = [] }).Build());

        Assert.Null(image.TeamId);
        Assert.Empty(image.Signers);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Parts_of_a_fat_file_are_read_together(bool isWide)
    {
        var other = (_machO with { Processor = 7, IsWide = false, IsBig = true, Imports = [(MachOBuilder.LoadDylib, "only-here.dylib")] }).Build();

        var image = Binary.ReadSound(MachOBuilder.Fat(isWide, _machO.Build(), other));

        Assert.Equal(BinaryFormat.MachOFat, image.Format);
        Assert.Equal(["arm64", "x86"], image.Architectures);
        Assert.Contains("only-here.dylib", image.Imports);
        Assert.Equal(3, image.Exports.Count);
    }

    [Fact]
    public void Archives_in_a_fat_file_are_read() =>
        Assert.Equal(["ACME_Init", "ACME_Stop"], Binary.ReadSound(MachOBuilder.Fat(false, BinarySamples.All["archive"])).Exports);

    [Fact]
    public void Problems_name_the_part_of_the_fat_file()
    {
        var broken = _machO.Build();
        broken[16] = 200;
        Binary.AssertProblem("arm64: the load commands end at", MachOBuilder.Fat(false, broken));
        Binary.AssertProblem("this part of the fat file is neither Mach-O nor an archive", MachOBuilder.Fat(false, new byte[200]));
    }

    [Fact]
    public void A_fat_file_with_parts_outside_of_it_is_a_problem() =>
        Binary.AssertProblem("this part of the fat file lies outside the file", MachOBuilder.Fat(false, _machO.Build())[..^1]);

    [Fact]
    public void A_trie_that_contains_itself_is_a_problem()
    {
        var bytes = (_machO with { TrieCommand = ExportsTrie, Exports = ["_a"] }).Build();
        // The leaf's offset becomes that of the root.
        (bytes[^6], bytes[^5]) = (0x80, 0);
        Binary.AssertProblem("the export trie is damaged", bytes);
    }

    [Fact]
    public void A_trie_of_few_nodes_and_countless_names_is_read_in_time()
    {
        // Each node leads twice to the next one.
        var bytes = (_machO with { TrieCommand = ExportsTrie, Exports = [.. Enumerable.Repeat("x", 40)] }).Build();
        var trie = new ByteWriter();
        for (var next = 10; next <= 200; next += 10) trie.U8(0).U8(2).Text("a").U8((next & 0x7F) | 0x80).U8(next >> 7).Text("b").U8((next & 0x7F) | 0x80).U8(next >> 7);
        trie.U8(2).U8(0).U8(0).U8(0);
        var at = BitConverter.ToInt32(bytes, 32 + BitConverter.ToInt32(bytes, 20) - 8);
        trie.ToArray().CopyTo(bytes, at);

        Assert.Null(BinaryCase.Fault(bytes));
        Assert.NotEmpty(Binary.Read(bytes).Problems);
    }

    [Fact]
    public void A_fat_file_of_parts_that_overlap_is_read_in_bounds()
    {
        // 200 archives: each begins with a member that holds the beginnings of the others, and all end with the same symbols.
        const int Parts = 200, Beginning = 68;
        var archive = new ArchiveBuilder().SystemVSymbols(false, [.. Enumerable.Range(0, 20_000).Select(i => $"function_{i}")]).Build()[8..];
        var fat = new ByteWriter(bigEndian: true).U32(0xCAFEBABE).U32(Parts);
        for (var i = 0; i < Parts; i++) fat.U32(7).U32(0).U32(0x2000 + (Beginning * i)).U32((Beginning * (Parts - i)) + archive.Length).U32(0);
        fat.PadTo(0x2000);
        for (var i = Parts - 1; i >= 0; i--) fat.Bytes(new ArchiveBuilder().Member("x/", new byte[Beginning * i]).Build()[..Beginning]);
        var bytes = fat.Bytes(archive).ToArray();

        Assert.Null(BinaryCase.Fault(bytes));
        Assert.Equal(20_000, Binary.Read(bytes).Exports.Count);
        Binary.AssertProblem("the symbol index says that it has 20000 entries", bytes);
    }

    [Fact]
    public void Symbols_outside_the_file_are_a_problem()
    {
        var bytes = new MachOBuilder { Exports = ["_a"] }.Build();
        // symtab_command is the only one: symoff, nsyms, stroff, strsize.
        Binary.AssertProblem("the symbol table lies outside the file", Binary.With(bytes, 40, 0x7FFFFFFF));
        Binary.AssertProblem("the symbol table says that it has 2147483647 entries", Binary.With(bytes, 44, 0x7FFFFFFF));
        Binary.AssertProblem("the symbol table has 1 names outside its string table", Binary.With(bytes, BitConverter.ToInt32(bytes, 40) + 32, 0x7FFFFFFF));
    }

    [Fact]
    public void A_damaged_code_signature_is_a_problem()
    {
        var bytes = (new MachOBuilder { TeamId = "ABCDE12345" }).Build();
        var signature = bytes.AsSpan().IndexOf(new byte[] { 0xFA, 0xDE, 0x0C, 0xC0 });
        Binary.AssertProblem("the code signature is no superblob", Binary.With(bytes, signature, 0));
        Binary.AssertProblem("a blob of the code signature lies outside the file", Binary.With(bytes, signature + 16, 0xFFFFFFFF));
        Binary.AssertProblem("the code signature lies outside the file", bytes[..^1]);
    }

    [Fact]
    public void Commands_that_run_past_their_end_are_a_problem()
    {
        Binary.AssertProblem("the load commands lies outside the file", Binary.With(_machO.Build(), 20, 0x7FFFFFFF));
        Binary.AssertProblem("the load commands says that it has 2147483647 entries", Binary.With(_machO.Build(), 16, 0x7FFFFFFF));
        Binary.AssertProblem("the load commands end at 0x20", Binary.With(_machO.Build(), 36, 0));
        Binary.AssertProblem("a name in the load commands lies outside the file (offset 0x20)", Binary.With(_machO.Build(), 40, 0x7FFFFFFF));
    }
}

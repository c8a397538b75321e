using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Tests.Binaries;

public sealed class ElfReaderTests
{
    private static readonly ElfBuilder _elf = BinarySamples.Elf;

    public static TheoryData<bool, bool, int, ElfHash, bool> Flavours
    {
        get
        {
            var data = new TheoryData<bool, bool, int, ElfHash, bool>();
            foreach (var isWide in new[] { false, true })
            foreach (var isBig in new[] { false, true })
            foreach (var hash in Enum.GetValues<ElfHash>())
            foreach (var hasSections in new[] { false, true })
                data.Add(isWide, isBig, 8, hash, hasSections);

            data.Add(true, true, 22, ElfHash.SystemV, true);
            return data;
        }
    }

    [Theory, MemberData(nameof(Flavours))]
    public void Everything_is_read_in_every_width_and_order(bool isWide, bool isBig, int machine, ElfHash hash, bool hasSections)
    {
        var image = Binary.ReadSound((_elf with { IsWide = isWide, IsBig = isBig, Machine = machine, Hash = hash, HasSections = hasSections }).Build());

        Assert.Equal(BinaryFormat.Elf, image.Format);
        Assert.Equal("libacme.so.6", image.Name);
        Assert.Equal(["libc.so.6", "libhpr.so"], image.Imports);
        Assert.Equal(["$ORIGIN", "/opt/acme"], image.RunPaths);
        Assert.Equal(["ACME_Init", "ACME_Stop", "other"], image.Exports);
        Assert.Equal(hasSections ? ["GCC: (GNU) 12"] : [], image.Comments);
    }

    [Theory]
    [InlineData(62, true, "x64")]
    [InlineData(183, true, "arm64")]
    [InlineData(8, true, "mips64")]
    [InlineData(3, false, "x86")]
    [InlineData(4242, false, "4242")]
    public void The_processor_is_named(int machine, bool isWide, string architecture) =>
        Assert.Equal([architecture], Binary.ReadSound((_elf with { Machine = machine, IsWide = isWide }).Build()).Architectures);

    [Fact]
    public void A_library_without_exports_has_none() => Assert.Empty(Binary.ReadSound((_elf with { Exports = [] }).Build()).Exports);

    [Fact]
    public void The_address_of_the_dynamic_section_counts_not_its_place()
    {
        // p_offset of the second program header; ld.so looks at p_vaddr alone.
        Assert.Equal("libacme.so.6", Binary.ReadSound(Binary.With(_elf.Build(), 64 + 56 + 8, 0)).Name);
    }

    [Theory]
    [InlineData(4, 9, "the ELF header has the unknown class 9")]
    [InlineData(32, 0x7FFFFFFF, "the program header table")]
    [InlineData(40, 0x7FFFFFFF, "the section header table lies outside the file")]
    [InlineData(54, 0xFFFF0038, "the program header table")]
    public void Damaged_headers_are_problems(int at, uint value, string problem) => Binary.AssertProblem(problem, Binary.With(_elf.Build(), at, value));

    [Fact]
    public void Names_outside_the_string_table_are_problems()
    {
        var bytes = _elf.Build();
        var dynamic = (int)BitConverter.ToInt64(bytes, 64 + 56 + 8);

        Binary.AssertProblem("the dynamic section has a name outside its string table", Binary.With(bytes, dynamic + 8, 0x7FFFFFFF));
        Binary.AssertProblem("the dynamic symbol table has 1 names outside its string table", Binary.With(bytes, (64 + 56 + 56) + (3 * 24), 0x7FFFFFFF));
    }

    [Fact]
    public void More_modules_than_programs_load_are_a_problem() =>
        Binary.AssertProblem("the binary has more names than are read", (_elf with { Needed = [.. Enumerable.Range(0, 5000).Select(i => $"{i}.so")] }).Build());

    [Fact]
    public void More_symbols_than_libraries_have_are_a_problem()
    {
        var bytes = (_elf with { Exports = [], Hash = ElfHash.SystemV, HasSections = false }).Build();
        // nbucket and nchain, the last of these numbers in the file.
        var hash = bytes.AsSpan().LastIndexOf(new byte[] { 1, 0, 0, 0, 2, 0, 0, 0 });
        Binary.AssertProblem("the dynamic symbol table says that it has 4294967295 entries", Binary.With(bytes, hash + 4, uint.MaxValue));
    }

    [Fact]
    public void A_library_cut_off_within_its_tables_has_problems()
    {
        var bytes = (_elf with { HasSections = false }).Build();
        Assert.NotEmpty(Binary.Read(bytes[..^40]).Problems);
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using BannedVendorAnalyzer.Inspection.Binaries;
using BannedVendorAnalyzer.Tests.Packages.Signatures;

namespace BannedVendorAnalyzer.Tests.Binaries;

public sealed class PeReaderTests
{
    private static readonly PeBuilder _pe = BinarySamples.Pe;

    [Theory]
    [InlineData(true, 0x8664, "x64")]
    [InlineData(true, 0xAA64, "arm64")]
    [InlineData(true, 0x8664 ^ 0x7B79, "x64")]
    [InlineData(false, 0x14C, "x86")]
    [InlineData(false, 0x1C4, "arm")]
    [InlineData(false, 0x1234, "0x1234")]
    public void Everything_is_read_for_every_processor(bool isPlus, int machine, string architecture)
    {
        var image = Binary.ReadSound((_pe with { IsPlus = isPlus, Machine = machine }).Build());

        Assert.Equal(BinaryFormat.Pe, image.Format);
        Assert.Equal([architecture], image.Architectures);
        Assert.Equal("acme.dll", image.Name);
        Assert.Equal(["KERNEL32.dll", "HCCore.dll", "late.dll", "other.part.dll", "ord.dll"], image.Imports);
        Assert.Equal(["ACME_Init", "ACME_Stop", "ACME_Play"], image.Exports);
        Assert.True(image.IsManaged);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Delayed_imports_with_absolute_addresses_are_read(bool isPlus) =>
        Assert.Contains("late.dll", Binary.ReadSound((_pe with { IsPlus = isPlus, HasOldDelayedImports = true }).Build()).Imports);

    [Fact]
    public void Version_has_the_values_of_all_translations()
    {
        var version = Binary.ReadSound(_pe.Build()).Version!;

        Assert.Equal(["Acme", "Acme GmbH"], version.CompanyNames);
        Assert.Equal(["Acme Vision"], version.ProductNames);
        Assert.Equal(["(c) Acme"], version.LegalCopyrights);
        Assert.Equal(["acme.dll"], version.OriginalFilenames);
        Assert.Equal(["acme"], version.InternalNames);
    }

    [Fact]
    public void A_file_without_tables_has_nothing_and_no_problem()
    {
        var image = Binary.ReadSound(new PeBuilder().Build());

        Assert.Null(image.Name);
        Assert.Null(image.Version);
        Assert.Empty(image.Imports);
        Assert.Empty(image.Exports);
        Assert.Empty(image.Signers);
        Assert.False(image.IsManaged);
    }

    [Fact]
    public void Signers_of_all_certificates_are_read()
    {
        byte[][] signatures = [SignatureBuilder.Build("First", "1", null), SignatureBuilder.Build("Second", null, null)];

        var image = Binary.ReadSound((_pe with { Certificates = signatures }).Build());

        Assert.Equal(["First", "Second"], image.Signers.Select(signer => signer.Organization));
        Assert.Equal("1", image.Signers[0].SerialNumber);
    }

    [Fact]
    public void Signers_of_nested_signatures_are_read()
    {
        var outer = new SignedCms();
        outer.Decode(SignatureBuilder.Build("Outer", null, null));
        outer.SignerInfos[0].AddUnsignedAttribute(new AsnEncodedData(new Oid("1.3.6.1.4.1.311.2.4.1"), SignatureBuilder.Build("Nested", null, null)));

        var image = Binary.ReadSound((_pe with { Certificates = [outer.Encode()] }).Build());

        Assert.Equal(["Outer", "Nested"], image.Signers.Select(signer => signer.Organization));
    }

    [Fact]
    public void A_damaged_signature_is_a_problem() =>
        Binary.AssertProblem("the certificate table has a signature that cannot be read", (_pe with { Certificates = [[0x30, 0x03, 0x02, 0x01, 0x05]] }).Build());

    [Theory]
    [InlineData(0, "the export directory lies outside the file")]
    [InlineData(1, "the import directory lies outside the file")]
    [InlineData(2, "the resource directory lies outside the file")]
    [InlineData(4, "the certificate table lies outside the file")]
    [InlineData(13, "the delay-load import directory lies outside the file")]
    public void A_table_outside_the_file_is_a_problem_and_the_others_are_read(int directory, string problem)
    {
        var pe = _pe with { Certificates = [BinarySamples.Signature] };
        var bytes = Binary.With(pe.Build(), pe.DirectoryAt(directory), 0xFFFFFFF0);

        Binary.AssertProblem(problem, bytes);
        var image = Binary.Read(bytes);
        Assert.Equal(directory != 0, image.Exports.Count > 0);
        Assert.Equal(directory != 1, image.Imports.Contains("HCCore.dll"));
        Assert.Equal(directory != 2, image.Version is not null);
        Assert.Equal(directory != 4, image.Signers.Count > 0);
        Assert.Equal(directory != 13, image.Imports.Contains("late.dll"));
    }

    [Theory]
    [InlineData(0x3C, 0xFFFFFFFF, "has no PE signature")]
    [InlineData(0x80 + 24, 0x1234, "the optional header has the unknown magic 0x1234")]
    [InlineData(0x80 + 4, 0xFFFF8664, "the section table has 65535 entries")]
    public void Damaged_headers_are_problems(int at, uint value, string problem) => Binary.AssertProblem(problem, Binary.With(_pe.Build(), at, value));

    [Fact]
    public void A_section_of_no_virtual_size_is_mapped_by_its_size_in_the_file() =>
        Assert.NotEmpty(Binary.ReadSound(Binary.With(_pe.Build(), _pe.SectionTableAt + 8, 0)).Imports);

    [Fact]
    public void The_place_of_a_section_is_rounded_down_as_Windows_does() =>
        Assert.NotEmpty(Binary.ReadSound(Binary.With(_pe.Build(), _pe.SectionTableAt + 20, PeBuilder.SectionOffset + 0x1FF)).Imports);

    [Fact]
    public void More_modules_than_programs_load_are_a_problem_and_the_first_are_read()
    {
        var bytes = (_pe with { Imports = [.. Enumerable.Range(0, 5000).Select(i => $"{i}.dll")] }).Build();

        Binary.AssertProblem("the import directory has no end within 4096 entries", bytes);
        Assert.Contains("4000.dll", Binary.Read(bytes).Imports);
    }

    [Fact]
    public void Names_that_end_with_the_file_are_problems()
    {
        var pe = new PeBuilder { Imports = ["KERNEL32.dll"] };
        Binary.AssertProblem("the import directory names a module outside the file", Binary.With(pe.Build(), PeBuilder.SectionOffset + 16 + 12, 0x7FFFFFFF));
        var exports = new PeBuilder { Exports = ["ACME_Init"] };
        Binary.AssertProblem("the export name table has 1 names outside the file", Binary.With(exports.Build(), PeBuilder.SectionOffset + 44, 0x7FFFFFFF));
        Binary.AssertProblem("the export name table says that it has 4294967295 entries", Binary.With(exports.Build(), PeBuilder.SectionOffset + 24, 0xFFFFFFFF));
        Binary.AssertProblem("the export address table lies outside the file", Binary.With(exports.Build(), PeBuilder.SectionOffset + 28, 0x7FFFFFFF));
    }

    [Fact]
    public void A_forwarder_without_a_module_is_a_problem() =>
        Binary.AssertProblem("the export address table has 1 forwarders that name no module", (_pe with { Forwarders = ["nowhere"] }).Build());

    [Fact]
    public void Tables_in_memory_that_the_file_does_not_fill_are_empty()
    {
        var bytes = Binary.With(_pe.Build(), _pe.SectionTableAt + 8, 0x9000);
        foreach (var directory in new[] { 0, 1, 2, 13 })
            bytes = Binary.With(bytes, _pe.DirectoryAt(directory), PeBuilder.SectionAddress + 0x8000);

        Assert.Empty(Binary.ReadSound(bytes).Imports);
    }

    [Fact]
    public void Resource_tables_that_contain_themselves_end()
    {
        var pe = new PeBuilder { Version = _pe.Version };
        // The language has no data.
        Binary.AssertProblem("the resource directory has a version resource outside the file", Binary.With(pe.Build(), PeBuilder.SectionOffset + 48 + 20, 0x7FFFFFF0));
        // The type does, so that names and languages are the root as well.
        Assert.Null(Binary.Read(Binary.With(pe.Build(), PeBuilder.SectionOffset + 20, 0x80000000)).Version);
    }

    [Fact]
    public void A_million_pointers_to_one_long_name_are_read_in_time()
    {
        const int Names = 900_000;
        var section = new ByteWriter().PadTo(40).Bytes([.. Enumerable.Repeat((byte)'x', 4000)]).U8(0).Align(4);
        var pointers = section.Length;
        section.Patch32(24, Names);
        section.Patch32(32, PeBuilder.SectionAddress + pointers);
        for (var i = 0; i < Names; i++) section.U32(PeBuilder.SectionAddress + 40);
        var pe = new PeBuilder { Exports = ["x"] };
        var bytes = Binary.With(pe.Build()[..PeBuilder.SectionOffset], pe.SectionTableAt + 8, (uint)section.Length);
        bytes = [.. Binary.With(bytes, pe.SectionTableAt + 16, (uint)section.Length), .. section.ToArray()];

        Assert.Null(BinaryCase.Fault(bytes));
        Assert.Single(Binary.Read(bytes).Exports);
        Binary.AssertProblem("has more names than are read", bytes);
    }
}

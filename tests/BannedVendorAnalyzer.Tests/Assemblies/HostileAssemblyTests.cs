using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using BannedVendorAnalyzer.Inspection.Assemblies;
using BannedVendorAnalyzer.Inspection.Binaries;
using BannedVendorAnalyzer.Tests.Binaries;

namespace BannedVendorAnalyzer.Tests.Assemblies;

public sealed class HostileAssemblyTests
{
    private static readonly byte[] _valid = new AssemblyImage
    {
        Company = "Contoso",
        PublicKey = [.. Enumerable.Range(0, 160).Select(value => (byte)value)],
        Imports = [("first.dll", "One"), ("second.dll", "Two"), ("third.dll", null)],
        References = [("Other", [1, 2, 3, 4, 5, 6, 7, 8], false)],
        Forwards = ["Target"],
        LinkedFiles = ["linked.dll"],
        Resources = [("a", new byte[100])],
    }.Build();

    [Fact]
    public void EveryPrefix_IsAnswered()
    {
        for (var length = 0; length < _valid.Length; length++) Read(_valid[..length]);
    }

    [Fact]
    public void EveryMutation_IsAnsweredAtOnce()
    {
        var bytes = (byte[])_valid.Clone();
        for (var offset = 0; offset < bytes.Length; offset++)
        {
            foreach (var mask in new byte[] { 0x01, 0x10, 0x80, 0xFF })
            {
                bytes[offset] ^= mask;
                Assert.Null(BinaryCase.Fault(bytes, hostile => Read(hostile)));
                bytes[offset] ^= mask;
            }
        }
    }

    [Theory]
    [InlineData(0xFF, 0xFF, 0xFF, 0xFF)]
    [InlineData(0xFF, 0xFF, 0xFF, 0x7F)]
    [InlineData(0x00, 0x00, 0x00, 0x80)]
    public void ExtremeFields_AreAnswered(byte first, byte second, byte third, byte fourth)
    {
        for (var offset = 0; offset < _valid.Length - 4; offset++)
        {
            var bytes = (byte[])_valid.Clone();
            (bytes[offset], bytes[offset + 1], bytes[offset + 2], bytes[offset + 3]) = (first, second, third, fourth);
            Read(bytes);
        }
    }

    [Fact]
    public void BrokenRow_HidesNoOther()
    {
        var bytes = (byte[])_valid.Clone();
        var name = Row(TableIndex.ModuleRef, 1);
        (bytes[name], bytes[name + 1]) = (0xFF, 0x7F);

        var assembly = Read(bytes)!;
        Assert.Contains(assembly.NativeBindings, binding => binding.Module == "second.dll");
        Assert.Contains(assembly.NativeBindings, binding => binding.Module == "third.dll");
        Assert.DoesNotContain(assembly.NativeBindings, binding => binding.Module == "first.dll");
        Assert.Equal("Contoso", assembly.Company);
        Assert.Contains("methods cannot be read, the first at row 1", Assert.Single(assembly.Problems, problem => problem.Contains("methods", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x7FFFFFFF)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(200)]
    public void ResourceLongerThanItsPlace_IsAProblem(int length)
    {
        var bytes = (byte[])_valid.Clone();
        var resource = Assert.Single(Read(bytes)!.Resources);
        BitConverter.GetBytes(length).CopyTo(bytes, (int)resource.Offset - 4);

        var assembly = Read(bytes)!;
        Assert.Empty(assembly.Resources);
        Assert.Equal("1 of 1 resources cannot be read, the first at row 1", Assert.Single(assembly.Problems));
    }

    [Fact]
    public void CallOfAnotherTable_IsAnswered()
    {
        // A call whose token is of no method (ECMA-335 II.22): found by damaging a million files.
        var bytes = new AssemblyImage { Loads = ["first", "second"] }.Build();
        var calls = Enumerable.Range(0, bytes.Length - 5).Where(at => bytes[at] == 0x28 && bytes[at + 2] == 0 && bytes[at + 3] == 0 && bytes[at + 4] == 0x0A).ToList();
        Assert.Equal(4, calls.Count);
        foreach (var call in calls)
        {
            for (var table = 0; table <= byte.MaxValue; table++)
            {
                var damaged = (byte[])bytes.Clone();
                damaged[call + 4] = (byte)table;
                Assert.NotNull(Read(damaged));
            }
        }
    }

    private static int Row(TableIndex table, int row)
    {
        using var pe = new PEReader(new MemoryStream(_valid));
        var reader = pe.GetMetadataReader();
        return pe.PEHeaders.MetadataStartOffset + reader.GetTableMetadataOffset(table) + (row - 1) * reader.GetTableRowSize(table);
    }

    private static ManagedAssembly? Read(byte[] bytes) => ManagedAssemblyReader.Read(new ByteArraySource(bytes), _ => true);
}

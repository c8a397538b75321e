using System.Reflection;
using System.Runtime.InteropServices;
using BannedVendorAnalyzer.Inspection.Assemblies;
using BannedVendorAnalyzer.Inspection.Binaries;

namespace BannedVendorAnalyzer.Tests.Assemblies;

public sealed class ManagedAssemblyReaderTests
{
    // The key and token of ECMA's standard assemblies (ECMA-335 II.6.2.1.3).
    private static readonly byte[] _ecmaKey = [0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0];

    [Fact]
    public void Image_IsReadAsItWasMade()
    {
        var assembly = Read(new AssemblyImage
        {
            Name = "Contoso.Camera",
            PublicKey = _ecmaKey,
            Company = "Contoso Ltd",
            Imports = [("dhnetsdk", "CLIENT_Init"), ("dhnetsdk", "CLIENT_Cleanup"), ("named-only.dll", null)],
            References = [("WithToken", [1, 2, 3, 4, 5, 6, 7, 8], false), ("WithKey", _ecmaKey, true)],
            Forwards = ["Vendor.Sdk"],
            LinkedFiles = ["HCNetSDK.dll"],
            Resources = [("a.txt", "first"u8.ToArray()), ("b.bin", [1, 2, 3])],
        });

        Assert.Empty(assembly.Problems);
        Assert.Equal(("Contoso.Camera", "b77a5c561934e089", "Contoso Ltd"), (assembly.Name, assembly.PublicKeyToken, assembly.Company));
        Assert.Equal([new("dhnetsdk", "CLIENT_Init", "Contoso.Native.CallCLIENT_Init"), new("dhnetsdk", "CLIENT_Cleanup", "Contoso.Native.CallCLIENT_Cleanup"), new NativeBinding("named-only.dll", null, null)], assembly.NativeBindings);
        Assert.Equal([new("System.Runtime", null, false), new("WithToken", "0102030405060708", false), new("WithKey", "b77a5c561934e089", false), new ReferencedAssembly("Vendor.Sdk", null, true)], assembly.References);
        Assert.Equal(["HCNetSDK.dll"], assembly.LinkedFiles);
        Assert.Equal([("a.txt", 5), ("b.bin", 3)], assembly.Resources.Select(resource => (resource.Name, resource.Length)));
    }

    [Fact]
    public void AssembliesOfTheRuntime_AreReadAsReflectionReadsThem()
    {
        // ReadyToRun images, and one that only forwards.
        var files = Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll");
        var compared = 0;
        foreach (var file in files)
        {
            var assembly = ManagedAssemblyReader.Read(new ByteArraySource(File.ReadAllBytes(file)), _ => false);
            if (assembly is null) continue;
            var name = AssemblyName.GetAssemblyName(file);
            Assert.Empty(assembly.Problems);
            Assert.Equal((name.Name, Convert.ToHexStringLower(name.GetPublicKeyToken()!)), (assembly.Name, assembly.PublicKeyToken));
            Assert.Equal("Microsoft Corporation", assembly.Company);
            compared++;
        }

        Assert.True(compared > 100, $"{compared} files");
    }

    [Fact]
    public void BytesWithoutMetadata_AreNoAssembly()
    {
        var image = new AssemblyImage().Build();

        // The CLI header's entry of the data directories (ECMA-335 II.25.2.3.3).
        var directories = BitConverter.ToInt32(image, 0x3C) + 24 + 96;
        Array.Clear(image, directories + 14 * 8, 8);

        Assert.Null(ManagedAssemblyReader.Read(new ByteArraySource(image), _ => false));
    }

    private static ManagedAssembly Read(AssemblyImage image) => ManagedAssemblyReader.Read(new ByteArraySource(image.Build()), _ => false)!;
}

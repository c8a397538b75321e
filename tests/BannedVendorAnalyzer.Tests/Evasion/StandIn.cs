using System.IO.Compression;
using System.Reflection;
using System.Reflection.Emit;
using BannedVendorAnalyzer.Tests.Assemblies;
using BannedVendorAnalyzer.Tests.Binaries;

namespace BannedVendorAnalyzer.Tests.Evasion;

/// <summary>Bytes in the shape of a vendor's files, with nothing of a vendor's but names.</summary>
internal static class StandIn
{
    /// <summary>A library that nothing tells apart.</summary>
    public static byte[] Plain { get; } = new PeBuilder { Name = "camera.dll", Exports = ["Start", "Stop"] }.Build();

    public static string[] Functions(int count, string prefix = "NET_DVR_") => [.. Enumerable.Range(0, count).Select(i => $"{prefix}Function{i}")];

    /// <summary>Assembly that imports functions of a native module.</summary>
    public static byte[] Wrapper(string module, params string[] functions) =>
        new AssemblyImage { Name = "Contoso.Video", Imports = [.. (functions.Length == 0 ? ["Init"] : functions).Select(function => (module, (string?)function))] }.Build();

    public static byte[] WithResource(string name, byte[] bytes) => new AssemblyImage { Name = "Contoso.Video", Resources = [("strings", new byte[100]), (name, bytes)] }.Build();

    /// <summary>Assembly with a method of this code, and what else the type needs.</summary>
    public static byte[] Code(Action<TypeBuilder, ILGenerator> write)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Contoso.Video"), typeof(object).Assembly);
        var type = assembly.DefineDynamicModule("Contoso.Video").DefineType("Contoso.Loader", TypeAttributes.Public);
        var il = type.DefineMethod("Load", MethodAttributes.Public | MethodAttributes.Static, typeof(void), [typeof(string), typeof(int)]).GetILGenerator();
        write(type, il);
        il.Emit(OpCodes.Ret);
        type.CreateType();
        using var image = new MemoryStream();
        assembly.Save(image);
        return image.ToArray();
    }

    /// <summary>Code that loads the library whose name these instructions leave on the stack.</summary>
    public static byte[] Loader(Action<ILGenerator> name) => Code((_, il) =>
    {
        name(il);
        il.Load();
    });

    public static void Load(this ILGenerator il)
    {
        il.Emit(OpCodes.Call, typeof(System.Runtime.InteropServices.NativeLibrary).GetMethod("Load", [typeof(string)])!);
        il.Emit(OpCodes.Pop);
    }

    public static byte[] Packed(byte[] bytes, Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed)) stream.Write(bytes);
        return packed.ToArray();
    }

    public static byte[] Deflated(byte[] bytes) => Packed(bytes, stream => new DeflateStream(stream, CompressionLevel.Optimal));

    public static byte[] Gzipped(byte[] bytes) => Packed(bytes, stream => new GZipStream(stream, CompressionLevel.Optimal));

    /// <summary>What no key is needed to make unreadable.</summary>
    public static byte[] Encrypted(byte[] bytes) => [.. bytes.Select(value => (byte)(value ^ 0xA5))];
}

using BannedVendorAnalyzer.Tests.Assemblies;
using BannedVendorAnalyzer.Tests.Binaries;

namespace BannedVendorAnalyzer.PackageTests.Toolkit;

/// <summary>Files in the shape of a vendor's, with nothing of a vendor's but names, and their clean twins.</summary>
internal static class Binaries
{
    /// <summary>A library that nothing tells apart.</summary>
    public static byte[] Plain { get; } = new ElfBuilder { Exports = ["start", "stop"] }.Build();

    /// <summary>A library of Hikvision that only its functions tell apart.</summary>
    public static byte[] Renamed { get; } = new PeBuilder { Name = "codec.dll", Exports = [.. Enumerable.Range(0, 100).Select(i => $"NET_DVR_Function{i}")] }.Build();

    /// <summary>What a linker is given for a library of this name.</summary>
    public static byte[] ImportLibrary(string module) => new ArchiveBuilder().Import(module, "Init").Build();

    public static byte[] Wrapper(string module, string function) => new AssemblyImage { Imports = [(module, function)] }.Build();

    /// <summary>The loose files of the projects in the family <c>Hidden</c>.</summary>
    public static void WriteLoose(string folder)
    {
        Write(folder, "Reference/libs/Video.dll", Wrapper("HCNetSDK.dll", "Init"));
        Write(folder, "Copied/data/frames.dat", Renamed);
        Write(folder, "Resource/data/frames.bin", Renamed);
        Write(folder, "NativeReference/libs/frames.lib", ImportLibrary("HCNetSDK.dll"));
        Write(folder, "NativeLibrary/libs/frames.lib", ImportLibrary("HCNetSDK.dll"));
        Write(folder, "LooseClean/libs/Video.dll", Wrapper("frames", "Init"));
        Write(folder, "LooseClean/libs/frames.lib", ImportLibrary("frames.dll"));
        Write(folder, "LooseClean/data/frames.dat", Plain);
    }

    /// <summary>The loose analyzers of the projects in the family <c>BuildTools</c>.</summary>
    public static void WriteAnalyzers(string folder)
    {
        Write(folder, "Loose/libs/Video.dll", Wrapper("HCNetSDK.dll", "Init"));
        Write(folder, "LooseClean/libs/Video.dll", Wrapper("frames", "Init"));
    }

    private static void Write(string folder, string file, byte[] bytes)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}

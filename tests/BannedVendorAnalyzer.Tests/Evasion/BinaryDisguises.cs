using BannedVendorAnalyzer.Tests.Binaries;
using BannedVendorAnalyzer.Tests.Packages.Signatures;
using static BannedVendorAnalyzer.Tests.Evasion.Disguise;

namespace BannedVendorAnalyzer.Tests.Evasion;

/// <summary>Native files under harmless names.</summary>
internal static class BinaryDisguises
{
    private const string Maker = "Hangzhou Hikvision Digital Technology Co., Ltd.";

    private static readonly string[] _functions = StandIn.Functions(100);
    private static readonly PeBuilder _pe = new() { Name = "camera.dll", Exports = _functions };
    private static readonly MachOBuilder _machO = new() { Exports = [.. _functions.Select(function => "_" + function)] };
    private static readonly Lazy<byte[]> _signature = new(() => SignatureBuilder.Build(Maker, null, owners: null));

    public static IEnumerable<Disguise> All => Renamed.Concat(Named).Concat(Binding);

    private static IEnumerable<Disguise> Renamed =>
    [
        Caught("renamed, for Windows", "100 exported functions 'NET_DVR_…' in native/camera.dll", "what it exports", into => into.InPackage("native/camera.dll", _pe.Build())),
        Caught("renamed, for Linux", "100 exported functions 'NET_DVR_…' in native/libcamera.so", "what it exports", into => into.InPackage("native/libcamera.so", new ElfBuilder { Exports = _functions }.Build())),
        Caught("renamed, for macOS", "100 exported functions 'NET_DVR_…' in native/libcamera.dylib", "what it exports, with the underscore that C has there", into => into.InPackage("native/libcamera.dylib", _machO.Build())),
        Caught("renamed, in a fat file", "100 exported functions 'NET_DVR_…' in native/camera", "every part of it", into => into.InPackage("native/camera", MachOBuilder.Fat(false, new MachOBuilder { Processor = 0x01000007 }.Build(), _machO.Build()))),
        Caught("a .dat that is a library", "100 exported functions 'NET_DVR_…' in content/table.dat", "files are told by how they begin", into => into.InPackage("content/table.dat", _pe.Build())),
        Caught("no extension", "100 exported functions 'NET_DVR_…' in tools/table", "files are told by how they begin", into => into.InPackage("tools/table", _pe.Build())),
        Caught("a text by its name", "100 exported functions 'NET_DVR_…' in README.md", "also those of a package that are called texts", into => into.InPackage("README.md", _pe.Build())),
        Caught("linked from a static library", "100 exported functions 'NET_DVR_…' in native/libcamera.a", "the archive's table of symbols", into => into.InPackage("native/libcamera.a", new ArchiveBuilder().SystemVSymbols(false, _functions).Member("camera.o/", [1, 2]).Build())),
        Caught("linked from a static library of macOS", "100 exported functions 'NET_DVR_…' in native/libcamera.a", "the archive's table of symbols", into => into.InPackage("native/libcamera.a", new ArchiveBuilder().BsdSymbols(false, [.. _functions.Select(function => "_" + function)]).Build())),
        Missed("renamed, few functions", "fewer than ten functions could be anybody's", into => into.InPackage("native/camera.dll", (_pe with { Exports = StandIn.Functions(9) }).Build())),
        Missed("exported by number", "functions without names cannot be compared", into => into.InPackage("native/camera.dll", (_pe with { Exports = [], Forwarders = ["camera.#1"] }).Build())),
    ];

    private static IEnumerable<Disguise> Named =>
    [
        Caught("renamed, with its own name in it (Windows)", "file native/camera.dll ('HCNetSDK.dll', by its own name)", "the name in the table of exports", into => into.InPackage("native/camera.dll", new PeBuilder { Name = "HCNetSDK.dll", Exports = ["start"] }.Build())),
        Caught("renamed, with its own name in it (Linux)", "file native/libcamera.so ('libhcnetsdk.so', by its own name)", "SONAME", into => into.InPackage("native/libcamera.so", new ElfBuilder { Name = "libhcnetsdk.so" }.Build())),
        Caught("renamed, with its own name in it (macOS)", "file native/libcamera.dylib ('@rpath/libhcnetsdk.dylib', by its own name)", "LC_ID_DYLIB", into => into.InPackage("native/libcamera.dylib", new MachOBuilder { Name = "@rpath/libhcnetsdk.dylib" }.Build())),
        Caught("renamed, with its version resource", "file native/camera.dll ('HCNetSDK.dll', by its version resource)", "OriginalFilename", into => into.InPackage("native/camera.dll", new PeBuilder { Version = [[("OriginalFilename", "HCNetSDK.dll")]] }.Build())),
        Caught("signed by the vendor under a harmless name", $"certificate of '{Maker}' in native/camera.dll", "the Authenticode signer", into => into.InPackage("native/camera.dll", new PeBuilder { Certificates = [_signature.Value] }.Build())),
        Caught("signed by the vendor for macOS", $"certificate of '{Maker}' in native/camera.dylib", "the signer of its code signature", into => into.InPackage("native/camera.dylib", new MachOBuilder { Signature = _signature.Value }.Build())),
        Missed("renamed, with the maker in its version resource alone", "no rule records what companies write there; it is free text", into => into.InPackage("native/camera.dll", new PeBuilder { Version = [[("CompanyName", Maker)]] }.Build())),
    ];

    private static IEnumerable<Disguise> Binding =>
    [
        Caught("a native wrapper", "import of 'HCNetSDK.dll' in native/bridge.dll", "the table of imports", into => into.InPackage("native/bridge.dll", new PeBuilder { Imports = ["KERNEL32.dll", "HCNetSDK.dll"] }.Build())),
        Caught("a delayed import", "import of 'HCNetSDK.dll' in native/bridge.dll", "the table of delayed imports", into => into.InPackage("native/bridge.dll", new PeBuilder { DelayedImports = ["HCNetSDK.dll"] }.Build())),
        Caught("a native wrapper for Linux", "import of 'libhcnetsdk.so' in native/libbridge.so", "DT_NEEDED", into => into.InPackage("native/libbridge.so", new ElfBuilder { Needed = ["libc.so.6", "libhcnetsdk.so"] }.Build())),
        Caught("a native wrapper for macOS", "import of '@rpath/libhcnetsdk.dylib' in native/libbridge.dylib", "LC_LOAD_DYLIB and its kin", into => into.InPackage("native/libbridge.dylib", new MachOBuilder { Imports = [(MachOBuilder.LoadDylib, "@rpath/libhcnetsdk.dylib")] }.Build())),
        Caught("an import library", "import of 'HCNetSDK.dll' in lib/native/camera.lib", "the objects in it name the module", into => into.InPackage("lib/native/camera.lib", new ArchiveBuilder().Import("HCNetSDK.dll", "NET_DVR_Init").Build())),
        Missed("a native wrapper of a renamed library", "of native imports only modules are read, and this one has a harmless name; the library itself would be told by its functions", into => into.InPackage("native/bridge.dll", new PeBuilder { Imports = ["camera.dll"] }.Build())),
    ];
}

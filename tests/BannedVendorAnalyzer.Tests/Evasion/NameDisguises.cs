using BannedVendorAnalyzer.Rules;
using BannedVendorAnalyzer.Tests.Assemblies;
using BannedVendorAnalyzer.Tests.Binaries;
using static BannedVendorAnalyzer.Tests.Evasion.Disguise;

namespace BannedVendorAnalyzer.Tests.Evasion;

/// <summary>Where a library lies, and what it is called.</summary>
internal static class NameDisguises
{
    private static readonly byte[] _elf = new ElfBuilder { Exports = ["start"] }.Build();

    public static IEnumerable<Disguise> All =>
    [
        Caught("in a package of another id", "file runtimes/linux-x64/native/libhcnetsdk.so", "names of files", into => into.InPackage("runtimes/linux-x64/native/libhcnetsdk.so", _elf)),
        Caught("other case", "file runtimes/win-x64/native/hCnEtSdK.DLL", "case does not count", into => into.InPackage("runtimes/win-x64/native/hCnEtSdK.DLL", StandIn.Plain)),
        Caught("versioned", "file native/libhcnetsdk.so.6.1.9", "a version behind .so does not count", into => into.InPackage("native/libhcnetsdk.so.6.1.9", _elf)),
        Caught("versioned as on macOS", "file native/libhcnetsdk.6.dylib", "nor does one in front of .dylib", into => into.InPackage("native/libhcnetsdk.6.dylib", new MachOBuilder().Build())),
        Caught("without lib in front", "file native/hcnetsdk.so", "lib in front does not count", into => into.InPackage("native/hcnetsdk.so", _elf)),
        Missed("a processor or a build in the name", "names are compared whole; functions, or its own name inside, would tell", into => into.InPackage("native/hcnetsdk64.dll", StandIn.Plain)),
        Missed("a build file that names it", "build files and settings of a package are not read; the file that they name is", into => into.InPackage("build/Contoso.Harmless.targets", [.. "<Project><ItemGroup><None Include=\"$(Sdk)/HCNetSDK.dll\" CopyToOutputDirectory=\"Always\" /></ItemGroup></Project>"u8])),
        Caught("lib in front of a Windows name", "file native/libHCNetSDK.dll", "nor does it on Windows", into => into.InPackage("native/libHCNetSDK.dll", StandIn.Plain)),
        Caught("in the folder of a tool", "file tools/net472/any/HCNetSDK.dll", "every folder of a package is looked at", into => into.InPackage("tools/net472/any/HCNetSDK.dll", StandIn.Plain)),
        Caught("in the folder of build files", "file build/native/HCNetSDK.dll", "every folder", into => into.InPackage("build/native/HCNetSDK.dll", StandIn.Plain)),
        Caught("as content", "file contentFiles/any/any/HCNetSDK.dll", "every folder", into => into.InPackage("contentFiles/any/any/HCNetSDK.dll", StandIn.Plain)),
        Caught("in an analyzer", "import of 'HCNetSDK.dll' in analyzers/dotnet/cs/Contoso.Rules.dll", "analyzers are read as every assembly", into => into.InPackage("analyzers/dotnet/cs/Contoso.Rules.dll", StandIn.Wrapper("HCNetSDK.dll"))),
        Caught("in a satellite assembly", "import of 'dhnetsdk' in lib/net8.0/de/Contoso.resources.dll", "so are satellite assemblies", into => into.InPackage("lib/net8.0/de/Contoso.resources.dll", StandIn.Wrapper("dhnetsdk"))),
        Caught("signed under another name", "file native/HCNetSDK.dll", "who signed it takes nothing away", into => into.InPackage("native/HCNetSDK.dll", new PeBuilder { Certificates = [BinarySamples.Signature] }.Build())),
        Caught("renamed assembly", "assembly 'NetSDKCS' as lib/net8.0/Contoso.dll", "the name in its metadata", into => into.InPackage("lib/net8.0/Contoso.dll", new AssemblyImage { Name = "NetSDKCS" }.Build())),
        new("a name that several makers use", Verdict.Review, "file native/PlayCtrl.dll", "somebody has to look", into => into.InPackage("native/PlayCtrl.dll", StandIn.Plain)),
        Missed("look-alike letters", "a Cyrillic Н is another letter; names are compared, never likened. Functions would tell", into => into.InPackage("native/\u041DCNetSDK.dll", StandIn.Plain)),
        Missed("renamed and stripped", "no name, function, version or signer is left", into => into.InPackage("native/camera.dll", StandIn.Plain)),
    ];
}

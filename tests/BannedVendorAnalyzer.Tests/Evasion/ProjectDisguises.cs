using BannedVendorAnalyzer.Tests.Binaries;
using BannedVendorAnalyzer.Tests.Contents;
using static BannedVendorAnalyzer.Tests.Evasion.Disguise;

namespace BannedVendorAnalyzer.Tests.Evasion;

/// <summary>What a project takes in without a package.</summary>
internal static class ProjectDisguises
{
    private static readonly byte[] _library = new PeBuilder { Name = "camera.dll", Exports = StandIn.Functions(100) }.Build();

    public static IEnumerable<Disguise> All =>
    [
        Caught("a loose assembly by HintPath", "import of 'HCNetSDK.dll' in Video.dll", "references that come from no package are read", into => into.InProject("Reference", "libs/Video.dll", StandIn.Wrapper("HCNetSDK.dll"))),
        Caught("a loose file that is copied", "100 exported functions 'NET_DVR_…' in camera.bin", "None and Content items that are copied or packed", into => into.InProject("None", "data/camera.bin", _library)),
        Caught("a loose archive", "100 exported functions 'NET_DVR_…' in camera.zip!/x", "what lies in it, too", into => into.InProject("Content", "data/camera.zip", new RawZip().Add("x", _library).Build())),
        Caught("an EmbeddedResource", "100 exported functions 'NET_DVR_…' in camera.bin", "before the compiler embeds it", into => into.InProject("EmbeddedResource", "data/camera.bin", _library)),
        Caught("a NativeReference", "100 exported functions 'NET_DVR_…' in camera.a", "static libraries of mobile platforms", into => into.InProject("NativeReference", "camera.a", new ArchiveBuilder().SystemVSymbols(false, StandIn.Functions(100)).Build())),
        Caught("a NativeLibrary", "import of 'HCNetSDK.dll' in camera.lib", "libraries that native AOT links", into => into.InProject("NativeLibrary", "camera.lib", new ArchiveBuilder().Import("HCNetSDK.dll", "NET_DVR_Init").Build())),
        Caught("a DirectPInvoke", "import of 'HCNetSDK' in HCNetSDK", "the name that native AOT binds", into => into.NameInProject("DirectPInvoke", "HCNetSDK")),
        Missed("a loose picture by its name", "a project has thousands of texts and pictures, which are not opened; those of packages are", into => into.InProject("EmbeddedResource", "data/camera.png", _library)),
    ];
}

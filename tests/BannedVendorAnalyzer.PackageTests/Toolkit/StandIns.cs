using System.Text;

namespace BannedVendorAnalyzer.PackageTests.Toolkit;

/// <summary>The feed that scenarios restore from.</summary>
internal static class StandIns
{
    public static void Write(string feed)
    {
        PackageBuilder.Write(feed, "QuickNV.HikvisionNetSDK", "1.0.1");
        PackageBuilder.Write(feed, "Contoso.Cameras", "1.0.0", dependencies: ["QuickNV.HikvisionNetSDK/1.0.1"]);
        PackageBuilder.Write(feed, "Kaspersky.CaptchaMixer", "1.0.0", authors: "UISDevTeam");
        PackageBuilder.Write(feed, "Kaspersky.Adapter", "1.0.0");
        PackageBuilder.Write(feed, "Contoso.Scan", "1.0.0", files: ["runtimes/linux-x64/native/libkavsdk.so"]);
        PackageBuilder.Write(feed, "Contoso.Scan", "1.1.0", files: ["runtimes/linux-x64/native/libkavsdk.so"]);
        PackageBuilder.Write(feed, "Contoso.Plain", "1.0.0", dependencies: ["Contoso.Leaf/1.0.0"], files: ["runtimes/linux-x64/native/libplain.so"]);
        PackageBuilder.Write(feed, "Contoso.Leaf", "1.0.0");
        PackageBuilder.Write(feed, "Contoso.Leaf", "1.1.0");
        PackageBuilder.Write(feed, "Broken.Hidden", "1.0.0", files: ["lib/netstandard2.0/Hidden.dll"]);
        PackageBuilder.Write(feed, "Contoso.Video", "1.0.0", binaries: ("lib/netstandard2.0/Contoso.Video.dll", Binaries.Wrapper("dhnetsdk", "CLIENT_Init")));
        PackageBuilder.Write(feed, "Contoso.Capture", "1.0.0", binaries: ("runtimes/linux-x64/native/libhcnetsdk.so", Binaries.Plain));
        PackageBuilder.Write(feed, "Contoso.Codec", "1.0.0", binaries: ("runtimes/win-x64/native/codec.dll", Binaries.Renamed));
        PackageBuilder.Write(feed, "Contoso.Player", "1.0.0", binaries: ("runtimes/win-x64/native/PlayCtrl.dll", Binaries.Plain));
        PackageBuilder.Write(feed, "Contoso.PlayerSdk", "1.0.0", binaries: [("runtimes/win-x64/native/PlayCtrl.dll", Binaries.Plain), ("runtimes/win-x64/native/HCNetSDK.dll", Binaries.Plain)]);
        PackageBuilder.Write(feed, "Contoso.Frames", "1.0.0", binaries: [("lib/netstandard2.0/Contoso.Frames.dll", Binaries.Wrapper("frames", "Init")), ("runtimes/linux-x64/native/libframes.so", Binaries.Plain)]);
        WriteBuildTools(feed);
        foreach (var id in Broken) PackageBuilder.Write(feed, id, "1.0.0");
    }

    /// <summary>What a build runs, or downloads beside its references; each with a library of its own kind.</summary>
    private static void WriteBuildTools(string feed)
    {
        var frameworkList = "<FileList TargetFrameworkIdentifier=\".NETCoreApp\" TargetFrameworkVersion=\"10.0\" FrameworkName=\"Contoso.App\" Name=\"Contoso\" />"u8.ToArray();
        foreach (var id in new[] { "Contoso.Pack", "QuickNV.HikvisionNetSDK.Native" }) PackageBuilder.Write(feed, id, "1.0.0", binaries: ("data/FrameworkList.xml", frameworkList));
        foreach (var (id, module) in new[] { ("Contoso.Tool", "HCNetSDK.dll"), ("Contoso.ToolClean", "frames.dll") })
        {
            var settings = Encoding.UTF8.GetBytes($"<DotNetCliTool Version=\"1\"><Commands><Command Name=\"{id.ToLowerInvariant()}\" EntryPoint=\"Tool.dll\" Runner=\"dotnet\" /></Commands></DotNetCliTool>");
            PackageBuilder.Write(feed, id, "1.0.0", type: "DotnetTool", binaries: [("tools/net10.0/any/DotnetToolSettings.xml", settings), ("tools/net10.0/any/Tool.dll", Binaries.Wrapper(module, "Init"))]);
        }

        foreach (var (id, module) in new[] { ("Contoso.Generator", "HCNetSDK.dll"), ("Contoso.GeneratorClean", "frames.dll") })
            PackageBuilder.Write(feed, id, "1.0.0", binaries: ("analyzers/dotnet/cs/Generator.dll", Binaries.Wrapper(module, "Init")));

        foreach (var (id, module) in new[] { ("Contoso.Sdk", "HCNetSDK.dll"), ("Contoso.SdkClean", "frames.dll") })
            PackageBuilder.Write(feed, id, "1.0.0", binaries: [("Sdk/Sdk.props", "<Project />"u8.ToArray()), ("Sdk/Sdk.targets", "<Project />"u8.ToArray()), ("tools/Tasks.dll", Binaries.Wrapper(module, "Init"))]);
    }

    /// <summary>Each is damaged in its own way after it was restored.</summary>
    public static readonly string[] Broken = ["Broken.Nuspec", "Broken.Entities", "Broken.Planted", "Broken.Gone"];
}

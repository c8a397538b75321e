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
        foreach (var id in Broken) PackageBuilder.Write(feed, id, "1.0.0");
    }

    /// <summary>Each is damaged in its own way after it was restored.</summary>
    public static readonly string[] Broken = ["Broken.Nuspec", "Broken.Entities", "Broken.Planted", "Broken.Gone"];
}

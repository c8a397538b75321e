using System.Runtime.InteropServices;

namespace Contoso;

internal static class Cameras
{
    [DllImport(@"sdk\HCNetSDK.dll")]
    private static extern bool NET_DVR_Init();

    public static void Open() => NativeLibrary.Load("libhcnetsdk.so");
}

namespace Contoso;

internal static class Cameras
{
#pragma warning disable BVA2001
    [System.Runtime.InteropServices.DllImport("HCNetSDK")]
    private static extern bool NET_DVR_Init();
#pragma warning restore BVA2001
}

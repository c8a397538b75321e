using System.Runtime.InteropServices;

internal static class Native
{
    [DllImport("HCNetSDK.dll")]
    internal static extern int NET_DVR_Init();
}

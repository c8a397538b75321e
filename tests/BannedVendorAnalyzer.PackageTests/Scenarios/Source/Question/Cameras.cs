namespace Contoso;

internal static class Cameras
{
    private const string Endpoint = "https://ecs.aliyuncs.com/";

    [System.Runtime.InteropServices.DllImport("HCNetSDK")]
    private static extern bool NET_DVR_Init();

    [System.Runtime.InteropServices.DllImport("Kave8")]
    private static extern int Scan();
}

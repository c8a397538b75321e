using System.Runtime.InteropServices;

internal static class Program
{
    private static void Main()
    {
    }

#pragma warning disable BVA2001
    [DllImport("HCNetSDK")]
    private static extern int NET_DVR_Init();
#pragma warning restore BVA2001
}

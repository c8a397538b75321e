using System.Runtime.InteropServices;

internal static class Program
{
    private static void Main()
    {
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "BVA2001")]
    [DllImport("HCNetSDK")]
    private static extern int NET_DVR_Init();
}

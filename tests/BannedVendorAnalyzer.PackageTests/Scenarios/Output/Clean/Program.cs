using System.Runtime.InteropServices;

internal static class Program
{
    private static void Main()
    {
    }

    [DllImport("libc")]
    private static extern int NET_DVR_Init();
}

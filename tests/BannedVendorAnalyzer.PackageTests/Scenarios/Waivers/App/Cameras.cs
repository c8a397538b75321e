namespace App;

internal static class Cameras
{
#if RENAMED
    private const string Library = "libcontosocam.so";
#else
    private const string Library = "contosocam.dll";
#endif

    [System.Runtime.InteropServices.DllImport(Library)]
    private static extern int Open();
}

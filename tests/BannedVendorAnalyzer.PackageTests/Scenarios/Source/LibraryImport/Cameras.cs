using System.Runtime.InteropServices;

namespace Contoso;

internal static partial class Cameras
{
    [LibraryImport("HCNetSDK")]
    public static partial int NET_DVR_Plain(int user);

    [LibraryImport("HCNetSDK", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int NET_DVR_Text(string user);
}

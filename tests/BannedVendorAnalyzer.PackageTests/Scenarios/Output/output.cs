#:property PublishAot=false
#:property NoWarn=BVA2001
using System.Runtime.InteropServices;
Console.WriteLine("shipped");
[DllImport("HCNetSDK")] static extern int NET_DVR_Init();
if (args.Length > 9) NET_DVR_Init();

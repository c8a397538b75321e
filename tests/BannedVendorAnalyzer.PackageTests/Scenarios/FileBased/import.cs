#:property PublishAot=false
using System.Runtime.InteropServices;
Console.WriteLine(Init());
[DllImport("HCNetSDK.dll")] static extern int Init();

module Cameras

open System.Runtime.InteropServices

[<DllImport("HCNetSDK.dll")>]
extern bool NET_DVR_Init()

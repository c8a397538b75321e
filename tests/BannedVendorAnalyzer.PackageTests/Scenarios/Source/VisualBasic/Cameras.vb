Friend Module Cameras
    Public Declare Function NET_DVR_Init Lib "HCNetSDK.dll" () As Boolean
End Module

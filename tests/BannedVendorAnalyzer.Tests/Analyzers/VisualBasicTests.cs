namespace BannedVendorAnalyzer.Tests.Analyzers;

/// <summary>The same in Visual Basic, where names ignore case.</summary>
public sealed class VisualBasicTests
{
    [Fact]
    public Task DeclareAndDllImport_AreReported() => SourceTest.VisualBasic.Expect(
        """
        Imports System.Runtime.InteropServices
        Public Module Native
            Public Declare Function [|NET_DVR_Init|] Lib "HCNetSDK.dll" () As Boolean
            Public Declare Auto Function [|Login|] Lib "..\bin\HCNetSDK" Alias "NET_DVR_Login" (user As String) As Integer
            Private Declare Sub Sleep Lib "kernel32" (milliseconds As Integer)
            <DllImport("libhcnetsdk.so")>
            Public Function [|NET_DVR_Cleanup|]() As Boolean
            End Function
            ' Declare Function Comment Lib "HCNetSDK.dll" () As Boolean
            Private Const Text As String = "Declare Function A Lib ""HCNetSDK.dll"" () As Boolean"
        End Module
        """,
        "is bound by method 'Native.NET_DVR_Init' (import of 'HCNetSDK.dll' in Cameras.vb)",
        "method 'Native.Login' with entry point 'NET_DVR_Login'");

    [Fact]
    public Task Loads_AreReported() => SourceTest.VisualBasic.Expect(
        """
        Imports System
        Imports System.IO
        Imports System.Runtime.InteropServices
        Public Class Cameras
            Private Declare Unicode Function LoadLibrary Lib "kernel32" Alias "LoadLibraryW" (name As String) As IntPtr
            Private Const File As String = "HCNetSDK" & ".dll"
            Private Shared ReadOnly Chosen As String = If(OperatingSystem.IsWindows(), "HCNetSDK.dll", "libhcnetsdk.so"), Other As String = "other"
            Private ReadOnly Constructed As String
            Private ReadOnly Property Automatic As String = "HCNetSDK"
            Private ReadOnly Property Written As String
                Get
                    Return "HCNetSDK"
                End Get
            End Property
            Public Sub New()
                Constructed = "HCNetSDK"
            End Sub
            Public Sub Open(folder As String)
                NativeLibrary.Load({|BVA2002:"HCNetSDK"|})
                nativelibrary.LOAD({|BVA2002:File|})
                NativeLibrary.Load({|BVA2002:Chosen|})
                NativeLibrary.Load(Other)
                NativeLibrary.Load({|BVA2002:Constructed|})
                NativeLibrary.Load({|BVA2002:Automatic|})
                NativeLibrary.Load({|BVA2002:Written|})
                Dim path1 As String = Path.Combine(folder, File)
                NativeLibrary.Load({|BVA2002:path1|})
                NativeLibrary.Load({|BVA2002:$"{folder}/HCNetSDK.dll"|})
                NativeLibrary.Load({|BVA2002:folder & "\HCNetSDK.dll"|})
                LoadLibrary({|BVA2002:"HCNetSDK"|})
                loadlibrary({|BVA2004:folder|})
                For Each name In {"a", "HCNetSDK"}
                    NativeLibrary.Load({|BVA2002:name|})
                Next
            End Sub
        End Class
        """);

    [Fact]
    public Task Hosts_AreReported() => SourceTest.VisualBasic.For("us-texas-state").Expect(
        """
        ' https://ecs.aliyuncs.com/
        ''' <summary>"https://ecs.aliyuncs.com/"</summary>
        Public Class Client
            Public Const Url As String = {|BVA2003:"https://ecs.aliyuncs.com/"|}
            Public Function Send(region As String) As String
                Dim first = {|BVA2003:"https://" & region & ".aliyuncs.com/"|}
                Return If(first, {|BVA2003:$"https://{region}.aliyuncs.com/"|})
            End Function
        End Class
        """);

    [Fact]
    public Task Attributes_SuppressAsEverywhere() => SourceTest.VisualBasic.Expect(
        """
        Imports System.Diagnostics.CodeAnalysis
        Public Module Native
        #Disable Warning BVA2001
            Public Declare Function A Lib "HCNetSDK" () As Boolean
        #Enable Warning BVA2001
            <SuppressMessage("BannedVendor", "BVA2001")>
            Public Declare Function B Lib "HCNetSDK" () As Boolean
            Public Declare Function [|C|] Lib "HCNetSDK" () As Boolean
        End Module
        """);
}

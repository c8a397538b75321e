namespace BannedVendorAnalyzer.Tests.Analyzers;

/// <summary>Loads of native libraries by name, in C#.</summary>
public sealed class LoadTests
{
    private const string Members = """
        using System;
        using System.IO;
        using System.Reflection;
        using System.Runtime.InteropServices;
        using System.Runtime.Loader;
        internal static class Names { public static readonly string Elsewhere = Path.Combine("native", "HCNetSDK.dll"); public const string Short = "HCNetSDK"; }
        internal static class Native
        {
            [DllImport("kernel32", CharSet = CharSet.Unicode)] internal static extern IntPtr LoadLibrary(string name);
            [DllImport("kernel32.dll", EntryPoint = "LoadLibraryExW")] internal static extern IntPtr LoadLibraryEx(string name, IntPtr file, uint flags);
            [DllImport("libdl.so.2")] internal static extern IntPtr dlopen(string name, int flags);
        }
        internal class Cameras
        {
            private static readonly string Chosen = OperatingSystem.IsWindows() ? "HCNetSDK.dll" : "libhcnetsdk.so";
            private static readonly string Constructed;
            private static string Property => OperatingSystem.IsWindows() ? "HCNetSDK.dll" : "libhcnetsdk.so";
            private static string Automatic { get; } = "HCNetSDK";
            private static string Innocent { get; } = "sqlite3";
            private static readonly string Harmless = "sqlite3", AlsoListed = "HCNetSDK";
            private static string Settable { get; set; } = "HCNetSDK";
            private static string Changing = "HCNetSDK";
            static Cameras() { Constructed = "HCNetSDK" + ".dll"; }

        """;

    [Theory]
    [InlineData("""NativeLibrary.Load({|BVA2002:"HCNetSDK.dll"|});""")]
    [InlineData("""NativeLibrary.Load({|BVA2002:@"C:\cameras\HCNetSDK.dll"|}, GetType().Assembly, null);""")]
    [InlineData("""NativeLibrary.TryLoad({|BVA2002:Names.Short|}, out _);""")]
    [InlineData("""NativeLibrary.TryLoad(handle: out var handle, libraryPath: {|BVA2002:"libhcnetsdk.so"|});""")]
    [InlineData("""Native.LoadLibrary({|BVA2002:"HCNetSDK.dll"|});""")]
    [InlineData("""Native.LoadLibraryEx({|BVA2002:"HCNetSDK.dll"|}, IntPtr.Zero, 8);""")]
    [InlineData("""Native.dlopen({|BVA2002:"libhcnetsdk.so"|}, 1);""")]
    [InlineData("""NativeLibrary.Load({|BVA2002:Names.Elsewhere|});""")]
    [InlineData("""NativeLibrary.Load({|BVA2002:Chosen|});""")]
    [InlineData("""NativeLibrary.Load({|BVA2002:Constructed|});""")]
    [InlineData("""NativeLibrary.Load({|BVA2002:Property|});""")]
    [InlineData("""NativeLibrary.Load({|BVA2002:Automatic|});""")]
    [InlineData("""NativeLibrary.Load({|BVA2002:AlsoListed|});""")]
    [InlineData("""var name = "HCNetSDK"; NativeLibrary.Load({|BVA2002:name|});""")]
    [InlineData("""string name; if (OperatingSystem.IsWindows()) name = "HCNetSDK.dll"; else name = "hcnetsdk.so"; NativeLibrary.Load({|BVA2002:name|});""")]
    [InlineData("""var file = "HCNetSDK" + ".dll"; var path = Path.Combine(folder, file); NativeLibrary.Load({|BVA2002:path|});""")]
    [InlineData("""NativeLibrary.Load({|BVA2002:Path.Combine(AppContext.BaseDirectory, "runtimes", folder, "native", "HCNetSDK.dll")|});""")]
    [InlineData("""NativeLibrary.Load({|BVA2002:Path.GetFullPath(Path.Join(folder, "HCNetSDK.dll"))|});""")]
    [InlineData("""NativeLibrary.Load({|BVA2002:AppContext.BaseDirectory + "HCNetSDK.dll"|});""")]
    [InlineData("""NativeLibrary.Load({|BVA2002:folder + "/HCNetSDK.dll"|});""")]
    [InlineData("""NativeLibrary.Load({|BVA2002:$"{folder}/{Names.Short}.dll"|});""")]
    [InlineData("""NativeLibrary.Load({|BVA2002:string.Concat("HCNet", "SDK")|});""")]
    [InlineData("""NativeLibrary.Load({|BVA2002:folder.Length switch { 0 => "a.dll", 1 => "HCNetSDK.dll", _ => "b.dll" }|});""")]
    [InlineData("""foreach (var name in new[] { "a.dll", "HCNetSDK.dll" }) if (NativeLibrary.TryLoad({|BVA2002:name|}, out _)) return;""")]
    [InlineData("""Func<IntPtr> later = () => NativeLibrary.Load({|BVA2002:"HCNetSDK"|}); later();""")]
    [InlineData("""NativeLibrary.SetDllImportResolver(GetType().Assembly, (name, assembly, search) => name == "cameras" ? NativeLibrary.Load({|BVA2002:"HCNetSDK"|}) : IntPtr.Zero);""")]
    [InlineData("""unsafe { var init = (delegate* unmanaged<int>)NativeLibrary.GetExport(NativeLibrary.Load({|BVA2002:"HCNetSDK"|}), "NET_DVR_Init"); init(); }""")]
    public Task KnownNames_AreReported(string statement) => Expect(statement);

    [Theory]
    [InlineData("""NativeLibrary.Load({|BVA2004:folder|});""")]
    [InlineData("""NativeLibrary.Load({|BVA2004:folder + "HCNetSDK.dll"|});""")]
    [InlineData("""NativeLibrary.Load({|BVA2004:Path.Combine("native", folder)|});""")]
    [InlineData("""NativeLibrary.Load({|BVA2004:$"{folder}.dll"|});""")]
    [InlineData("""NativeLibrary.Load({|BVA2004:Settable|});""")]
    [InlineData("""NativeLibrary.Load({|BVA2004:Changing|});""")]
    [InlineData("""var name = "a"; name += folder; NativeLibrary.Load({|BVA2004:name|});""")]
    [InlineData("""var name = "a"; Change(ref name); NativeLibrary.Load({|BVA2004:name|});""")]
    [InlineData("""var name = "a"; name = name + "b"; NativeLibrary.Load({|BVA2004:name|});""")]
    [InlineData("""NativeLibrary.Load({|BVA2004:Environment.GetEnvironmentVariable("SDK")|}!);""")]
    [InlineData("""Native.dlopen({|BVA2004:folder|}, 2);""")]
    [InlineData("""Func<string, IntPtr> open = Native.{|BVA2004:LoadLibrary|}; open("HCNetSDK.dll");""")]
    [InlineData("""NativeLibrary.SetDllImportResolver(GetType().Assembly, {|BVA2004:Resolver|});""")]
    public Task UnknownNames_AreListed(string statement) => Expect(statement);

    [Theory]
    [InlineData("""NativeLibrary.Load("sqlite3");""")]
    [InlineData("""NativeLibrary.Load(Path.Combine(folder, "sqlite3.dll"));""")]
    [InlineData("""NativeLibrary.Load(Innocent);""")]
    [InlineData("""NativeLibrary.Load(Harmless);""")]
    [InlineData("""Assembly.Load("HCNetSDK");""")]
    [InlineData("""System.Xml.Linq.XDocument.Load("HCNetSDK.dll");""")]
    [InlineData("""Load("HCNetSDK.dll");""")]
    [InlineData("""NativeLibrary.GetExport(IntPtr.Zero, "NET_DVR_Init");""")]
    [InlineData("""NativeLibrary.SetDllImportResolver(GetType().Assembly, Resolve);""")]
    [InlineData("""Console.WriteLine(nameof(NativeLibrary.Load) + nameof(Native.LoadLibrary) + "NativeLibrary.Load");""")]
    [InlineData("""// NativeLibrary.Load("HCNetSDK.dll");""")]
    public Task OtherCalls_AreNotReported(string statement) => Expect(statement);

    [Fact]
    public Task Message_SaysWhereAndWhat() => SourceTest.CSharp.Expect(
        Source("""NativeLibrary.Load({|BVA2002:Path.Combine(folder, "HCNetSDK.dll")|}); NativeLibrary.Load({|BVA2002:Path.Combine(AppContext.BaseDirectory, "sdk", "HCNetSDK.dll")|}); NativeLibrary.Load({|BVA2004:folder|});"""),
        "'Hikvision device network SDK (HCNetSDK)' of Hikvision is bound by the load by 'NativeLibrary.Load' in 'Cameras.Open' (import of '…/HCNetSDK.dll' in Cameras.cs)",
        "(import of '…/sdk/HCNetSDK.dll' in Cameras.cs)",
        "'NativeLibrary.Load' in 'Cameras.Open' loads a native module, the name of which is known only when it runs. To clear: write the name as a constant, or make sure by other means what is loaded. More: banned-vendors explain BVA2004");

    [Fact]
    public Task RenamedLoader_IsListedWhereItIsDeclared() => SourceTest.CSharp.Expect(
        """
        using System.Runtime.InteropServices;
        internal static class Native { [DllImport("kernel32", EntryPoint = "LoadLibraryW")] private static extern nint {|BVA2004:Open|}(string name); }
        """,
        "Method 'Native.Open' is 'LoadLibraryW' under another name, so its calls are not followed");

    [Fact]
    public Task StaticUsingsAndLoadContexts_AreSeen() => SourceTest.CSharp.Expect(
        """
        using System;
        using System.Reflection;
        using System.Runtime.Loader;
        using static System.Runtime.InteropServices.NativeLibrary;
        internal sealed class Plugins : AssemblyLoadContext
        {
            protected override IntPtr LoadUnmanagedDll(string name) => LoadUnmanagedDllFromPath({|BVA2002:name == "sdk" ? "/opt/libhcnetsdk.so" : "/opt/other.so"|});
        }
        internal class Cameras { private readonly IntPtr _handle = Load({|BVA2002:"HCNetSDK"|}); }
        """);

    [Fact]
    public async Task FieldsOfOtherFiles_AreFollowed()
    {
        var found = await SourceTest.CSharp.Diagnose(
            ("Names.cs", """internal static class Names { internal static readonly string Sdk = "HCNet" + Tail, Loop = Sdk2; internal const string Tail = "SDK"; internal static readonly string Sdk2 = Loop; }"""),
            ("Use.cs", "using System.Runtime.InteropServices; internal static class Use { static void A() { NativeLibrary.Load(Names.Sdk); NativeLibrary.Load(Names.Loop); } }"));

        Assert.Equal(["BVA2002", "BVA2004"], found.Select(diagnostic => diagnostic.Id));
    }

    private static Task Expect(string statement) => SourceTest.CSharp.Expect(Source(statement));

    private static string Source(string statement) => Members + $$"""
            internal void Open(string folder)
            {
                {{statement}}
            }

            private static DllImportResolver Resolver => throw new NotSupportedException();
            private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? search) => IntPtr.Zero;
            private static void Change(ref string name) => name += "x";
            private static void Load(string name) => Change(ref name);
        }
        """;
}

using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace BannedVendorAnalyzer.Tests.Assemblies;

#pragma warning disable SYSLIB1054 // Use LibraryImport: old imports are what most wrappers have.
#pragma warning disable CA1416 // Only on Windows: nothing here is called.
#pragma warning disable CA1304, CA1311, CA2101

/// <summary>Code as the compiler of this repository writes it, for tests that read it out of this assembly. Never called.</summary>
internal static class LoadSamples
{
    private static readonly string Field = "field-" + "constant.dll";

    public static void Direct() => NativeLibrary.Load("direct.dll");

    public static void Attempt() => NativeLibrary.TryLoad("attempt.so", typeof(LoadSamples).Assembly, null, out _);

    public static void Joined(string version)
    {
        var start = "join";
        var end = "ed.dll";
        NativeLibrary.Load(start + end);
        NativeLibrary.Load("before" + version);
        NativeLibrary.Load(version + "/native/after.dll");
        NativeLibrary.Load(version + "unknown-front.dll");
    }

    public static void InFolder() => NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "runtimes", "in-folder.dll"));

    public static void InManyFolders() => NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "a", "b", "c", "in-many.dll"));

    public static void EitherWay(bool isWindows) => NativeLibrary.Load(isWindows ? "either-windows.dll" : "either-linux.so");

    public static void BySwitch(int system)
    {
        var name = system switch
        {
            0 => "switch-zero.dll",
            1 => "switch-one.so",
            _ => "switch-other.dylib",
        };
        NativeLibrary.Load(name);
    }

    public static void Interpolated(int version, string folder)
    {
        NativeLibrary.Load($"{folder}/v{version}/interpolated.dll");
        NativeLibrary.Load($"literal-{version}");
        NativeLibrary.Load($"{version}unknown-front.dll");
    }

    public static void Built()
    {
        var name = new StringBuilder("bui");
        name.Append("lt").Append('?');
        NativeLibrary.Load(new StringBuilder().Append("grown").Append(".dll").ToString());
        NativeLibrary.Load(name.ToString());
    }

    public static void FromField() => NativeLibrary.Load(Field);

    public static void Function(nint library)
    {
        NativeLibrary.GetExport(library, "exported_function");
        GetProcAddress(library, "address_of_function");
    }

    public static void OfSystem()
    {
        LoadLibraryEx("of-windows.dll", 0, 0);
        OpenLibrary("of-linux.so", 1);
    }

    public static void Managed()
    {
        Assembly.LoadFrom("plugins/managed-from.dll");
        Assembly.Load(new AssemblyName("managed-by-name"));
    }

    public static void Com()
    {
        Type.GetTypeFromProgID("Contoso.Device.1");
        Type.GetTypeFromCLSID(new Guid("0b6bd1b0-1111-4222-8333-444455556666"));
    }

    public static string NotLoaded() => Path.GetFullPath("never-loaded.dll") + "http://host.of.samples.example:8080/path" + "bare.host.example";

    [DllImport("kernel32", EntryPoint = "LoadLibraryExW", CharSet = CharSet.Unicode)]
    private static extern nint LoadLibraryEx(string path, nint file, int flags);

    [DllImport("libdl.so.2", EntryPoint = "dlopen")]
    private static extern nint OpenLibrary(string path, int flags);

    [DllImport("kernel32")]
    private static extern nint GetProcAddress(nint library, string name);
}

using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using BannedVendorAnalyzer.Tests.Assemblies;
using static BannedVendorAnalyzer.Tests.Evasion.Disguise;

namespace BannedVendorAnalyzer.Tests.Evasion;

/// <summary>Assemblies that bind a library which is not there yet, or not under its name.</summary>
internal static class CodeDisguises
{
    private const string Wrapper = "lib/net8.0/Contoso.Video.dll";
    private const string Loaded = $"import of 'HCNetSDK.dll' in {Wrapper} (loaded in Contoso.Loader.Load)";

    public static IEnumerable<Disguise> All => Imports.Concat(Loads).Concat(Unseen);

    private static IEnumerable<Disguise> Imports =>
    [
        Caught("a wrapper of another name", $"import of 'dhnetsdk' in {Wrapper}", "the module of a DllImport", In(StandIn.Wrapper("dhnetsdk"))),
        Caught("a path in DllImport", $@"import of '..\bin\HCNetSDK.dll' in {Wrapper}", "the last part of a path counts", In(StandIn.Wrapper(@"..\bin\HCNetSDK.dll"))),
        Caught("a dot behind the name in DllImport", $"import of 'HCNetSDK.dll.' in {Wrapper}", "Windows drops it, and so does the comparison", In(StandIn.Wrapper("HCNetSDK.dll."))),
        Caught("a harmless module name in DllImport", $"40 imported functions 'NET_DVR_…' in {Wrapper}", "the functions it imports", In(StandIn.Wrapper("camera", StandIn.Functions(40)))),
        Caught("functions fetched by name", $"12 imported functions 'NET_DVR_…' in {Wrapper}", "constants that reach NativeLibrary.GetExport or dlsym", In(StandIn.Code((_, il) =>
        {
            foreach (var function in StandIn.Functions(12))
            {
                il.Emit(OpCodes.Ldc_I4_0);
                il.Emit(OpCodes.Conv_I);
                il.Emit(OpCodes.Ldstr, function);
                il.Emit(OpCodes.Call, Method(typeof(NativeLibrary), "GetExport", typeof(nint), typeof(string)));
                il.Emit(OpCodes.Pop);
            }
        }))),
        Caught("merged into another assembly", $"import of 'dhnetsdk' in {Wrapper}", "the imports come along", In(new AssemblyImage { Name = "Contoso.Video", Imports = [("user32.dll", "GetDC"), ("dhnetsdk", "CLIENT_Init")], Loads = ["contoso"] }.Build())),
        Caught("behind a type forwarder", $"reference to assembly 'NetSDKCS' in {Wrapper} (types are forwarded to it)", "the assembly that types are forwarded to", In(new AssemblyImage { Name = "Contoso.Video", Forwards = ["NetSDKCS"] }.Build())),
        Missed("a harmless module name and few functions", "fewer than ten functions could be anybody's", In(StandIn.Wrapper("camera", StandIn.Functions(9)))),
        Missed("functions imported by number", "a number says nothing of whose it is", In(StandIn.Wrapper("camera", [.. Enumerable.Range(1, 40).Select(i => $"#{i}")]))),
    ];

    private static IEnumerable<Disguise> Loads =>
    [
        Caught("loaded by a constant", Loaded, "constants that reach NativeLibrary.Load, LoadLibrary or dlopen", In(StandIn.Loader(il => il.Emit(OpCodes.Ldstr, "HCNetSDK.dll")))),
        Caught("a split constant", Loaded, "texts that are joined", In(StandIn.Loader(il =>
        {
            foreach (var part in new[] { "HC", "Net", "SDK.dll" }) il.Emit(OpCodes.Ldstr, part);
            il.Emit(OpCodes.Call, Method(typeof(string), "Concat", typeof(string), typeof(string), typeof(string)));
        }))),
        Caught("a name at the end of Path.Combine", Loaded, "the last parts of a path", In(StandIn.Loader(il =>
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldstr, "HCNetSDK.dll");
            il.Emit(OpCodes.Call, Method(typeof(Path), "Combine", typeof(string), typeof(string)));
        }))),
        Caught("an interpolated name", $"import of '/HCNetSDK.dll' in {Wrapper}", "what stands behind the last thing that is not known", In(Interpolated())),
        Caught("a name built step by step", Loaded, "StringBuilder.Append", In(StandIn.Loader(il =>
        {
            il.Emit(OpCodes.Newobj, typeof(StringBuilder).GetConstructor([])!);
            foreach (var part in new[] { "HCNet", "SDK.dll" })
            {
                il.Emit(OpCodes.Ldstr, part);
                il.Emit(OpCodes.Callvirt, Method(typeof(StringBuilder), "Append", typeof(string)));
            }

            il.Emit(OpCodes.Callvirt, Method(typeof(object), "ToString"));
        }))),
        Caught("a name in a readonly field", Loaded, "what a constructor leaves in a field", In(InField())),
        Caught("one of several names in a loop", Loaded, "the elements of an array", In(StandIn.Code((_, il) =>
        {
            // foreach (var name in new[] { "camera", "HCNetSDK.dll" }) NativeLibrary.Load(name);
            var (names, i, body, end) = (il.DeclareLocal(typeof(string[])), il.DeclareLocal(typeof(int)), il.DefineLabel(), il.DefineLabel());
            il.Emit(OpCodes.Ldc_I4_2);
            il.Emit(OpCodes.Newarr, typeof(string));
            foreach (var (name, at) in new[] { ("camera", OpCodes.Ldc_I4_0), ("HCNetSDK.dll", OpCodes.Ldc_I4_1) })
            {
                il.Emit(OpCodes.Dup);
                il.Emit(at);
                il.Emit(OpCodes.Ldstr, name);
                il.Emit(OpCodes.Stelem_Ref);
            }

            il.Emit(OpCodes.Stloc, names);
            il.Emit(OpCodes.Br, end);
            il.MarkLabel(body);
            il.Emit(OpCodes.Ldloc, names);
            il.Emit(OpCodes.Ldloc, i);
            il.Emit(OpCodes.Ldelem_Ref);
            il.Load();
            il.MarkLabel(end);
            il.Emit(OpCodes.Ldloc, i);
            il.Emit(OpCodes.Ldc_I4_2);
            il.Emit(OpCodes.Blt, body);
        }))),
        Caught("an assembly loaded by name", $"reference to assembly 'NetSDKCS' in {Wrapper} (loaded in Contoso.Loader.Load)", "constants that reach Assembly.Load and its kin", In(StandIn.Code((_, il) =>
        {
            il.Emit(OpCodes.Ldstr, "plugins/NetSDKCS.dll");
            il.Emit(OpCodes.Call, Method(typeof(Assembly), "LoadFrom", typeof(string)));
            il.Emit(OpCodes.Pop);
        }))),
    ];

    private static IEnumerable<Disguise> Unseen =>
    [
        Missed("a name in Base64", "nothing is decoded", In(StandIn.Loader(il =>
        {
            il.Emit(OpCodes.Call, Method(typeof(Encoding), "get_UTF8"));
            il.Emit(OpCodes.Ldstr, Convert.ToBase64String(Encoding.UTF8.GetBytes("HCNetSDK.dll")));
            il.Emit(OpCodes.Call, Method(typeof(Convert), "FromBase64String", typeof(string)));
            il.Emit(OpCodes.Callvirt, Method(typeof(Encoding), "GetString", typeof(byte[])));
        }))),
        Missed("a name computed from data", "nothing is run", In(StandIn.Loader(il =>
        {
            il.Emit(OpCodes.Ldstr, "HC?etSDK.dll");
            il.Emit(OpCodes.Ldstr, "?");
            il.Emit(OpCodes.Ldstr, "N");
            il.Emit(OpCodes.Callvirt, Method(typeof(string), "Replace", typeof(string), typeof(string)));
        }))),
        Missed("a name handed to a method that loads", "constants are not followed from one method into another", In(Handed())),
        Missed("downloaded at run time", "it is not there when the build is judged; a vendor's own host would be seen", In(StandIn.Code((_, il) =>
        {
            il.Emit(OpCodes.Newobj, typeof(HttpClient).GetConstructor([])!);
            il.Emit(OpCodes.Ldstr, "https://files.contoso.example/camera.bin");
            il.Emit(OpCodes.Callvirt, Method(typeof(HttpClient), "GetByteArrayAsync", typeof(string)));
            il.Emit(OpCodes.Pop);
        }))),
    ];

    private static Action<Hideout> In(byte[] assembly) => into => into.InPackage(Wrapper, assembly);

    /// <summary>What compilers make of <c>$"{folder}/v{version}/HCNetSDK.dll"</c>.</summary>
    private static byte[] Interpolated() => StandIn.Loader(il =>
    {
        var handler = typeof(DefaultInterpolatedStringHandler);
        var local = il.DeclareLocal(handler);
        il.Emit(OpCodes.Ldloca, local);
        il.Emit(OpCodes.Ldc_I4, 15);
        il.Emit(OpCodes.Ldc_I4_2);
        il.Emit(OpCodes.Call, handler.GetConstructor([typeof(int), typeof(int)])!);
        il.Emit(OpCodes.Ldloca, local);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Call, handler.GetMethods().Single(method => method is { Name: "AppendFormatted", IsGenericMethod: true } && method.GetParameters().Length == 1).MakeGenericMethod(typeof(int)));
        il.Emit(OpCodes.Ldloca, local);
        il.Emit(OpCodes.Ldstr, "/HCNetSDK.dll");
        il.Emit(OpCodes.Call, Method(handler, "AppendLiteral", typeof(string)));
        il.Emit(OpCodes.Ldloca, local);
        il.Emit(OpCodes.Call, Method(handler, "ToStringAndClear"));
    });

    private static byte[] InField() => StandIn.Code((type, il) =>
    {
        var field = type.DefineField("Name", typeof(string), FieldAttributes.Private | FieldAttributes.Static | FieldAttributes.InitOnly);
        var constructor = type.DefineTypeInitializer().GetILGenerator();
        constructor.Emit(OpCodes.Ldstr, "HCNetSDK.dll");
        constructor.Emit(OpCodes.Stsfld, field);
        constructor.Emit(OpCodes.Ret);
        il.Emit(OpCodes.Ldsfld, field);
        il.Load();
    });

    private static byte[] Handed() => StandIn.Code((type, il) =>
    {
        var loader = type.DefineMethod("LoadNamed", MethodAttributes.Private | MethodAttributes.Static, typeof(void), [typeof(string)]);
        var body = loader.GetILGenerator();
        body.Emit(OpCodes.Ldarg_0);
        body.Load();
        body.Emit(OpCodes.Ret);
        il.Emit(OpCodes.Ldstr, "HCNetSDK.dll");
        il.Emit(OpCodes.Call, loader);
    });

    private static MethodInfo Method(Type type, string name, params Type[] parameters) => type.GetMethod(name, parameters)!;
}

using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;

namespace BannedVendorAnalyzer.Inspection.Assemblies.Il;

/// <summary>The methods of an image, own and referenced, whose calls matter.</summary>
internal sealed class CallTargets
{
    private const int MostRows = 1_000_000;

    private static readonly Dictionary<(string Type, string Method), CallEffect> Known = new()
    {
        [("NativeLibrary", "Load")] = CallEffect.LoadNativeLibrary,
        [("NativeLibrary", "TryLoad")] = CallEffect.LoadNativeLibrary,
        [("NativeLibrary", "GetExport")] = CallEffect.LoadEntryPoint,
        [("NativeLibrary", "TryGetExport")] = CallEffect.LoadEntryPoint,
        [("AssemblyLoadContext", "LoadUnmanagedDllFromPath")] = CallEffect.LoadNativeLibrary,
        [("AssemblyLoadContext", "LoadFromAssemblyPath")] = CallEffect.LoadAssembly,
        [("AssemblyLoadContext", "LoadFromNativeImagePath")] = CallEffect.LoadAssembly,
        [("AssemblyLoadContext", "LoadFromAssemblyName")] = CallEffect.LoadAssembly,
        [("Assembly", "Load")] = CallEffect.LoadAssembly,
        [("Assembly", "LoadFrom")] = CallEffect.LoadAssembly,
        [("Assembly", "LoadFile")] = CallEffect.LoadAssembly,
        [("Assembly", "LoadWithPartialName")] = CallEffect.LoadAssembly,
        [("Assembly", "UnsafeLoadFrom")] = CallEffect.LoadAssembly,
        [("AppDomain", "Load")] = CallEffect.LoadAssembly,
        [("Activator", "CreateInstanceFrom")] = CallEffect.LoadAssembly,
        [("Type", "GetTypeFromProgID")] = CallEffect.LoadComClass,
        [("Type", "GetTypeFromCLSID")] = CallEffect.LoadComClass,
        [("Interaction", "CreateObject")] = CallEffect.LoadComClass,
        [("String", "Concat")] = CallEffect.Concat,
        [("DefaultInterpolatedStringHandler", ".ctor")] = CallEffect.Begin,
        [("DefaultInterpolatedStringHandler", "AppendLiteral")] = CallEffect.Append,
        [("DefaultInterpolatedStringHandler", "AppendFormatted")] = CallEffect.Append,
        [("DefaultInterpolatedStringHandler", "ToStringAndClear")] = CallEffect.End,
        [("StringBuilder", ".ctor")] = CallEffect.Begin,
        [("StringBuilder", "Append")] = CallEffect.Append,
        [("Object", "ToString")] = CallEffect.End,
        [("Path", "Combine")] = CallEffect.Combine,
        [("Path", "Join")] = CallEffect.Combine,
        [("Path", "GetFullPath")] = CallEffect.Same,
        [("Guid", ".ctor")] = CallEffect.Same,
        [("AssemblyName", ".ctor")] = CallEffect.Same,
    };

    /// <summary>Functions of operating systems, without the letters A, W and Ex that some have behind.</summary>
    private static readonly Dictionary<string, CallEffect> KnownImports = new(StringComparer.Ordinal)
    {
        ["LoadLibrary"] = CallEffect.LoadNativeLibrary,
        ["LoadPackagedLibrary"] = CallEffect.LoadNativeLibrary,
        ["dlopen"] = CallEffect.LoadNativeLibrary,
        ["GetProcAddress"] = CallEffect.LoadEntryPoint,
        ["dlsym"] = CallEffect.LoadEntryPoint,
    };

    private readonly Dictionary<EntityHandle, CallEffect> _effects = [];
    private readonly HashSet<int> _loads = [];

    private CallTargets()
    {
    }

    /// <summary>Whether the image loads anything by name; without that no body needs to be read.</summary>
    public bool Loads => _loads.Count > 0;

    public static CallTargets Of(MetadataImage image)
    {
        var targets = new CallTargets();
        targets.AddReferenced(image);
        targets.AddImported(image);
        return targets;
    }

    public CallEffect Of(EntityHandle method) => _effects.TryGetValue(method, out var effect) ? effect : CallEffect.None;

    public bool IsLoad(int token) => _loads.Contains(token);

    private void Add(EntityHandle method, CallEffect effect)
    {
        _effects.Add(method, effect);
        if (effect is CallEffect.LoadNativeLibrary or CallEffect.LoadEntryPoint or CallEffect.LoadAssembly or CallEffect.LoadComClass) _loads.Add(MetadataTokens.GetToken(method));
    }

    private void AddReferenced(MetadataImage image)
    {
        var names = new HashSet<string>(Known.Keys.Select(key => key.Type), StringComparer.Ordinal);
        var types = new Dictionary<EntityHandle, string>();
        image.Each("type references", image.Reader.TypeReferences, MostRows, [MethodImpl(CompileOnce.Well)] (handle) =>
        {
            var name = image.Text(image.Reader.GetTypeReference(handle).Name);
            if (names.Contains(name)) types.Add(handle, name);
        });
        if (types.Count == 0) return;
        image.Each("member references", image.Reader.MemberReferences, MostRows, [MethodImpl(CompileOnce.Well)] (handle) =>
        {
            var member = image.Reader.GetMemberReference(handle);
            if (types.TryGetValue(member.Parent, out var type) && Known.TryGetValue((type, image.Text(member.Name)), out var effect)) Add(handle, effect);
        });
    }

    private void AddImported(MetadataImage image)
    {
        if (image.Reader.GetTableRowCount(TableIndex.ImplMap) == 0) return;
        image.Each("methods", image.Reader.MethodDefinitions, MostRows, [MethodImpl(CompileOnce.Well)] (handle) =>
        {
            var method = image.Reader.GetMethodDefinition(handle);
            if ((method.Attributes & MethodAttributes.PinvokeImpl) == 0) return;
            var name = image.Text(method.GetImport().Name);
            if (KnownImports.TryGetValue(WithoutVariant(name.Length > 0 ? name : image.Text(method.Name)), out var effect)) Add(handle, effect);
        });
    }

    private static string WithoutVariant(string function)
    {
        if (!function.StartsWith("Load", StringComparison.Ordinal)) return function;
        var name = function.TrimEnd('A', 'W');
        return name.EndsWith("Ex", StringComparison.Ordinal) ? name.Substring(0, name.Length - 2) : name;
    }
}

using Microsoft.CodeAnalysis;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>What the argument of a loader says.</summary>
internal enum LoadedBy
{
    /// <summary>Name or path of a native module.</summary>
    ModuleName,

    /// <summary>A callback that says what to load.</summary>
    Callback,

    /// <summary>CLSID or ProgID.</summary>
    ComClass,
}

/// <summary>A function that loads a native module, or creates a COM class, by a name it is given. These are functions of platforms, not of vendors.</summary>
/// <param name="Argument">Which parameter says it.</param>
internal sealed record Loader(int Argument, LoadedBy By)
{
    private const string NativeLibrary = "System.Runtime.InteropServices.NativeLibrary";
    private const string LoadContext = "System.Runtime.Loader.AssemblyLoadContext";
    private const string Interaction = "Microsoft.VisualBasic.Interaction";

    /// <summary>Of kernel32 and libdl; which module offers them varies by system.</summary>
    private static readonly string[] EntryPoints =
        ["LoadLibrary", "LoadLibraryA", "LoadLibraryW", "LoadLibraryEx", "LoadLibraryExA", "LoadLibraryExW", "LoadPackagedLibrary", "dlopen"];

    private static readonly string[] Names =
        ["Load", "TryLoad", "LoadUnmanagedDllFromPath", "SetDllImportResolver", "GetTypeFromProgID", "GetTypeFromCLSID", "CreateObject", "GetObject", .. EntryPoints];

    /// <summary>Asked of every word of the source.</summary>
    public static bool IsName(string text, int start, int length, StringComparison comparison)
    {
        if (length < 4 || (text[start] | 0x20) is not ('l' or 't' or 's' or 'd' or 'g' or 'c')) return false;
        foreach (var name in Names)
            if (name.Length == length && string.Compare(text, start, name, 0, length, comparison) == 0) return true;
        return false;
    }

    public static bool IsName(string name, StringComparison comparison) => IsName(name, 0, name.Length, comparison);

    public static bool IsEntryPoint(string name) => EntryPoints.Contains(name, StringComparer.Ordinal);

    /// <returns>Null for any other method.</returns>
    public static Loader? Of(IMethodSymbol method) => method.Name switch
    {
        "Load" or "TryLoad" => If(method, NativeLibrary, 0, LoadedBy.ModuleName),
        "LoadUnmanagedDllFromPath" => If(method, LoadContext, 0, LoadedBy.ModuleName),
        "SetDllImportResolver" => If(method, NativeLibrary, 1, LoadedBy.Callback),
        "GetTypeFromProgID" or "GetTypeFromCLSID" => If(method, "System.Type", 0, LoadedBy.ComClass),
        "CreateObject" => If(method, Interaction, 0, LoadedBy.ComClass),
        "GetObject" => If(method, Interaction, 1, LoadedBy.ComClass),
        _ => NativeImport.Of(method) is { } import && IsEntryPoint(import.EntryPoint) ? new Loader(0, LoadedBy.ModuleName) : null,
    };

    private static Loader? If(IMethodSymbol method, string type, int argument, LoadedBy by) =>
        method.ContainingType is { } containing && containing.ToDisplayString() == type ? new Loader(argument, by) : null;
}

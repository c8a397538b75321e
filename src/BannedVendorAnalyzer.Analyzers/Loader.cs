using Microsoft.CodeAnalysis;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>A function that loads a native module by a name it is given. These are functions of platforms, not of vendors.</summary>
/// <param name="Argument">Which parameter names the module, or resolves it.</param>
/// <param name="Resolves">Whether the argument is a callback that says what to load, instead of a name.</param>
internal sealed record Loader(int Argument, bool Resolves = false)
{
    private const string NativeLibrary = "System.Runtime.InteropServices.NativeLibrary";
    private const string LoadContext = "System.Runtime.Loader.AssemblyLoadContext";

    /// <summary>Of kernel32 and libdl; which module offers them varies by system.</summary>
    private static readonly string[] EntryPoints =
        ["LoadLibrary", "LoadLibraryA", "LoadLibraryW", "LoadLibraryEx", "LoadLibraryExA", "LoadLibraryExW", "LoadPackagedLibrary", "dlopen"];

    private static readonly string[] Names = ["Load", "TryLoad", "LoadUnmanagedDllFromPath", "SetDllImportResolver", .. EntryPoints];

    /// <summary>Asked of every word of the source.</summary>
    public static bool IsName(string text, int start, int length, StringComparison comparison)
    {
        if (length < 4 || (text[start] | 0x20) is not ('l' or 't' or 's' or 'd')) return false;
        foreach (var name in Names)
            if (name.Length == length && string.Compare(text, start, name, 0, length, comparison) == 0) return true;
        return false;
    }

    public static bool IsName(string name, StringComparison comparison) => IsName(name, 0, name.Length, comparison);

    public static bool IsEntryPoint(string name) => EntryPoints.Contains(name, StringComparer.Ordinal);

    /// <returns>Null for any other method.</returns>
    public static Loader? Of(IMethodSymbol method) => method.Name switch
    {
        "Load" or "TryLoad" => Is(method, NativeLibrary) ? new Loader(0) : null,
        "SetDllImportResolver" => Is(method, NativeLibrary) ? new Loader(1, Resolves: true) : null,
        "LoadUnmanagedDllFromPath" => Is(method, LoadContext) ? new Loader(0) : null,
        _ => NativeImport.Of(method) is { } import && IsEntryPoint(import.EntryPoint) ? new Loader(0) : null,
    };

    private static bool Is(IMethodSymbol method, string type) => method.ContainingType is { } containing && containing.ToDisplayString() == type;
}

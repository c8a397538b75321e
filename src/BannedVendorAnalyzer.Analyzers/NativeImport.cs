using Microsoft.CodeAnalysis;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>What a method that stands for a function of a native module names: <c>DllImport</c>, <c>LibraryImport</c> or <c>Declare … Lib</c>.</summary>
/// <param name="Module">As written, constants folded.</param>
/// <param name="EntryPoint">The function's name in the module.</param>
internal sealed record NativeImport(string Module, string EntryPoint)
{
    private const string LibraryImport = "System.Runtime.InteropServices.LibraryImportAttribute";

    /// <summary>Cheap, for nearly every method is none.</summary>
    public static bool MayBe(IMethodSymbol method) => method.IsExtern || method.IsPartialDefinition;

    /// <returns>Null for any other method, and where the module is not stated.</returns>
    public static NativeImport? Of(IMethodSymbol method)
    {
        if (!MayBe(method)) return null;
        if (method.IsPartialDefinition && LibraryImportOf(method) is { } import) return import;
        return (method.PartialImplementationPart ?? method).GetDllImportData() is { ModuleName: { Length: > 0 } module } data ? new NativeImport(module, data.EntryPointName ?? method.Name) : null;
    }

    /// <summary>Whether the generator of <c>LibraryImport</c> wrote it for a declaration: that is no second import.</summary>
    public static bool IsStub(IMethodSymbol method)
    {
        for (ISymbol? around = method.ContainingSymbol; around is IMethodSymbol outer; around = outer.ContainingSymbol)
            if (LibraryImportOf(outer) is not null) return true;
        return false;
    }

    private static NativeImport? LibraryImportOf(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is not { Name: "LibraryImportAttribute" } type || type.ToDisplayString() != LibraryImport) continue;
            if (attribute.ConstructorArguments.FirstOrDefault() is not { Kind: TypedConstantKind.Primitive, Value: string { Length: > 0 } module }) return null;
            var entryPoint = attribute.NamedArguments.FirstOrDefault(named => named.Key == "EntryPoint").Value;
            return new NativeImport(module, entryPoint.Kind == TypedConstantKind.Primitive && entryPoint.Value is string name ? name : method.Name);
        }

        return null;
    }
}

using Microsoft.CodeAnalysis;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>How messages name places in the source.</summary>
internal static class SourceNames
{
    private const string TopLevel = "<Main>$";

    /// <summary>The file's name alone: compilers know full paths, which differ from one machine to the next.</summary>
    public static string File(Location location) => location.SourceTree?.FilePath is { Length: > 0 } path ? Path.GetFileName(path) : "the source";

    /// <summary>The member with its type, in quotes.</summary>
    public static string Of(ISymbol? symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction }) symbol = symbol.ContainingSymbol;
        return symbol switch
        {
            null or INamespaceSymbol or IModuleSymbol or IAssemblySymbol => "the source",
            { Name: TopLevel } => "the top-level code",
            INamedTypeSymbol type => $"'{type.Name}'",
            IMethodSymbol { AssociatedSymbol: { } property } => Of(property),
            IMethodSymbol { MethodKind: MethodKind.LocalFunction } => $"'{symbol.Name}'",
            IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => Of(symbol.ContainingType),
            _ => $"'{symbol.ContainingType?.Name}.{symbol.Name}'",
        };
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BannedVendorAnalyzer.Analyzers;

/// <param name="Value">Null where something is assigned that the source does not say.</param>
/// <param name="IsElement">Whether it is one of the elements of that value.</param>
internal readonly record struct AssignedValue(IOperation? Value, bool IsElement = false);

/// <summary>Finds everything that the source assigns to a local, a readonly field or a property that is only read.</summary>
internal static class AssignedValues
{
    private static readonly AssignedValue Unknown = new(null);

    public static IEnumerable<AssignedValue> Of(ISymbol symbol, IOperation reference, SourceTree tree) => symbol switch
    {
        ILocalSymbol => In(Root(reference), symbol),
        IFieldSymbol field => OfField(field, tree),
        IPropertySymbol { SetMethod: null, IsVirtual: false, IsAbstract: false, IsOverride: false, GetMethod: { } getter } property => OfProperty(property, getter, tree),
        _ => [Unknown],
    };

    private static IEnumerable<AssignedValue> OfField(IFieldSymbol field, SourceTree tree)
    {
        // In Visual Basic the value stands beside the name that declares the field.
        var initializers = Syntax(field).SelectMany(node => Inside(node.Parent ?? node, tree)).OfType<IFieldInitializerOperation>()
            .Where(initializer => initializer.InitializedFields.Contains(field, SymbolEqualityComparer.Default));
        var constructors = field.ContainingType.Constructors.Where(constructor => constructor.IsStatic == field.IsStatic);
        return initializers.Select(initializer => new AssignedValue(initializer.Value)).Concat(constructors.SelectMany(constructor => Bodies(constructor, tree)).SelectMany(body => In(body, field)));
    }

    private static IEnumerable<AssignedValue> OfProperty(IPropertySymbol property, IMethodSymbol getter, SourceTree tree)
    {
        var initializers = Syntax(property).SelectMany(node => Inside(node, tree)).OfType<IPropertyInitializerOperation>();
        var results = Bodies(getter, tree).SelectMany(body => body.DescendantsAndSelf()).OfType<IReturnOperation>();
        return initializers.Select(initializer => new AssignedValue(initializer.Value)).Concat(results.Select(result => new AssignedValue(result.ReturnedValue)));
    }

    private static IEnumerable<IOperation> Inside(SyntaxNode declaration, SourceTree tree)
    {
        var file = tree.Of(declaration.SyntaxTree);
        return declaration.DescendantNodes().Select(file.Operation).OfType<IOperation>();
    }

    /// <summary>In Visual Basic a method is declared by the statement that begins it; its body is the block around that.</summary>
    private static IEnumerable<IOperation> Bodies(IMethodSymbol method, SourceTree tree) =>
        Syntax(method).Select(node => tree.Of(node.SyntaxTree).Operation(node) ?? (node.Parent is { } block ? tree.Of(node.SyntaxTree).Operation(block) : null)).OfType<IOperation>();

    private static IEnumerable<SyntaxNode> Syntax(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax());

    private static IEnumerable<AssignedValue> In(IOperation root, ISymbol symbol) =>
        root.DescendantsAndSelf().Select(operation => Assigned(operation, symbol)).OfType<AssignedValue>();

    private static AssignedValue? Assigned(IOperation operation, ISymbol symbol) => operation switch
    {
        IVariableDeclaratorOperation declarator when Same(declarator.Symbol, symbol) && declarator.GetVariableInitializer() is { } initializer => new AssignedValue(initializer.Value),
        ISimpleAssignmentOperation assignment when Refers(assignment.Target, symbol) => new AssignedValue(assignment.Value),
        IForEachLoopOperation loop when loop.Locals.Contains(symbol, SymbolEqualityComparer.Default) => new AssignedValue(loop.Collection, IsElement: true),
        IAssignmentOperation assignment when assignment.Target.DescendantsAndSelf().Any(target => Refers(target, symbol)) => Unknown,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument when argument.Value.DescendantsAndSelf().Any(target => Refers(target, symbol)) => Unknown,
        _ => null,
    };

    private static bool Refers(IOperation operation, ISymbol symbol) => operation switch
    {
        ILocalReferenceOperation local => Same(local.Local, symbol),
        IFieldReferenceOperation field => Same(field.Field, symbol),
        _ => false,
    };

    private static bool Same(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent) operation = parent;
        return operation;
    }
}

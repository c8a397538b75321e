using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>Works out which texts an expression can have, as far as the source says; <see cref="Hole"/> stands for each part that it does not.</summary>
internal sealed class ConstantText(SourceTree tree)
{
    public const char Hole = '\0';

    /// <summary>A bound against sources that were made to keep a compiler busy; nobody writes more alternatives.</summary>
    private const int MostTexts = 16;

    private static readonly IReadOnlyList<string> Unknown = [Hole.ToString()];

    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);

    /// <summary>The text as a message shows it.</summary>
    public static string Shown(string text) => text.Replace(Hole, '…');

    /// <returns>At least one.</returns>
    public IReadOnlyList<string> Of(IOperation? operation)
    {
        if (operation?.ConstantValue is { HasValue: true, Value: string constant }) return [constant];
        return operation switch
        {
            IUtf8StringOperation text => [text.Value],
            IParenthesizedOperation inner => Of(inner.Operand),
            IConversionOperation conversion => Of(conversion.Operand),
            IInterpolatedStringOperation interpolated => Joined(interpolated.Parts.Select(Part), string.Concat),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Concatenate } sum => Joined([Of(sum.LeftOperand), Of(sum.RightOperand)], string.Concat),
            IConditionalOperation choice => AnyOf([Of(choice.WhenTrue), Of(choice.WhenFalse)]),
            ICoalesceOperation choice => AnyOf([Of(choice.Value), Of(choice.WhenNull)]),
            ISwitchExpressionOperation choice => AnyOf(choice.Arms.Select(arm => Of(arm.Value))),
            IInvocationOperation call => OfCall(call),
            IObjectCreationOperation { Type.Name: "Guid", Arguments: { Length: 1 } arguments } => Of(arguments[0].Value),
            IPropertyReferenceOperation { Property: { Name: "BaseDirectory", ContainingType.Name: "AppContext" or "AppDomain" } } => [$"{Hole}/"],
            IPropertyReferenceOperation property => OfSymbol(property.Property, property),
            ILocalReferenceOperation local => OfSymbol(local.Local, local),
            IFieldReferenceOperation { Field.IsReadOnly: true } field => OfSymbol(field.Field, field),
            _ => Unknown,
        };
    }

    /// <summary>The texts of a list that is written out.</summary>
    private IReadOnlyList<string> OfElements(IOperation? list) => list switch
    {
        IConversionOperation conversion => OfElements(conversion.Operand),
        IArrayCreationOperation { Initializer: { } initializer } => AnyOf(initializer.ElementValues.Select(Of)),
        _ => Unknown,
    };

    private IReadOnlyList<string> Part(IInterpolatedStringContentOperation part) => part switch
    {
        IInterpolatedStringTextOperation text => Of(text.Text),
        IInterpolationOperation { FormatString: null, Alignment: null } hole => Of(hole.Expression),
        _ => Unknown,
    };

    private IReadOnlyList<string> OfCall(IInvocationOperation call) => (call.TargetMethod.ContainingType?.ToDisplayString(), call.TargetMethod.Name) switch
    {
        ("System.IO.Path", "Combine" or "Join") => Joined(Arguments(call), (folder, name) => $"{folder.TrimEnd('/', '\\')}/{name}"),
        ("System.IO.Path", "GetFullPath") or ("System.Guid", "Parse") or ("string" or "String", "Intern") => Arguments(call).FirstOrDefault() ?? Unknown,
        ("string" or "String", "Concat") => Joined(Arguments(call), string.Concat),
        _ => Unknown,
    };

    /// <summary>A list of arguments of any length comes as an array, or as a span that later compilers write.</summary>
    private IEnumerable<IReadOnlyList<string>> Arguments(IInvocationOperation call) => call.Arguments.OrderBy(argument => argument.Parameter?.Ordinal ?? 0).SelectMany(argument => argument switch
    {
        { Value: IArrayCreationOperation { Initializer: { } initializer } } => initializer.ElementValues.Select(Of),
        { ArgumentKind: ArgumentKind.Explicit or ArgumentKind.DefaultValue } => [Of(argument.Value)],
        _ => argument.Value.ChildOperations.Select(Of),
    });

    /// <summary>Every text that is assigned to it. What is worked out already, around a loop or of fields that name each other, is not known.</summary>
    private IReadOnlyList<string> OfSymbol(ISymbol symbol, IOperation reference)
    {
        if (!_open.Add(symbol)) return Unknown;
        var texts = AnyOf(AssignedValues.Of(symbol, reference, tree).Select(assigned => assigned.IsElement ? OfElements(assigned.Value) : Of(assigned.Value)));
        _open.Remove(symbol);
        return texts;
    }

    private static IReadOnlyList<string> AnyOf(IEnumerable<IReadOnlyList<string>> choices)
    {
        var texts = choices.SelectMany(choice => choice).Distinct().Take(MostTexts + 1).ToList();
        return texts.Count is 0 or > MostTexts ? Unknown : texts;
    }

    private static IReadOnlyList<string> Joined(IEnumerable<IReadOnlyList<string>> parts, Func<string, string, string> join)
    {
        IReadOnlyList<string>? texts = null;
        foreach (var part in parts)
        {
            texts = texts is null ? part : [.. texts.SelectMany(_ => part, join)];
            if (texts.Count > MostTexts) return Unknown;
        }

        return texts ?? Unknown;
    }
}

using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using BannedVendorAnalyzer.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>Judges texts that name a host: a URL, or a host alone. What merely mentions one, among other words, does not call it.</summary>
internal static class EndpointCheck
{
    /// <param name="host">What stands in the source like a host.</param>
    /// <param name="seen">Expressions that were judged: several words may belong to one.</param>
    public static void Run(string host, int start, SourceTree tree, SourceJudge judge, HashSet<TextSpan> seen, Action<Diagnostic> report)
    {
        // Nearly every host is nobody's.
        if (judge.Index.Find(new EvidenceItem(EvidenceKind.Domain, host)).Count == 0) return;
        if (tree.TokenAt(start) is not { Parent: { } node } token) return;

        var expression = tree.OperationAround(node) is { } operation ? Outermost(operation) : null;
        var syntax = expression?.Syntax ?? node;
        if (!seen.Add(syntax.Span)) return;

        IReadOnlyList<string> texts = expression is not null ? new ConstantText(tree).Of(expression) : token.Value is string value ? [value] : [];
        var location = syntax.GetLocation();
        var hosts = texts.Select(Host).OfType<string>().Select(named => new EvidenceItem(EvidenceKind.Domain, ConstantText.Shown(named), SourceNames.File(location)));
        judge.Report(hosts, DiagnosticCatalog.SourceUse, SourceNames.Of(tree.Model.GetEnclosingSymbol(start, tree.Cancellation)), "the call", location, report);
    }

    /// <returns>Null where the text is no URL and no host.</returns>
    internal static string? Host(string text)
    {
        var value = text.Trim();
        if (value.Any(char.IsWhiteSpace)) return null;
        var hasScheme = value.Contains("://");

        // Without a scheme, capitals mean the name of a type or a file, and a sign of a user means mail.
        if (!hasScheme && value.Any(character => character is '@' or '\\' or (>= 'A' and <= 'Z'))) return null;
        var host = NameMatcher.Host(value).TrimStart('.');
        return host.Contains('.') && host.All(IsHostCharacter) ? host : null;
    }

    /// <summary>Braces stand for what <c>string.Format</c> and templates put in.</summary>
    private static bool IsHostCharacter(char character) => char.IsLetterOrDigit(character) || character is '.' or '-' or '_' or '{' or '}' or ConstantText.Hole;

    /// <summary>The whole text that a literal is part of.</summary>
    private static IOperation Outermost(IOperation operation)
    {
        while (operation.Parent is IInterpolatedStringTextOperation or IInterpolatedStringContentOperation or IInterpolatedStringOperation or IParenthesizedOperation
            or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Concatenate })
            operation = operation.Parent;
        return operation;
    }
}

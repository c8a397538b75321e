using BannedVendorAnalyzer.Diagnostics;
using BannedVendorAnalyzer.Evidence;
using Microsoft.CodeAnalysis;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>Judges types that stand for COM classes.</summary>
internal static class ComCheck
{
    private const string Guid = "System.Runtime.InteropServices.GuidAttribute";

    public static void Run(INamedTypeSymbol type, SourceJudge judge, Action<Diagnostic> report)
    {
        var attribute = type.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == Guid);
        if (attribute?.ConstructorArguments.FirstOrDefault() is not { Kind: TypedConstantKind.Primitive, Value: string clsid }) return;

        var location = type.Locations[0];
        judge.Report([new EvidenceItem(EvidenceKind.ComClass, clsid, SourceNames.File(location))], DiagnosticCatalog.SourceUse, $"type {SourceNames.Of(type)}", "the COM class", location, report);
    }
}

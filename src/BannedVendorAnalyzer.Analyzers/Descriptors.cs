using System.Collections.Immutable;
using BannedVendorAnalyzer.Diagnostics;
using Compiler = Microsoft.CodeAnalysis;

namespace BannedVendorAnalyzer.Analyzers;

/// <summary>The compiler's form of the codes that an analyzer raises; what they are called and weigh stands in <see cref="DiagnosticCatalog"/> alone.</summary>
internal static class Descriptors
{
    private static readonly DiagnosticDescriptor[] Codes =
    [
        DiagnosticCatalog.InvalidRules, DiagnosticCatalog.BrokenWaiver, DiagnosticCatalog.ChangedEvidence, DiagnosticCatalog.InternalError,
        DiagnosticCatalog.Review, DiagnosticCatalog.SourceImport, DiagnosticCatalog.SourceLoad, DiagnosticCatalog.SourceUse, DiagnosticCatalog.UnknownLoad,
    ];

    public static readonly ImmutableArray<Compiler.DiagnosticDescriptor> All = ImmutableArray.CreateRange(Codes.Select(Of));

    /// <param name="severity">What it counts as here: a policy may say otherwise than the code.</param>
    public static Compiler.Diagnostic Create(DiagnosticDescriptor code, Severity severity, Compiler.Location location, string message) =>
        Compiler.Diagnostic.Create(All.First(descriptor => descriptor.Id == code.Id), location, Of(severity), null, null, PrintableText.Of(message));

    private static Compiler.DiagnosticDescriptor Of(DiagnosticDescriptor code) => new(code.Id, code.Title, "{0}", "BannedVendor", Of(code.Severity), isEnabledByDefault: true);

    private static Compiler.DiagnosticSeverity Of(Severity severity) => severity switch
    {
        Severity.Error => Compiler.DiagnosticSeverity.Error,
        Severity.Warning => Compiler.DiagnosticSeverity.Warning,
        _ => Compiler.DiagnosticSeverity.Info,
    };
}

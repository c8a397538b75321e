using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Cli.Explaining;

/// <summary>The page of a diagnostic code, as it stands in docs/diagnostics.</summary>
internal static class CodePage
{
    public static string Of(DiagnosticDescriptor descriptor)
    {
        using var page = typeof(CodePage).Assembly.GetManifestResourceStream($"diagnostics/{descriptor.Id}.md")!;
        using var reader = new StreamReader(page);
        return reader.ReadToEnd();
    }
}

using BannedVendorAnalyzer.Diagnostics;

namespace BannedVendorAnalyzer.Cli;

/// <summary>Prints the page of a diagnostic code; the pages are the ones in docs/diagnostics.</summary>
internal static class ExplainCommand
{
    public static int Run(string code, ToolHost host)
    {
        var descriptor = DiagnosticCatalog.All.FirstOrDefault(known => string.Equals(known.Id, code.Trim(), StringComparison.OrdinalIgnoreCase));
        if (descriptor is null)
        {
            host.Error.WriteLine($"'{code}' is not a code of this version. Known: {string.Join(", ", DiagnosticCatalog.All.Select(known => known.Id))}");
            return ExitCode.WrongUsage;
        }

        using var page = typeof(ExplainCommand).Assembly.GetManifestResourceStream($"diagnostics/{descriptor.Id}.md")!;
        using var reader = new StreamReader(page);
        host.Out.Write(reader.ReadToEnd());
        return ExitCode.Clear;
    }
}
